// The custodian's rooms for tests: the real service over a real SQLite file and a real vault in a given folder.
// It can be opened, closed, opened again, and looked into from outside. It knows no rule of the custodian and no test runner,
// so that a process of its own can open it too.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Effect, Layer } from "effect";
import { TestClock } from "effect/testing";
import { custodianSigningKey } from "../../../impl/custodian/configuration.ts";
import { Custodian, custodianLayer, type CustodianService } from "../../../impl/custodian/custodian.ts";
import { PolicyInForce } from "../../../impl/lifecycle/desk.ts";
import type { Roster } from "../../../impl/protocol/officers.ts";
import { passVersions } from "../../../impl/protocol/pass.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { rootKeyFileLayer } from "../../../impl/store/rootkey.ts";
import { vaultFolderLayer } from "../../../impl/store/vaultfolder.ts";
import type { Policy } from "../../../models/policy.ts";
import { openedClaims, openedVisits } from "./opened.ts";
import { makePaperLog } from "../log/paperlog.ts";
import { unchanging } from "../roster/unchanging.ts";
import type { TestIssuer } from "./issuer.ts";
import { askFromOutside, everyRowFromOutside, partyStore } from "../store/partystore.ts";

/** Wednesday 1 July 2020, noon in Seoul. */
export const noonMs = Date.UTC(2020, 6, 1, 3);
export const hourMs = 3_600_000;
export const dayMs = 86_400_000;

export interface Place {
  readonly folder: string;
  readonly policy: Policy;
  readonly issuers: readonly TestIssuer[];
  readonly roster: Roster;
  /** The most pages that the file may have, where a test wants the disk to be full. */
  readonly pagesMax?: number;
}

/** The authority's log, in which a case must stand, and the custodian's own. */
export const authorityLog = makePaperLog("entrylog/authority");
const ownLog = makePaperLog("entrylog/custodian");

export const fileOf = ({ folder }: Place): string => join(folder, "custodian.sqlite");

const storeOfPlace = (place: Place) =>
  partyStore({
    file: fileOf(place),
    ...(place.pagesMax === undefined ? {} : { pagesMax: place.pagesMax }),
  });

export const placeLayer = (place: Place, store = storeOfPlace(place), isShared = false) => {
  const vaultFolder = join(place.folder, "vault");
  const vault = vaultFolderLayer({ folder: vaultFolder, isShared }).pipe(
    Layer.provide(rootKeyFileLayer({ file: join(place.folder, "root.key"), randomBytes, vaultFolder })),
  );
  const issuers = place.issuers.map(({ number, deposits }) => ({
    issuer: number,
    depositKey: deposits.publicKey,
  }));
  const configured = Layer.unwrap(
    Effect.map(custodianSigningKey, (signingKey) =>
      custodianLayer({
        issuers,
        roster: unchanging(place.roster),
        authorityLog: authorityLog.pinned,
        version: passVersions.deployed,
        signingKey,
      }),
    ),
  );
  return configured.pipe(
    Layer.provide([Layer.provideMerge(ownLog.layer, store), vault]),
    Layer.provide(Layer.succeed(PolicyInForce, place.policy)),
  );
};

/** Opens the custodian, does something, and closes it again. */
export const inCustodian = <A, E>(place: Place, use: (custodian: CustodianService) => Effect.Effect<A, E>) =>
  Effect.provide(Effect.flatMap(Custodian, use), placeLayer(place));

/** Runs on a clock that stands at noon until it is moved. */
export const atNoon = <A, E>(effect: Effect.Effect<A, E>): Promise<A> =>
  Effect.runPromise(
    TestClock.setTime(noonMs).pipe(Effect.andThen(effect), Effect.provide(TestClock.layer())),
  );

/** Asks the file itself, as a person with sqlite3 would. */
export const ask = (place: Place, text: string): readonly (readonly unknown[])[] => {
  return askFromOutside(fileOf(place), text);
};

/** Its visits and its refused claims, opened with its vault. */
export const visitsIn = (place: Place) => openedVisits({ folder: place.folder, file: fileOf(place) });
export const claimsIn = (place: Place) => openedClaims({ folder: place.folder, file: fileOf(place) });

/** Everything that the custodian has on disk, table by table and key by key. */
export const everythingStored = (place: Place): unknown => {
  const rows = everyRowFromOutside(fileOf(place));
  const vault = join(place.folder, "vault");
  const keys = readdirSync(vault).map((name) => [name, readFileSync(join(vault, name)).toString("hex")]);
  return { rows, keys };
};
