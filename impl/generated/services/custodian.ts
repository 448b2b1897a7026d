// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 098db7247bff9de3.
import { Context, Effect, Layer } from "effect";
import { PolicyInForce, Witness, makeDesk, type Desk, type Witnessed } from "../../lifecycle/desk.ts";
import { one } from "../../lifecycle/one.ts";
import type { Refused } from "../../lifecycle/refused.ts";
import { loadAll } from "../../lifecycle/loading.ts";
import type { Book } from "../../store/book.ts";
import { inOneBatch } from "../../store/batch.ts";
import { Store } from "../../store/store.ts";
import type { StoreUnavailable } from "../../store/unavailable.ts";
import { asCrisisColumns, type CrisisColumns } from "../core/crisis.ts";
import { asDayColumns, type DayColumns } from "../core/day.ts";
import { makePassColumns, type PassColumns } from "../core/pass.ts";
import { makeVisitColumns, type VisitColumns } from "../core/visit.ts";
import type { ToldName } from "../law.ts";
import {
  custodianAnnounceLevel,
  custodianRecord,
  custodianRecordLate,
  custodianOpenDay,
  custodianRelease,
  custodianReleaseVisit,
} from "../rules/custodian.ts";

/** The books in which the custodian keeps rows. */
export type CustodianBooks = {
  readonly crisis: Book;
  readonly day: Book;
};

/** Keys whose rows a batch needs. */
export type CustodianKeys = {
  readonly crisis?: readonly string[];
  readonly day?: readonly string[];
};

/** Tokens and partition rows that pass through a decision: one slot, number 0, set and read by the caller. */
export interface CustodianScratch {
  readonly pass: PassColumns;
  readonly visit: VisitColumns;
}

/**
 * Decisions over loaded rows, by slot; instants in ms. Answers a refusal's number, or minus the number of what was told.
 * Valid until the batch ends.
 */
export interface CustodianDecider {
  readonly desk: Desk;
  readonly books: CustodianBooks;
  readonly scratch: CustodianScratch;
  /** Takes note of the national crisis level; collection stops at once when it no longer allows it. */
  readonly announceLevel: (crisis: number, level: number, at: number) => number;
  /** Stores the visit of a scan that arrives as it happens. */
  readonly record: (
    crisis: number,
    pass: string,
    visit: string,
    wellFormed: number,
    venueKnown: number,
    epochKnown: number,
    passSigned: number,
    scanSigned: number,
    challengeAnswered: number,
    scansLastMinute: number,
    scannedAt: number,
    passIssuedAt: number,
    at: number,
  ) => number;
  /** Stores the visit of a scan that a venue without network delivers late, as of the instant it was signed. */
  readonly recordLate: (
    crisis: number,
    pass: string,
    visit: string,
    wellFormed: number,
    venueKnown: number,
    epochKnown: number,
    passSigned: number,
    scanSigned: number,
    challengeAnswered: number,
    scansLastMinute: number,
    scannedAt: number,
    passIssuedAt: number,
    venueSilent: number,
    at: number,
  ) => number;
  /** Opens the partition of the Seoul day of an epoch, whenever its deposit arrives before the day is over. */
  readonly openDay: (day: number, startedAt: number, at: number) => number;
  /** Releases the sealed records of a case after checking officers, ground, venues, window and limits. */
  readonly release: (
    officers: number,
    ground: number,
    venues: number,
    windowStart: number,
    windowEnd: number,
    approvedAt: number,
    records: number,
    recordsOfDay: number,
    cosigners: number,
    at: number,
  ) => number;
  /** Marks one record as released; it is erased on the same day as before. */
  readonly releaseVisit: (visit: string, at: number) => number;
}

