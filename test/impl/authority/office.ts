// The authority's office for tests: the real service over a real SQLite file and a real vault in a folder of its own,
// on a clock that the test moves. It can be closed and opened again, looked into from outside, and asked to take a
// case as far as a test needs it. It knows no rule of the authority.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Effect, Layer } from "effect";
import { TestClock } from "effect/testing";
import { Authority, type AuthorityService } from "../../../impl/authority/authority.ts";
import { authorityLayer } from "../../../impl/authority/authoritylayer.ts";
import { officerClientOf, type OfficerClient } from "../../../impl/officer/client.ts";
import type { CaseWindow } from "../../../impl/protocol/casetext.ts";
import { CustodianPort } from "../../../impl/protocol/contracts.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { rootKeyFileLayer } from "../../../impl/store/rootkey.ts";
import { Store } from "../../../impl/store/store.ts";
import { vaultFolderLayer } from "../../../impl/store/vaultfolder.ts";
import { present } from "../protocol/hex.ts";
import { unchanging } from "../roster/unchanging.ts";
import { freshFolder } from "../store/freshfolder.ts";
import { hourMs, noonMs, type Country } from "./country.ts";
import { askFromOutside, everyRowFromOutside, partyStore } from "../store/partystore.ts";

export interface Office {
  readonly country: Country;
  readonly folder: string;
  readonly first: OfficerClient;
  readonly second: OfficerClient;
  readonly third: OfficerClient;
}

export const makeOffice = (country: Country): Office => {
  const [first, second, third] = country.officers.map(officerClientOf);
  const clients = { first: present(first), second: present(second), third: present(third) };
  return { country, folder: freshFolder(), ...clients };
};

const fileOf = (folder: string): string => join(folder, "authority.sqlite");

/** A store that lets others go first before each answer, as one across a network does. */
const waitingStore = Layer.effect(
  Store,
  Effect.map(Store, (store) =>
    Store.of({ ...store, values: (...asked) => Effect.andThen(Effect.yieldNow, store.values(...asked)) }),
  ),
);

export const officeLayer = ({ country, folder }: Office, others = false) => {
  const store = partyStore({ file: fileOf(folder) });
  const { roster, custodianKey, issuers } = country;
  const numbered = new Map(issuers.map(({ number, service }) => [number, service]));
  const vaultFolder = join(folder, "vault");
  const vault = vaultFolderLayer({ folder: vaultFolder }).pipe(
    Layer.provide(rootKeyFileLayer({ file: join(folder, "root.key"), randomBytes, vaultFolder })),
  );
  return authorityLayer({ roster: unchanging(roster), custodianKey, issuers: numbered }).pipe(
    Layer.provide([
      Layer.provide(country.authorityLog.layer, store),
      others ? Layer.provide(waitingStore, store) : store,
      vault,
      Layer.succeed(CustodianPort, country.custodian),
    ]),
  );
};

/** Opens the office, does something, and closes it again. */
export const inOffice = <A, E>(office: Office, use: (authority: AuthorityService) => Effect.Effect<A, E>) =>
  Effect.provide(Effect.flatMap(Authority, use), officeLayer(office));

/** Runs on a clock that stands at noon until it is moved. */
export const atNoon = <A, E>(effect: Effect.Effect<A, E>): Promise<A> =>
  Effect.runPromise(
    TestClock.setTime(noonMs).pipe(Effect.andThen(effect), Effect.provide(TestClock.layer())),
  );

export const morning = (venue: number): CaseWindow => ({
  venue,
  fromMs: noonMs - 4 * hourMs,
  untilMs: noonMs - hourMs,
});

/** Everything that the office has on disk, table by table and key by key, but what others cosigned of its log. */
export const everythingStored = ({ folder }: Office): unknown => {
  const rows = everyRowFromOutside(fileOf(folder)).filter(([table]) => table !== "log_checkpoint");
  const keys = readdirSync(join(folder, "vault")).map((name) => [
    name,
    readFileSync(join(folder, "vault", name)).toString("hex"),
  ]);
  return { rows, keys };
};

/** The sealed bytes of what cases have learned, as they lie in the file. */
export const sealedBytesIn = ({ folder }: Office): readonly Uint8Array[] => {
  const rows = askFromOutside(fileOf(folder), "SELECT sealed FROM learned");
  return rows.flatMap(([sealed]) => (sealed instanceof Uint8Array ? [sealed] : []));
};

export const vaultNames = ({ folder }: Office): readonly string[] =>
  readdirSync(join(folder, "vault")).sort();

/** When the key of a case ends, as its file in the vault says. */
export const keyEndsAtMs = ({ folder }: Office, caseId: string): number =>
  readFileSync(join(folder, "vault", `${caseId}.key`)).readDoubleBE(1);

export const requested = Effect.fnUntraced(function* (
  authority: AuthorityService,
  { first }: Office,
  windows: readonly CaseWindow[] = [morning(17)],
) {
  const opened = yield* authority.request({ officer: first.officer, ground: "investigation", windows });
  yield* authority.signRequest({ caseId: opened.caseId, approval: yield* first.approve(opened.caseText) });
  return opened;
});

export const approved = Effect.fnUntraced(function* (
  authority: AuthorityService,
  office: Office,
  windows?: readonly CaseWindow[],
) {
  const opened = yield* requested(authority, office, windows);
  yield* authority.approve({
    caseId: opened.caseId,
    approval: yield* office.second.approve(opened.caseText),
  });
  return opened;
});

export const released = Effect.fnUntraced(function* (
  authority: AuthorityService,
  office: Office,
  windows?: readonly CaseWindow[],
) {
  const opened = yield* approved(authority, office, windows);
  yield* authority.askRelease(opened.caseId);
  return opened;
});

/** What these officers re-seal for a released case, by issuer. */
export const resealedBy = Effect.fnUntraced(function* (
  authority: AuthorityService,
  { country }: Office,
  caseId: string,
  officers: readonly OfficerClient[],
) {
  const { parts } = yield* authority.releaseOf(caseId);
  const messages = new Map<number, readonly Uint8Array[]>();
  for (const part of parts) {
    const issuer = present(country.issuers.find(({ number }) => number === part.issuer));
    const asked = {
      caseId,
      part,
      custodianKey: country.custodianKey,
      issuerSealingKey: issuer.sealingKey,
    };
    messages.set(part.issuer, yield* Effect.forEach(officers, (officer) => officer.reseal(asked)));
  }
  return messages;
});

export const answered = Effect.fnUntraced(function* (
  authority: AuthorityService,
  office: Office,
  windows?: readonly CaseWindow[],
) {
  const opened = yield* released(authority, office, windows);
  const two = [office.first, office.second];
  const joined = yield* authority.join(
    opened.caseId,
    yield* resealedBy(authority, office, opened.caseId, two),
  );
  return { ...opened, joined };
});
