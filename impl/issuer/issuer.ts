/**
 * The issuer: consent, verification by SMS code, passes, withdrawal, and the answer under a case.
 * It knows who people are and never where they go: no request carries a place, and no list of passes is kept.
 * Requests are decided in batches, and answered only after their batch is on disk.
 */
import { Context, Effect, Layer, Schedule, type Scope } from "effect";
import { consentTable, crisisTable, dayTable, verificationTable } from "../generated/tables.ts";
import { ConsentLifecycle } from "../generated/services/consent.ts";
import { DayLifecycle } from "../generated/services/day.ts";
import { IssuerRules } from "../generated/services/issuer.ts";
import { VerificationLifecycle } from "../generated/services/verification.ts";
import { policyNumbers } from "../generated/policy.ts";
import { PolicyInForce } from "../lifecycle/desk.ts";
import { makePartyClock } from "../lifecycle/partyclock.ts";
import { CustodianPort, IssuerPort, type CrisisLevel, type JoinAnswer } from "../protocol/contracts.ts";
import type { JoinRequest } from "../protocol/disclosure.ts";
import type { Refused } from "../lifecycle/refused.ts";
import { Aliases } from "../store/aliases.ts";
import { makeBook } from "../store/book.ts";
import { makeGroupCommit, type Overloaded } from "../store/groupcommit.ts";
import { Store } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { Vault } from "../store/vault.ts";
import { accountSql, makeAccounts } from "./accounts.ts";
import { answeredSql, answerJoin } from "./answering.ts";
import { makeWaitingCodes } from "./codes.ts";
import { IssuerConfiguration } from "./configuration.ts";
import { country, decideAll } from "./deciding.ts";
import { makeEpochs } from "./epochs.ts";
import { issueAll, type IssuingParts } from "./issuing.ts";
import { makeIssuerKeys, type IssuerKeys } from "./keys.ts";
import { makePassRate } from "./passrate.ts";
import type { IssuerReply, IssuerRequest } from "./requests.ts";
import { SmsGateway } from "./smsgateway.ts";
import { makeSweep, type SweptIssuer } from "./sweep.ts";

export interface IssuerService {
  readonly keys: IssuerKeys;
  /** Decides requests in their order, in one transaction, and answers after its commit. */
  readonly perform: (
    requests: readonly IssuerRequest[],
  ) => Effect.Effect<readonly IssuerReply[], StoreUnavailable>;
  /** One request, gathered with others of the same moment. */
  readonly ask: (request: IssuerRequest) => Effect.Effect<IssuerReply, StoreUnavailable | Overloaded>;
  /** The instant that a request received now is stamped with. */
  readonly now: Effect.Effect<number>;
  readonly announceLevel: (level: CrisisLevel) => Effect.Effect<void, Refused | StoreUnavailable>;
  readonly publishNotice: (noticeVersion: number) => Effect.Effect<number, StoreUnavailable>;
  readonly answer: (request: JoinRequest) => Effect.Effect<JoinAnswer, Refused | StoreUnavailable>;
  /** Erases what is due; answers what it erased. */
  readonly sweep: Effect.Effect<SweptIssuer, StoreUnavailable>;
  readonly close: Effect.Effect<void>;
}

export class Issuer extends Context.Service<Issuer, IssuerService>()("entrylog/impl/issuer/Issuer") {}

const batchMax = 1_024;
const keysAtOnce = 10_000;

const openBooks = Effect.gen(function* () {
  const store = yield* Store;
  const tables = [crisisTable, dayTable, consentTable, verificationTable];
  yield* store.script(tables.map(({ createSql }) => createSql).join("\n") + accountSql + answeredSql);
  return {
    crisis: makeBook(store, crisisTable),
    day: makeBook(store, dayTable),
    consent: makeBook(store, consentTable),
    verification: makeBook(store, verificationTable),
  };
});

