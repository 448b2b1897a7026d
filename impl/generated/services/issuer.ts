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
import { asConsentColumns, type ConsentColumns } from "../core/consent.ts";
import { asVerificationColumns, type VerificationColumns } from "../core/verification.ts";
import { makePassColumns, type PassColumns } from "../core/pass.ts";
import type { ToldName } from "../law.ts";
import {
  issuerAnnounceLevel,
  issuerOpenDay,
  issuerAgree,
  issuerSendCode,
  issuerCheckCode,
  issuerIssue,
  issuerWithdraw,
  issuerPublishNotice,
  issuerAnswer,
} from "../rules/issuer.ts";

/** The books in which the issuer keeps rows. */
export type IssuerBooks = {
  readonly crisis: Book;
  readonly day: Book;
  readonly consent: Book;
  readonly verification: Book;
};

/** Keys whose rows a batch needs. */
export type IssuerKeys = {
  readonly crisis?: readonly string[];
  readonly day?: readonly string[];
  readonly consent?: readonly string[];
  readonly verification?: readonly string[];
};

/** Tokens and partition rows that pass through a decision: one slot, number 0, set and read by the caller. */
export interface IssuerScratch {
  readonly pass: PassColumns;
}

/**
 * Decisions over loaded rows, by slot; instants in ms. Answers a refusal's number, or minus the number of what was told.
 * Valid until the batch ends.
 */
export interface IssuerDecider {
  readonly desk: Desk;
  readonly books: IssuerBooks;
  readonly scratch: IssuerScratch;
  /** Takes note of the national crisis level; collection stops at once when it no longer allows it. */
  readonly announceLevel: (crisis: number, level: number, at: number) => number;
  /** Opens a Seoul day with its keys when its first epoch begins. */
  readonly openDay: (day: number, startedAt: number, at: number) => number;
  /** Records that a person agrees to the notice in force. */
  readonly agree: (
    crisis: number,
    consent: number,
    noticeVersion: number,
    guardianNeeded: number,
    guardianConfirmed: number,
    at: number,
  ) => number;
  /** Sends a code to a person who has agreed to the notice. */
  readonly sendCode: (
    crisis: number,
    consent: number,
    verification: number,
    sendsByOthers: number,
    sendsFromNetwork: number,
    at: number,
  ) => number;
  /** Takes a code that a person typed. */
  readonly checkCode: (
    crisis: number,
    consent: number,
    verification: number,
    matches: number,
    at: number,
  ) => number;
  /** Issues a pass to a person with current consent and a live verification. */
  readonly issue: (
    crisis: number,
    consent: number,
    verification: number,
    pass: string,
    passesLastMinute: number,
    at: number,
  ) => number;
  /** Ends the consent and the account, and with them what ties earlier passes to the person. */
  readonly withdraw: (consent: number, verification: number, at: number) => number;
  /** Publishes a notice: a consent to an older one becomes outdated. */
  readonly publishNotice: (consent: number, noticeVersion: number, at: number) => number;
  /** Answers a release of the custodian: opens only what it lists, once, for two officers. */
  readonly answer: (
    releaseSigned: number,
    officers: number,
    listed: number,
    answeredBefore: number,
    records: number,
    recordsOfDay: number,
    cosigners: number,
    caseEndsAt: number,
    at: number,
  ) => number;
}