const deciderOver = (
  desk: Desk,
  books: CustodianBooks,
  scratch: CustodianScratch,
  rows: { readonly crisis: CrisisColumns; readonly day: DayColumns },
  witness: ((decision: Witnessed) => void) | undefined,
): CustodianDecider => ({
  desk,
  books,
  scratch,
  announceLevel: (crisis, level, at) => {
    const answer = custodianAnnounceLevel(rows.crisis, crisis, level, at, desk.policy, desk.log);
    desk.absorb();
    if (witness !== undefined)
      witness({
        rule: "custodian.announceLevel",
        keys: [books.crisis.keyOf(crisis)],
        facts: [level],
        at,
        answer,
      });
    return answer;
  },
  record: (
    crisis,
    pass,
    visit,
    wellFormed,
    venueKnown,
    epochKnown,
    passSigned,
    scanSigned,
    challengeAnswered,
    scansLastMinute,
    scannedAt,
    passIssuedAt,
    at,
  ) => {
    const answer = custodianRecord(
      rows.crisis,
      crisis,
      scratch.pass,
      0,
      scratch.visit,
      0,
      wellFormed,
      venueKnown,
      epochKnown,
      passSigned,
      scanSigned,
      challengeAnswered,
      scansLastMinute,
      scannedAt,
      passIssuedAt,
      at,
      desk.policy,
      desk.log,
    );
    desk.absorb();
    if (witness !== undefined)
      witness({
        rule: "custodian.record",
        keys: [books.crisis.keyOf(crisis), pass, visit],
        facts: [
          wellFormed,
          venueKnown,
          epochKnown,
          passSigned,
          scanSigned,
          challengeAnswered,
          scansLastMinute,
          scannedAt,
          passIssuedAt,
        ],
        at,
        answer,
      });
    return answer;
  },
  recordLate: (
    crisis,
    pass,
    visit,
    wellFormed,
    venueKnown,
    epochKnown,
    passSigned,
    scanSigned,
    challengeAnswered,
    scansLastMinute,
    scannedAt,
    passIssuedAt,
    venueSilent,
    at,
  ) => {
    const answer = custodianRecordLate(
      rows.crisis,
      crisis,
      scratch.pass,
      0,
      scratch.visit,
      0,
      wellFormed,
      venueKnown,
      epochKnown,
      passSigned,
      scanSigned,
      challengeAnswered,
      scansLastMinute,
      scannedAt,
      passIssuedAt,
      venueSilent,
      at,
      desk.policy,
      desk.log,
    );
    desk.absorb();
    if (witness !== undefined)
      witness({
        rule: "custodian.recordLate",
        keys: [books.crisis.keyOf(crisis), pass, visit],
        facts: [
          wellFormed,
          venueKnown,
          epochKnown,
          passSigned,
          scanSigned,
          challengeAnswered,
          scansLastMinute,
          scannedAt,
          passIssuedAt,
          venueSilent,
        ],
        at,
        answer,
      });
    return answer;
  },
  openDay: (day, startedAt, at) => {
    const answer = custodianOpenDay(rows.day, day, startedAt, at, desk.policy, desk.log);
    desk.absorb();
    if (witness !== undefined)
      witness({ rule: "custodian.openDay", keys: [books.day.keyOf(day)], facts: [startedAt], at, answer });
    return answer;
  },
  release: (
    officers,
    ground,
    venues,
    windowStart,
    windowEnd,
    approvedAt,
    records,
    recordsOfDay,
    cosigners,
    at,
  ) => {
    const answer = custodianRelease(
      officers,
      ground,
      venues,
      windowStart,
      windowEnd,
      approvedAt,
      records,
      recordsOfDay,
      cosigners,
      at,
      desk.policy,
      desk.log,
    );
    desk.absorb();
    if (witness !== undefined)
      witness({
        rule: "custodian.release",
        keys: [],
        facts: [
          officers,
          ground,
          venues,
          windowStart,
          windowEnd,
          approvedAt,
          records,
          recordsOfDay,
          cosigners,
        ],
        at,
        answer,
      });
    return answer;
  },
  releaseVisit: (visit, at) => {
    const answer = custodianReleaseVisit(scratch.visit, 0, at, desk.policy, desk.log);
    desk.absorb();
    if (witness !== undefined)
      witness({ rule: "custodian.releaseVisit", keys: [visit], facts: [], at, answer });
    return answer;
  },
});