const make = Effect.gen(function* () {
  const configuration = yield* IssuerConfiguration;
  const store = yield* Store;
  const vault = yield* Vault;
  const aliases = yield* Aliases;
  const custodian = yield* CustodianPort;
  const gateway = yield* SmsGateway;
  const policy = policyNumbers(yield* PolicyInForce);
  const rules = yield* IssuerRules;
  const clock = yield* makePartyClock(store);
  const keys = yield* makeIssuerKeys(vault, policy);
  const epochs = makeEpochs(configuration, keys, policy);
  const accounts = makeAccounts(store);
  const codes = makeWaitingCodes();
  const openDays = new Set<number>();
  yield* Effect.addFinalizer(() => Effect.sync(epochs.forget));

  const openDay = (day: number, atMs: number) =>
    openDays.has(day)
      ? Effect.void
      : Effect.asVoid(
          Effect.orDie(rules.openDay({ day: String(day), startedAt: atMs, at: atMs })),
        ).pipe(Effect.tap(() => Effect.sync(() => openDays.add(day))));

  const parts: IssuingParts = { configuration, keys, aliases, epochs, custodian, openDay };
  const deciding = { rules, accounts, codes, rate: makePassRate(), remember: clock.remember };

  const perform: IssuerService["perform"] = Effect.fnUntraced(function* (requests) {
    const decided = yield* decideAll(deciding, requests);
    if (decided.withdrawn.length > 0) yield* aliases.forget(decided.withdrawn);
    if (decided.codes.length > 0)
      yield* gateway.send(
        decided.codes.map(({ phone, account }) => ({ phone, code: codes.draw(account, policy.codeDigits) })),
      );
    const passes = decided.passes.length === 0 ? [] : yield* issueAll(parts, decided.passes);
    const byPlace = new Map(decided.passes.map(({ place }, index) => [place, passes[index]]));
    return Array.from(decided.answers, (answer, place): IssuerReply => {
      const pass = byPlace.get(place);
      return pass === undefined ? { answer } : { answer, pass };
    });
  });

  const { ask } = yield* makeGroupCommit({ batchMax, perform });

  const publishNotice: IssuerService["publishNotice"] = Effect.fnUntraced(function* (noticeVersion) {
    const at = yield* clock.now;
    const rows = yield* store.values("SELECT key FROM consent WHERE state = 'given' AND noticeVersion <> ?1", [noticeVersion]);
    const consents = rows.map(([key]) => String(key));
    for (let start = 0; start < consents.length; start += keysAtOnce) {
      const chunk = consents.slice(start, start + keysAtOnce);
      yield* rules.batch({ consent: chunk }, (decide) =>
        Effect.sync(() => {
          for (const key of chunk) decide.publishNotice(decide.books.consent.slot(key), noticeVersion, at);
        }),
      );
    }
    return consents.length;
  });

  const sweep = makeSweep({
    store,
    vault,
    aliases,
    accounts,
    codes,
    consent: yield* ConsentLifecycle,
    verification: yield* VerificationLifecycle,
    day: yield* DayLifecycle,
    forgetDay: (day) => {
      keys.forgetDay(day);
      openDays.delete(day);
    },
  });

  return Issuer.of({
    keys,
    perform,
    ask,
    now: clock.now,
    announceLevel: (level) =>
      Effect.flatMap(clock.now, (at) => Effect.asVoid(rules.announceLevel({ crisis: country, level, at }))),
    publishNotice,
    answer: (request) =>
      Effect.flatMap(clock.now, (nowMs) =>
        answerJoin({ configuration, keys, aliases, accounts, store, rules }, request, nowMs),
      ),
    sweep,
    close: Effect.sync(epochs.forget),
  });
});

/** The issuer over its store, vault and aliases; a new object at each call, so that no two issuers share anything. */
export const issuerLayer = (): Layer.Layer<
  Issuer,
  StoreUnavailable,
  IssuerConfiguration | Store | Vault | Aliases | CustodianPort | SmsGateway
> =>
  Layer.unwrap(
    Effect.map(openBooks, (books) =>
      Layer.effect(Issuer, make).pipe(
        Layer.provide([
          IssuerRules.over(books),
          ConsentLifecycle.over(books.consent),
          VerificationLifecycle.over(books.verification),
          DayLifecycle.over(books.day),
        ]),
      ),
    ),
  );

/** What the authority may ask of this issuer. */
export const issuerPortLayer = Layer.effect(
  IssuerPort,
  Effect.map(Issuer, ({ keys, answer }) =>
    IssuerPort.of({
      sealingKey: Effect.succeed(keys.sealing.publicKey),
      answerKey: Effect.succeed(keys.deposits.publicKey),
      answer,
    }),
  ),
);

/** Sweeps by itself, so often that nothing outlives its end by more than the policy says. */
export const issuerSweeper: Effect.Effect<void, StoreUnavailable, Issuer | Scope.Scope> = Effect.gen(function* () {
  const issuer = yield* Issuer;
  const policy = policyNumbers(yield* PolicyInForce);
  yield* Effect.forkScoped(Effect.repeat(issuer.sweep, Schedule.spaced(policy.sweepLateness / 2)));
});