const deciderOver = (
  desk: Desk,
  books: IssuerBooks,
  scratch: IssuerScratch,
  rows: {
    readonly crisis: CrisisColumns;
    readonly day: DayColumns;
    readonly consent: ConsentColumns;
    readonly verification: VerificationColumns;
  },
  witness: ((decision: Witnessed) => void) | undefined,
): IssuerDecider => ({
  desk,
  books,
  scratch,
  announceLevel: (crisis, level, at) => {
    const answer = issuerAnnounceLevel(rows.crisis, crisis, level, at, desk.policy, desk.log);
    desk.absorb();
    if (witness !== undefined)
      witness({
        rule: "issuer.announceLevel",
        keys: [books.crisis.keyOf(crisis)],
        facts: [level],
        at,
        answer,
      });
    return answer;
  },
  openDay: (day, startedAt, at) => {
    const answer = issuerOpenDay(rows.day, day, startedAt, at, desk.policy, desk.log);
    desk.absorb();
    if (witness !== undefined)
      witness({ rule: "issuer.openDay", keys: [books.day.keyOf(day)], facts: [startedAt], at, answer });
    return answer;
  },
  agree: (crisis, consent, noticeVersion, guardianNeeded, guardianConfirmed, at) => {
    const answer = issuerAgree(
      rows.crisis,
      crisis,
      rows.consent,
      consent,
      noticeVersion,
      guardianNeeded,
      guardianConfirmed,
      at,
      desk.policy,
      desk.log,
    );
    desk.absorb();
    if (witness !== undefined)
      witness({
        rule: "issuer.agree",
        keys: [books.crisis.keyOf(crisis), books.consent.keyOf(consent)],
        facts: [noticeVersion, guardianNeeded, guardianConfirmed],
        at,
        answer,
      });
    return answer;
  },
  sendCode: (crisis, consent, verification, sendsByOthers, sendsFromNetwork, at) => {
    const answer = issuerSendCode(
      rows.crisis,
      crisis,
      rows.consent,
      consent,
      rows.verification,
      verification,
      sendsByOthers,
      sendsFromNetwork,
      at,
      desk.policy,
      desk.log,
    );
    desk.absorb();
    if (witness !== undefined)
      witness({
        rule: "issuer.sendCode",
        keys: [
          books.crisis.keyOf(crisis),
          books.consent.keyOf(consent),
          books.verification.keyOf(verification),
        ],
        facts: [sendsByOthers, sendsFromNetwork],
        at,
        answer,
      });
    return answer;
  },
  checkCode: (crisis, consent, verification, matches, at) => {
    const answer = issuerCheckCode(
      rows.crisis,
      crisis,
      rows.consent,
      consent,
      rows.verification,
      verification,
      matches,
      at,
      desk.policy,
      desk.log,
    );
    desk.absorb();
    if (witness !== undefined)
      witness({
        rule: "issuer.checkCode",
        keys: [
          books.crisis.keyOf(crisis),
          books.consent.keyOf(consent),
          books.verification.keyOf(verification),
        ],
        facts: [matches],
        at,
        answer,
      });
    return answer;
  },
  issue: (crisis, consent, verification, pass, passesLastMinute, at) => {
    const answer = issuerIssue(
      rows.crisis,
      crisis,
      rows.consent,
      consent,
      rows.verification,
      verification,
      scratch.pass,
      0,
      passesLastMinute,
      at,
      desk.policy,
      desk.log,
    );
    desk.absorb();
    if (witness !== undefined)
      witness({
        rule: "issuer.issue",
        keys: [
          books.crisis.keyOf(crisis),
          books.consent.keyOf(consent),
          books.verification.keyOf(verification),
          pass,
        ],
        facts: [passesLastMinute],
        at,
        answer,
      });
    return answer;
  },
  withdraw: (consent, verification, at) => {
    const answer = issuerWithdraw(
      rows.consent,
      consent,
      rows.verification,
      verification,
      at,
      desk.policy,
      desk.log,
    );
    desk.absorb();
    if (witness !== undefined)
      witness({
        rule: "issuer.withdraw",
        keys: [books.consent.keyOf(consent), books.verification.keyOf(verification)],
        facts: [],
        at,
        answer,
      });
    return answer;
  },
  publishNotice: (consent, noticeVersion, at) => {
    const answer = issuerPublishNotice(rows.consent, consent, noticeVersion, at, desk.policy, desk.log);
    desk.absorb();
    if (witness !== undefined)
      witness({
        rule: "issuer.publishNotice",
        keys: [books.consent.keyOf(consent)],
        facts: [noticeVersion],
        at,
        answer,
      });
    return answer;
  },
  answer: (
    releaseSigned,
    officers,
    listed,
    answeredBefore,
    records,
    recordsOfDay,
    cosigners,
    caseEndsAt,
    at,
  ) => {
    const answer = issuerAnswer(
      releaseSigned,
      officers,
      listed,
      answeredBefore,
      records,
      recordsOfDay,
      cosigners,
      caseEndsAt,
      at,
      desk.policy,
      desk.log,
    );
    desk.absorb();
    if (witness !== undefined)
      witness({
        rule: "issuer.answer",
        keys: [],
        facts: [
          releaseSigned,
          officers,
          listed,
          answeredBefore,
          records,
          recordsOfDay,
          cosigners,
          caseEndsAt,
        ],
        at,
        answer,
      });
    return answer;
  },
});

export interface IssuerRulesService {
  readonly books: IssuerBooks;
  /** One batch in one transaction: loads these keys, lets the body decide, writes rows and events, commits. */
  readonly batch: <A, E, R>(
    keys: IssuerKeys,
    body: (decide: IssuerDecider) => Effect.Effect<A, E, R>,
  ) => Effect.Effect<A, E | StoreUnavailable, R>;
  /** Takes note of the national crisis level; collection stops at once when it no longer allows it. */
  readonly announceLevel: (request: {
    readonly crisis: string;
    readonly level: "attention" | "caution" | "alert" | "serious";
    readonly at: number;
  }) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** Opens a Seoul day with its keys when its first epoch begins. */
  readonly openDay: (request: {
    readonly day: string;
    readonly startedAt: number;
    readonly at: number;
  }) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** Records that a person agrees to the notice in force. */
  readonly agree: (request: {
    readonly crisis: string;
    readonly consent: string;
    readonly noticeVersion: number;
    readonly guardianNeeded: boolean;
    readonly guardianConfirmed: boolean;
    readonly at: number;
  }) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** Sends a code to a person who has agreed to the notice. */
  readonly sendCode: (request: {
    readonly crisis: string;
    readonly consent: string;
    readonly verification: string;
    readonly sendsByOthers: number;
    readonly sendsFromNetwork: number;
    readonly at: number;
  }) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** Takes a code that a person typed. */
  readonly checkCode: (request: {
    readonly crisis: string;
    readonly consent: string;
    readonly verification: string;
    readonly matches: boolean;
    readonly at: number;
  }) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** Ends the consent and the account, and with them what ties earlier passes to the person. */
  readonly withdraw: (request: {
    readonly consent: string;
    readonly verification: string;
    readonly at: number;
  }) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** Publishes a notice: a consent to an older one becomes outdated. */
  readonly publishNotice: (request: {
    readonly consent: string;
    readonly noticeVersion: number;
    readonly at: number;
  }) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** Answers a release of the custodian: opens only what it lists, once, for two officers. */
  readonly answer: (request: {
    readonly releaseSigned: boolean;
    readonly officers: number;
    readonly listed: boolean;
    readonly answeredBefore: boolean;
    readonly records: number;
    readonly recordsOfDay: number;
    readonly cosigners: number;
    readonly caseEndsAt: number;
    readonly at: number;
  }) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
}

