/**
 * The issuer: consent, verification by SMS code, passes, withdrawal, and the answer under a case.
 * It knows who people are and never where they go: no request carries a place, and no list of passes is kept.
 * Requests are decided in batches, and answered only after their batch is on disk.
 */
import { Context, Effect, Layer, Semaphore, type Scope } from "effect";
import { consentTable, crisisTable, dayTable, verificationTable } from "../generated/tables.ts";
import { ConsentLifecycle } from "../generated/services/consent.ts";
import { DayLifecycle } from "../generated/services/day.ts";
import { IssuerRules } from "../generated/services/issuer.ts";
import { VerificationLifecycle } from "../generated/services/verification.ts";
import { policyNumbers } from "../generated/policy.ts";
import { PolicyInForce } from "../lifecycle/desk.ts";
import { writingChangesOnly } from "../lifecycle/changedrows.ts";
import { PartyNow, makePartyClock, type PartyClock } from "../lifecycle/partyclock.ts";
import { sweepingByItself } from "../lifecycle/sweeping.ts";
import { CustodianPort, IssuerPort, type CrisisLevel, type JoinAnswer } from "../protocol/contracts.ts";
import type { JoinRequest } from "../protocol/disclosure.ts";
import type { Refused } from "../lifecycle/refused.ts";
import { TransparencyLog } from "../log/transparencylog.ts";
import { Aliases } from "../store/aliases.ts";
import { makeBook } from "../store/book.ts";
import { erasing } from "../store/erasingonly.ts";
import { makeGroupCommit, type Overloaded } from "../store/groupcommit.ts";
import { Store } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { Vault } from "../store/vault.ts";
import { accountSql } from "./accountqueries.ts";
import { makeAccounts } from "./accounts.ts";
import { answeredSql, makeAnswerCopies } from "./answercopies.ts";
import { answerJoin } from "./answering.ts";
import { makeWaitingCodes } from "./codes.ts";
import { IssuerConfiguration } from "./configuration.ts";
import { consentRecordSql, makeConsentRecords } from "./consentrecords.ts";
import { makeDays } from "./days.ts";
import { dayStatementSql, makeDayStatements } from "./daystatements.ts";
import { disclosedSql, makeDisclosed } from "./disclosed.ts";
import type { DecidingParts } from "./decidingparts.ts";
import { makeEpochs } from "./epochs.ts";
import { forgettingSql, makeForgetting } from "./forgetting.ts";
import { makeGuardians } from "./guardians.ts";
import { makeIssuerKeys, type IssuerKeys } from "./keys.ts";
import { makeHandingOver } from "./handingover.ts";
import { makeNational } from "./national.ts";
import { noticeSql, openNotices } from "./notices.ts";
import { openPeople } from "./openpeople.ts";
import { makePassRate } from "./passrate.ts";
import type { People } from "./people.ts";
import { makePerform } from "./performing.ts";
import type { IssuerReply, IssuerRequest } from "./requests.ts";
import { makeRewriting } from "./rewriting.ts";
import { makeSealedPhones } from "./sealedphones.ts";
import { makeSendCounts } from "./sendcounts.ts";
import { SmsGateway, type SmsMessage } from "./smsgateway.ts";
import { makeSweep, type SweptIssuer } from "./sweep.ts";
import { makeWaitingDeposits, waitingDepositSql } from "./waitingdeposits.ts";

export interface IssuerService {
  readonly keys: IssuerKeys;
  /** Decides requests in their order, in one transaction, and answers after its commit. */
  readonly perform: (
    requests: readonly IssuerRequest[],
  ) => Effect.Effect<readonly IssuerReply[], StoreUnavailable>;
  /** One request, gathered with others of the same moment. */
  readonly ask: (request: IssuerRequest) => Effect.Effect<IssuerReply, StoreUnavailable | Overloaded>;
  /** What a person can ask from their phone, on a session. */
  readonly people: People;
  /** The instant that a request received now is stamped with. */
  readonly now: Effect.Effect<number>;
  readonly announceLevel: (level: CrisisLevel) => Effect.Effect<void, Refused | StoreUnavailable>;
  /** Makes every consent to another notice outdated; answers how many. */
  readonly publishNotice: (noticeVersion: number) => Effect.Effect<number, Refused | StoreUnavailable>;
  readonly answer: (request: JoinRequest) => Effect.Effect<JoinAnswer, Refused | StoreUnavailable>;
  /** Erases what is due; answers what it erased. */
  readonly sweep: Effect.Effect<SweptIssuer, StoreUnavailable>;
  readonly close: Effect.Effect<void>;
}

export class Issuer extends Context.Service<Issuer, IssuerService>()("entrylog/impl/issuer/Issuer") {}

const batchMax = 1_024;

const openBooks = Effect.gen(function* () {
  const store = yield* Store;
  const tables = [crisisTable, dayTable, consentTable, verificationTable];
  const parts = [
    ...tables.map(({ createSql }) => createSql),
    accountSql,
    answeredSql,
    forgettingSql,
    noticeSql,
    consentRecordSql,
    disclosedSql,
    dayStatementSql,
    waitingDepositSql,
  ];
  yield* store.script(parts.join("\n"));
  return {
    crisis: makeBook(store, crisisTable),
    day: makeBook(store, dayTable),
    consent: makeBook(store, consentTable),
    verification: writingChangesOnly(makeBook(store, verificationTable)),
  };
});