export interface CustodianRulesService {
  readonly books: CustodianBooks;
  /** One batch in one transaction: loads these keys, lets the body decide, writes rows and events, commits. */
  readonly batch: <A, E, R>(
    keys: CustodianKeys,
    body: (decide: CustodianDecider) => Effect.Effect<A, E, R>,
  ) => Effect.Effect<A, E | StoreUnavailable, R>;
  /** Takes note of the national crisis level; collection stops at once when it no longer allows it. */
  readonly announceLevel: (request: {
    readonly crisis: string;
    readonly level: "attention" | "caution" | "alert" | "serious";
    readonly at: number;
  }) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** Opens the partition of the Seoul day of an epoch, whenever its deposit arrives before the day is over. */
  readonly openDay: (request: {
    readonly day: string;
    readonly startedAt: number;
    readonly at: number;
  }) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** Releases the sealed records of a case after checking officers, ground, venues, window and limits. */
  readonly release: (request: {
    readonly officers: number;
    readonly ground: "none" | "investigation";
    readonly venues: number;
    readonly windowStart: number;
    readonly windowEnd: number;
    readonly approvedAt: number;
    readonly records: number;
    readonly recordsOfDay: number;
    readonly cosigners: number;
    readonly at: number;
  }) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
}

/** The rules of the custodian. */
export class CustodianRules extends Context.Service<CustodianRules, CustodianRulesService>()(
  "entrylog/impl/generated/CustodianRules",
) {
  /** The service over these books of the party's store. */
  static readonly over = (books: CustodianBooks) =>
    Layer.effect(
      CustodianRules,
      Effect.gen(function* () {
        const store = yield* Store;
        const witness = yield* Witness;
        const desk = makeDesk(yield* PolicyInForce, Object.values(books));
        const scratch: CustodianScratch = { pass: makePassColumns(1), visit: makeVisitColumns(1) };
        const decider = () => {
          const crisis = asCrisisColumns(books.crisis.columns);
          const day = asDayColumns(books.day.columns);
          return crisis === undefined || day === undefined
            ? undefined
            : deciderOver(desk, books, scratch, { crisis, day }, witness);
        };
        const batch: CustodianRulesService["batch"] = (keys, body) =>
          inOneBatch(
            store,
            Object.values(books),
            Effect.suspend(() => {
              desk.log.length = 0;
              return Effect.flatMap(loadAll(books, keys), () => {
                const decide = decider();
                return decide === undefined
                  ? Effect.die("a book of the custodian is of another machine")
                  : body(decide);
              });
            }),
          );
        return CustodianRules.of({
          books,
          batch,
          announceLevel: (request) =>
            one(
              batch({ crisis: [request.crisis] }, (decide) =>
                Effect.sync(() =>
                  decide.announceLevel(
                    books.crisis.slot(request.crisis),
                    ["attention", "caution", "alert", "serious"].indexOf(request.level),
                    request.at,
                  ),
                ),
              ),
            ),
          openDay: (request) =>
            one(
              batch({ day: [request.day] }, (decide) =>
                Effect.sync(() => decide.openDay(books.day.slot(request.day), request.startedAt, request.at)),
              ),
            ),
          release: (request) =>
            one(
              batch({}, (decide) =>
                Effect.sync(() =>
                  decide.release(
                    request.officers,
                    ["none", "investigation"].indexOf(request.ground),
                    request.venues,
                    request.windowStart,
                    request.windowEnd,
                    request.approvedAt,
                    request.records,
                    request.recordsOfDay,
                    request.cosigners,
                    request.at,
                  ),
                ),
              ),
            ),
        });
      }),
    );
}