/** The rules of the issuer. */
export class IssuerRules extends Context.Service<IssuerRules, IssuerRulesService>()(
  "entrylog/impl/generated/IssuerRules",
) {
  /** The service over these books of the party's store. */
  static readonly over = (books: IssuerBooks) =>
    Layer.effect(
      IssuerRules,
      Effect.gen(function* () {
        const store = yield* Store;
        const witness = yield* Witness;
        const desk = makeDesk(yield* PolicyInForce, Object.values(books));
        const scratch: IssuerScratch = { pass: makePassColumns(1) };
        const decider = () => {
          const crisis = asCrisisColumns(books.crisis.columns);
          const day = asDayColumns(books.day.columns);
          const consent = asConsentColumns(books.consent.columns);
          const verification = asVerificationColumns(books.verification.columns);
          return crisis === undefined ||
            day === undefined ||
            consent === undefined ||
            verification === undefined
            ? undefined
            : deciderOver(desk, books, scratch, { crisis, day, consent, verification }, witness);
        };
        const batch: IssuerRulesService["batch"] = (keys, body) =>
          inOneBatch(
            store,
            Object.values(books),
            Effect.suspend(() => {
              desk.log.length = 0;
              return Effect.flatMap(loadAll(books, keys), () => {
                const decide = decider();
                return decide === undefined
                  ? Effect.die("a book of the issuer is of another machine")
                  : body(decide);
              });
            }),
          );
        return IssuerRules.of({
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
          agree: (request) =>
            one(
              batch({ crisis: [request.crisis], consent: [request.consent] }, (decide) =>
                Effect.sync(() =>
                  decide.agree(
                    books.crisis.slot(request.crisis),
                    books.consent.slot(request.consent),
                    request.noticeVersion,
                    request.guardianNeeded ? 1 : 0,
                    request.guardianConfirmed ? 1 : 0,
                    request.at,
                  ),
                ),
              ),
            ),
          sendCode: (request) =>
            one(
              batch(
                {
                  crisis: [request.crisis],
                  consent: [request.consent],
                  verification: [request.verification],
                },
                (decide) =>
                  Effect.sync(() =>
                    decide.sendCode(
                      books.crisis.slot(request.crisis),
                      books.consent.slot(request.consent),
                      books.verification.slot(request.verification),
                      request.sendsByOthers,
                      request.sendsFromNetwork,
                      request.at,
                    ),
                  ),
              ),
            ),
          checkCode: (request) =>
            one(
              batch(
                {
                  crisis: [request.crisis],
                  consent: [request.consent],
                  verification: [request.verification],
                },
                (decide) =>
                  Effect.sync(() =>
                    decide.checkCode(
                      books.crisis.slot(request.crisis),
                      books.consent.slot(request.consent),
                      books.verification.slot(request.verification),
                      request.matches ? 1 : 0,
                      request.at,
                    ),
                  ),
              ),
            ),
          withdraw: (request) =>
            one(
              batch({ consent: [request.consent], verification: [request.verification] }, (decide) =>
                Effect.sync(() =>
                  decide.withdraw(
                    books.consent.slot(request.consent),
                    books.verification.slot(request.verification),
                    request.at,
                  ),
                ),
              ),
            ),
          publishNotice: (request) =>
            one(
              batch({ consent: [request.consent] }, (decide) =>
                Effect.sync(() =>
                  decide.publishNotice(
                    books.consent.slot(request.consent),
                    request.noticeVersion,
                    request.at,
                  ),
                ),
              ),
            ),
          answer: (request) =>
            one(
              batch({}, (decide) =>
                Effect.sync(() =>
                  decide.answer(
                    request.releaseSigned ? 1 : 0,
                    request.officers,
                    request.listed ? 1 : 0,
                    request.answeredBefore ? 1 : 0,
                    request.records,
                    request.recordsOfDay,
                    request.cosigners,
                    request.caseEndsAt,
                    request.at,
                  ),
                ),
              ),
            ),
        });
      }),
    );
}