const make = Effect.fnUntraced(function* (clock: PartyClock) {
  const configuration = yield* IssuerConfiguration;
  const store = yield* Store;
  const vault = yield* Vault;
  const aliases = yield* Aliases;
  const policy = policyNumbers(yield* PolicyInForce);
  const rules = yield* IssuerRules;
  const keys = yield* makeIssuerKeys(vault, policy);
  const waitingDeposits = makeWaitingDeposits(store, vault, policy);
  const custodian = yield* CustodianPort;
  const handingOver = yield* makeHandingOver({ waiting: waitingDeposits, custodian, now: clock.now });
  const epochs = yield* makeEpochs(configuration, keys, policy, handingOver);
  const rewriting = makeRewriting(store);
  const sealed = yield* makeSealedPhones(vault);
  const accounts = makeAccounts(store, sealed, rewriting.needed);
  const codes = makeWaitingCodes(policy);
  const notices = yield* openNotices(store, policy, yield* clock.now);
  const records = makeConsentRecords(store, notices.inForce);
  const disclosed = makeDisclosed(store, policy.retention);
  const copies = makeAnswerCopies(store, vault);
  const log = yield* TransparencyLog;
  const forgetting = makeForgetting(store, aliases);
  const { remember } = clock;
  const alone = (yield* Semaphore.make(1)).withPermit;
  // What a crash has left undone is done before anything is answered.
  yield* erasing(forgetting.carryOut);
  const { openDay, forgetDay } = makeDays(rules, keys);
  const gateway = yield* SmsGateway;
  const scope = yield* Effect.scope;
  const post = (messages: readonly SmsMessage[]) =>
    Effect.asVoid(Effect.forkIn(Effect.ignore(gateway.send(messages)), scope, { startImmediately: true }));

  const deciding: DecidingParts = {
    rules,
    accounts,
    codes,
    rate: makePassRate(),
    sends: makeSendCounts(policy.codeSendWindow),
    guardians: makeGuardians(policy),
    records,
    disclosed,
    forgetting,
    remember,
  };
  const perform = makePerform({
    deciding,
    issuing: { configuration, keys, aliases, epochs, openDay },
    post,
    store,
    alone,
  });
  const group = yield* makeGroupCommit({ batchMax, perform });
  const ask: IssuerService["ask"] = (request) =>
    Effect.flatMap(group.ask(request), (reply) =>
      reply.unavailable === undefined ? Effect.succeed(reply) : Effect.fail(reply.unavailable),
    );
  const consent = yield* ConsentLifecycle;
  const verification = yield* VerificationLifecycle;

  return Issuer.of({
    keys,
    perform,
    ask,
    people: openPeople({
      configuration,
      deciding,
      policy,
      keys,
      sealed,
      notices,
      gateway,
      store,
      consent,
      verification,
      ask,
      now: clock.now,
      alone,
    }),
    now: clock.now,
    ...makeNational({ rules, store, clock, records }),
    answer: (request) =>
      Effect.flatMap(clock.now, (nowMs) =>
        answerJoin(
          {
            configuration,
            policy,
            keys,
            aliases,
            accounts,
            rules,
            copies,
            disclosed,
            log,
            remember,
          },
          request,
          nowMs,
        ),
      ),
    sweep: erasing(
      makeSweep({
        store,
        vault,
        aliases,
        accounts,
        codes,
        records,
        disclosed,
        forgetting,
        rewriting,
        clock,
        consent,
        verification,
        day: yield* DayLifecycle,
        forgetDay,
        waitingDeposits,
        statements: makeDayStatements(store, vault, aliases, log),
        log,
        alone,
      }),
    ),
    close: Effect.sync(epochs.forget),
  });
});

/** The issuer over its store, vault and aliases; a new object at each call, so that no two issuers share anything. */
export const issuerLayer = (): Layer.Layer<
  Issuer,
  StoreUnavailable,
  IssuerConfiguration | Store | Vault | Aliases | CustodianPort | SmsGateway | TransparencyLog
> =>
  Layer.unwrap(
    Effect.gen(function* () {
      const books = yield* openBooks;
      const clock = yield* makePartyClock(yield* Store);
      return Layer.effect(Issuer, make(clock)).pipe(
        Layer.provide([
          IssuerRules.over(books),
          ConsentLifecycle.over(books.consent),
          VerificationLifecycle.over(books.verification),
          DayLifecycle.over(books.day),
        ]),
        Layer.provide(Layer.succeed(PartyNow, clock.now)),
      );
    }),
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

/**
 * Sweeps by itself, so often that nothing outlives its end by more than the policy says.
 * A sweep that fails is said and tried again at the next turn: it never ends the sweeping.
 */
export const issuerSweeper: Effect.Effect<void, never, Issuer | Scope.Scope> = Effect.flatMap(
  Issuer,
  ({ sweep }) =>
    sweepingByItself(sweep, ({ code, message }) =>
      Effect.logError(`The issuer could not erase what is due (${code}): ${message}`),
    ),
);
