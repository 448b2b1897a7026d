/**
 * The custodian: keeps place, time and what it cannot read, each visit once, by day, for as long as the policy says.
 * It never knows who anybody is, and hands nothing out but under a case that two officers signed.
 * Scans are stored in batches, and answered only after their batch is on disk.
 */
import { Context, Effect, Layer } from "effect";
import { policyNumbers } from "../generated/policy.ts";
import { CustodianRules } from "../generated/services/custodian.ts";
import { crisisTable, dayTable } from "../generated/tables.ts";
import type { ToldName } from "../generated/law.ts";
import { PolicyInForce, Witness } from "../lifecycle/desk.ts";
import { makePartyClock } from "../lifecycle/partyclock.ts";
import { Refused, isRefusal, refusalCode } from "../lifecycle/refused.ts";
import { TransparencyLog, type ProofUnavailable } from "../log/transparencylog.ts";
import type { VerifyingKey } from "../protocol/ed25519.ts";
import {
  CustodianPort,
  type Answers,
  type CrisisLevel,
  type DeliveredScan,
  type ReleaseRequest,
  type VenueRegistration,
} from "../protocol/contracts.ts";
import { makeBook } from "../store/book.ts";
import { erasing } from "../store/erasingonly.ts";
import { makeGroupCommit, type Overloaded } from "../store/groupcommit.ts";
import { Store } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { Vault } from "../store/vault.ts";
import { announceLevel } from "./announcing.ts";
import { makeChanging } from "./changing.ts";
import { checkScans } from "./checking.ts";
import type { CustodianConfiguration } from "./configuration.ts";
import { countVisits, type CustodianCounts } from "./counting.ts";
import { makeDays } from "./days.ts";
import { makeDepositing } from "./depositing.ts";
import { disputeSql, makeDisputes } from "./disputes.ts";
import { makeEpochs } from "./epochs.ts";
import { makeLooking, type SealedVisits } from "./looking.ts";
import { recordChecked } from "./recording.ts";
import { makeReleasedCopies, releasedCopySql } from "./releasedcopies.ts";
import { releaseNoteSql } from "./releasenotes.ts";
import { makePlaceVisits } from "./placevisits.ts";
import { makeReleasing, type CustodianReleased } from "./releasing.ts";
import { makeScanRate } from "./scanrate.ts";
import { makeSilence } from "./silence.ts";
import { makeStoredBefore } from "./storedbefore.ts";
import { makeSweeping, type SweptCustodian } from "./sweeping.ts";
import { custodianSql } from "./tables.ts";
import { makeVenues, venueKeySql } from "./venues.ts";
import { makeVisitWriter } from "./visitwriter.ts";
import { viewSql, visitTablesSql } from "./visittable.ts";

export interface CustodianService {
  /** Under which releases are signed. */
  readonly releaseKey: VerifyingKey;
  /** Registers epochs with their shares; an answer each. */
  readonly deposit: (
    deposits: readonly Uint8Array[],
    atMs: number,
  ) => Effect.Effect<Answers, StoreUnavailable>;
  readonly registerVenues: (
    registrations: readonly VenueRegistration[],
  ) => Effect.Effect<Answers, StoreUnavailable>;
  readonly registerVenue: (
    registration: VenueRegistration,
  ) => Effect.Effect<void, Refused | StoreUnavailable>;
  /** The venue whose device has this key; undefined for a stranger. */
  readonly venueOf: (deviceKey: Uint8Array) => Effect.Effect<number | undefined, StoreUnavailable>;
  /** Stores visits, each once, in one transaction; answers after its commit. Whoever received a scan has stamped it with `now`. */
  readonly record: (scans: readonly DeliveredScan[]) => Effect.Effect<Answers, StoreUnavailable>;
  /** One scan, gathered with others of the same moment: 0, or a refusal's number. */
  readonly recordOne: (scan: DeliveredScan) => Effect.Effect<number, StoreUnavailable | Overloaded>;
  /** All sealed visits of one venue in one window, by the day they belong to. Not for other parties. */
  readonly lookup: (
    venue: number,
    fromMs: number,
    untilMs: number,
  ) => Effect.Effect<readonly SealedVisits[], StoreUnavailable>;
  /** Releases the records of a case that enough officers signed and the authority logged; the same again to the same request. */
  readonly release: (
    request: ReleaseRequest,
  ) => Effect.Effect<CustodianReleased, Refused | StoreUnavailable | ProofUnavailable>;
  readonly announceLevel: (level: CrisisLevel) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** Erases what is due; answers what it erased. */
  readonly sweep: Effect.Effect<SweptCustodian, StoreUnavailable>;
  readonly counts: Effect.Effect<CustodianCounts, StoreUnavailable>;
  /** The instant that something received now is stamped with. */
  readonly now: Effect.Effect<number>;
}

