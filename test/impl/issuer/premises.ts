// An issuer's premises for a test: its own folder with a real SQLite file, vault and alias book, and a real custodian's key.
// `running` starts the issuer in them at an instant of a test clock, runs a program, and stops it; called again it is a restart.
// Nothing of the issuer is replaced but the wire to the custodian and the time.
import { join } from "node:path";
import { Effect, Layer } from "effect";
import { TestClock } from "effect/testing";
import { defaultPolicy, type Policy } from "../../../models/policy.ts";
import { policyNumbers } from "../../../impl/generated/policy.ts";
import { type ChildrenRule, IssuerConfiguration } from "../../../impl/issuer/configuration.ts";
import { Issuer, issuerLayer } from "../../../impl/issuer/issuer.ts";
import { SmsGateway, type SmsOutbox, smsOutboxLayer } from "../../../impl/issuer/smsgateway.ts";
import { PolicyInForce } from "../../../impl/lifecycle/desk.ts";
import { CustodianPort } from "../../../impl/protocol/contracts.ts";
import { passVersions } from "../../../impl/protocol/pass.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { startOfSeoulDayMs } from "../../../impl/protocol/seoulday.ts";
import { aliasBookLayer } from "../../../impl/store/aliasbook.ts";
import type { Aliases } from "../../../impl/store/aliases.ts";
import { rootKeyFileLayer } from "../../../impl/store/rootkey.ts";
import type { Store } from "../../../impl/store/store.ts";
import type { Vault } from "../../../impl/store/vault.ts";
import { vaultFolderLayer } from "../../../impl/store/vaultfolder.ts";
import { makePaperLog } from "../log/paperlog.ts";
import { unchanging } from "../roster/unchanging.ts";
import { makeAuthority } from "../protocol/officers.ts";
import { freshFolder } from "../store/freshfolder.ts";
import { makeTestCustodian, type TestCustodian } from "./custodian.ts";
import { partyStore } from "../store/partystore.ts";

export const issuerNumber = 3;
export const authority = await makeAuthority(3);
/** 1 July 2020, 12:00 in Seoul. */
export const noonMs = Date.parse("2020-07-01T12:00:00.000+09:00");
export const second = 1_000;
export const minute = 60_000;
export const day = 86_400_000;

const ownLog = makePaperLog("entrylog/issuer-3");

export interface Premises {
  readonly folder: string;
  readonly file: string;
  readonly custodian: TestCustodian;
}

export const newPremises = (): Premises => {
  const folder = freshFolder();
  const custodian = makeTestCustodian(authority.roster, passVersions.deployed);
  return { folder, file: join(folder, "issuer.sqlite"), custodian };
};

export interface Circumstances {
  readonly policy?: Policy;
  readonly pagesMax?: number;
  readonly children?: ChildrenRule;
  /** The carrier, where it is not an outbox in memory. */
  readonly gateway?: SmsGateway["Service"];
}

export type Inside = Issuer | SmsGateway | SmsOutbox | Store | Vault | Aliases;

/** The issuer in these premises, with everything around it. */
export const layersOf = (
  { folder, file, custodian }: Premises,
  { policy = defaultPolicy, pagesMax, children, gateway }: Circumstances = {},
) => {
  const { retention } = policyNumbers(policy);
  const vaultFolder = join(folder, "vault");
  const rootKey = rootKeyFileLayer({ file: join(folder, "root", "root.key"), randomBytes, vaultFolder });
  const vault = vaultFolderLayer({ folder: vaultFolder }).pipe(Layer.provide(rootKey));
  const aliases = aliasBookLayer({
    folder: join(folder, "aliases"),
    randomBytes,
    endOfDayMs: (seoulDay) => startOfSeoulDayMs(seoulDay) + retention,
    durability: "normal",
  });
  const store = partyStore({ file, durability: "normal", ...(pagesMax === undefined ? {} : { pagesMax }) });
  const around = Layer.mergeAll(
    Layer.provideMerge(ownLog.layer, store),
    aliases.pipe(Layer.provideMerge(vault)),
    gateway === undefined
      ? smsOutboxLayer()
      : Layer.merge(smsOutboxLayer(), Layer.succeed(SmsGateway, gateway)),
    Layer.succeed(CustodianPort, custodian.port),
    Layer.succeed(IssuerConfiguration, {
      issuer: issuerNumber,
      version: passVersions.deployed,
      roster: unchanging(authority.roster),
      custodianKey: custodian.signing.verifyingKey,
      custodianLog: custodian.log.pinned,
      ...(children === undefined ? {} : { children }),
    }),
  );
  return issuerLayer().pipe(Layer.provideMerge(around), Layer.provide(Layer.succeed(PolicyInForce, policy)));
};

/** Starts the issuer at an instant, runs the program in it, and stops it. */
export const running = <A, E>(
  premises: Premises,
  atMs: number,
  program: Effect.Effect<A, E, Inside>,
  circumstances: Circumstances = {},
): Promise<A> =>
  Effect.runPromise(
    Effect.andThen(
      TestClock.setTime(atMs),
      Effect.gen(function* () {
        const issuer = yield* Issuer;
        premises.custodian.pin(issuer.keys.deposits.verifyingKey);
        return yield* program;
      }).pipe(
        Effect.provide(layersOf(premises, circumstances)),
        Effect.provideService(PolicyInForce, circumstances.policy ?? defaultPolicy),
      ),
    ).pipe(Effect.provide(TestClock.layer({ warningDelay: "1 hour" }))),
  );