export class Custodian extends Context.Service<Custodian, CustodianService>()(
  "entrylog/impl/custodian/Custodian",
) {}

const batchMax = 1_024;

const openBooks = Effect.gen(function* () {
  const store = yield* Store;
  yield* store.script(
    [
      ...[crisisTable, dayTable].map(({ createSql }) => createSql),
      custodianSql,
      venueKeySql,
      disputeSql,
      releaseNoteSql,
      releasedCopySql,
    ].join("\n"),
  );
  const tables = yield* store.values(visitTablesSql(store.dialect));
  yield* store.transaction(store.script(viewSql(tables.map(([name]) => String(name)))));
  // Where other processes change rows too, they are read for each batch.
  const kept = store.isShared ? { cachedRowsMax: 0 } : {};
  return { crisis: makeBook(store, crisisTable, kept), day: makeBook(store, dayTable, kept) };
});

const make = Effect.fnUntraced(function* (configuration: CustodianConfiguration) {
  const store = yield* Store;
  const vault = yield* Vault;
  const policy = policyNumbers(yield* PolicyInForce);
  const rules = yield* CustodianRules;
  const watched = (yield* Witness) !== undefined;
  const days = makeDays(store, vault);
  const epochs = makeEpochs(store, days);
  const venues = makeVenues(store);
  const placeVisits = makePlaceVisits(store, policy);
  const silence = makeSilence(store, days, placeVisits, policy);
  const changing = makeChanging(store, rules, yield* makePartyClock(store), epochs, [days, silence]);
  const looking = makeLooking(days, placeVisits, changing);
  const checking = { version: configuration.version, venues, epochs, changing };
  const disputes = makeDisputes(store, days, placeVisits);
  const copies = makeReleasedCopies(store, vault);
  const log = yield* TransparencyLog;
  const recording = {
    changing,
    days,
    epochs,
    rate: makeScanRate(),
    silence,
    storedBefore: makeStoredBefore(placeVisits),
    disputes,
    writer: makeVisitWriter(store, days),
    watched,
  };

  const record: CustodianService["record"] = (scans) =>
    Effect.flatMap(checkScans(checking, scans), (checked) => recordChecked(recording, checked));
  const { ask } = yield* makeGroupCommit({
    batchMax,
    perform: (scans: readonly DeliveredScan[]) => Effect.map(record(scans), (answers) => Array.from(answers)),
  });
  const registerVenues: CustodianService["registerVenues"] = (registrations) =>
    Effect.flatMap(changing.now, (at) => venues.register(registrations, at));

  return Custodian.of({
    releaseKey: configuration.signingKey.verifyingKey,
    deposit: makeDepositing({ configuration, policy, changing, days, epochs }),
    registerVenues,
    registerVenue: (registration) =>
      Effect.flatMap(registerVenues([registration]), ([answer = 0]) =>
        isRefusal(answer) ? Effect.fail(new Refused({ code: refusalCode(answer) })) : Effect.void,
      ),
    venueOf: venues.venueOf,
    record,
    recordOne: ask,
    lookup: (venue, fromMs, untilMs) =>
      Effect.flatMap(changing.now, (nowMs) => looking.visits({ venue, fromMs, untilMs }, nowMs)),
    release: makeReleasing({
      configuration,
      policy,
      store,
      changing,
      days,
      epochs,
      looking,
      disputes,
      copies,
      log,
    }),
    announceLevel: (level) => announceLevel(changing, level),
    sweep: erasing(
      makeSweeping({ store, vault, changing, days, epochs, copies, dayBook: rules.books.day, log }),
    ),
    // Between two batches, so that no day ends while it is counted.
    counts: changing.between(countVisits(store)),
    now: changing.now,
  });
});

/** The custodian over its store and vault; a new object at each call, so that no two custodians share anything. */
export const custodianLayer = (
  configuration: CustodianConfiguration,
): Layer.Layer<Custodian, StoreUnavailable, Store | Vault | TransparencyLog> =>
  Layer.unwrap(
    Effect.map(openBooks, (books) =>
      Layer.effect(Custodian, make(configuration)).pipe(Layer.provide(CustodianRules.over(books))),
    ),
  );

/** What issuers, venues and the authority may ask of this custodian; what comes in is stamped here, by its own clock. */
export const custodianPortLayer: Layer.Layer<CustodianPort, never, Custodian> = Layer.effect(
  CustodianPort,
  Effect.map(Custodian, ({ deposit, registerVenue, record, release, now }) =>
    CustodianPort.of({
      deposit: (deposits) => Effect.flatMap(now, (atMs) => deposit(deposits, atMs)),
      registerVenue,
      record: (scans) =>
        Effect.flatMap(now, (receivedAtMs) =>
          record(scans.map(({ bytes, late }) => ({ bytes, receivedAtMs, late }))),
        ),
      release,
    }),
  ),
);
