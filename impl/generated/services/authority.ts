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
import { asDisclosureColumns, type DisclosureColumns } from "../core/disclosure.ts";
import type { ToldName } from "../law.ts";
import {
  authorityRequest,
  authorityApprove,
  authorityDeny,
  authorityReceiveRelease,
  authorityReceiveAnswer,
  authorityClose,
} from "../rules/authority.ts";

/** The books in which the authority keeps rows. */
export type AuthorityBooks = {
  readonly disclosure: Book;
};

/** Keys whose rows a batch needs. */
export type AuthorityKeys = {
  readonly disclosure?: readonly string[];
};

/** Tokens and partition rows that pass through a decision: one slot, number 0, set and read by the caller. */
export interface AuthorityScratch {}

/**
 * Decisions over loaded rows, by slot; instants in ms. Answers a refusal's number, or minus the number of what was told.
 * Valid until the batch ends.
 */
export interface AuthorityDecider {
  readonly desk: Desk;
  readonly books: AuthorityBooks;
  readonly scratch: AuthorityScratch;
  /** An officer opens a case. */
  readonly request: (
    disclosure: number,
    officer: number,
    ground: number,
    venues: number,
    windowStart: number,
    windowEnd: number,
    at: number,
  ) => number;
  /** A second officer approves the case. */
  readonly approve: (disclosure: number, officer: number, at: number) => number;
  /** An officer denies the case. */
  readonly deny: (disclosure: number, officer: number, at: number) => number;
  /** The custodian's release arrives. */
  readonly receiveRelease: (disclosure: number, records: number, at: number) => number;
  /** The issuer's answer arrives, sealed to the two officers. */
  readonly receiveAnswer: (disclosure: number, recordsEndAt: number, at: number) => number;
  /** The case is closed and its answer erased. */
  readonly close: (disclosure: number, at: number) => number;
}

const deciderOver = (
  desk: Desk,
  books: AuthorityBooks,
  scratch: AuthorityScratch,
  rows: { readonly disclosure: DisclosureColumns },
  witness: ((decision: Witnessed) => void) | undefined,
): AuthorityDecider => ({
  desk,
  books,
  scratch,
  request: (disclosure, officer, ground, venues, windowStart, windowEnd, at) => {
    const answer = authorityRequest(
      rows.disclosure,
      disclosure,
      officer,
      ground,
      venues,
      windowStart,
      windowEnd,
      at,
      desk.policy,
      desk.log,
    );
    desk.absorb();
    if (witness !== undefined)
      witness({
        rule: "authority.request",
        keys: [books.disclosure.keyOf(disclosure)],
        facts: [officer, ground, venues, windowStart, windowEnd],
        at,
        answer,
      });
    return answer;
  },
  approve: (disclosure, officer, at) => {
    const answer = authorityApprove(rows.disclosure, disclosure, officer, at, desk.policy, desk.log);
    desk.absorb();
    if (witness !== undefined)
      witness({
        rule: "authority.approve",
        keys: [books.disclosure.keyOf(disclosure)],
        facts: [officer],
        at,
        answer,
      });
    return answer;
  },
  deny: (disclosure, officer, at) => {
    const answer = authorityDeny(rows.disclosure, disclosure, officer, at, desk.policy, desk.log);
    desk.absorb();
    if (witness !== undefined)
      witness({
        rule: "authority.deny",
        keys: [books.disclosure.keyOf(disclosure)],
        facts: [officer],
        at,
        answer,
      });
    return answer;
  },
  receiveRelease: (disclosure, records, at) => {
    const answer = authorityReceiveRelease(rows.disclosure, disclosure, records, at, desk.policy, desk.log);
    desk.absorb();
    if (witness !== undefined)
      witness({
        rule: "authority.receiveRelease",
        keys: [books.disclosure.keyOf(disclosure)],
        facts: [records],
        at,
        answer,
      });
    return answer;
  },
  receiveAnswer: (disclosure, recordsEndAt, at) => {
    const answer = authorityReceiveAnswer(
      rows.disclosure,
      disclosure,
      recordsEndAt,
      at,
      desk.policy,
      desk.log,
    );
    desk.absorb();
    if (witness !== undefined)
      witness({
        rule: "authority.receiveAnswer",
        keys: [books.disclosure.keyOf(disclosure)],
        facts: [recordsEndAt],
        at,
        answer,
      });
    return answer;
  },
  close: (disclosure, at) => {
    const answer = authorityClose(rows.disclosure, disclosure, at, desk.policy, desk.log);
    desk.absorb();
    if (witness !== undefined)
      witness({ rule: "authority.close", keys: [books.disclosure.keyOf(disclosure)], facts: [], at, answer });
    return answer;
  },
});

export interface AuthorityRulesService {
  readonly books: AuthorityBooks;
  /** One batch in one transaction: loads these keys, lets the body decide, writes rows and events, commits. */
  readonly batch: <A, E, R>(
    keys: AuthorityKeys,
    body: (decide: AuthorityDecider) => Effect.Effect<A, E, R>,
  ) => Effect.Effect<A, E | StoreUnavailable, R>;
  /** An officer opens a case. */
  readonly request: (request: {
    readonly disclosure: string;
    readonly officer: string;
    readonly ground: "none" | "investigation";
    readonly venues: number;
    readonly windowStart: number;
    readonly windowEnd: number;
    readonly at: number;
  }) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** A second officer approves the case. */
  readonly approve: (request: {
    readonly disclosure: string;
    readonly officer: string;
    readonly at: number;
  }) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** An officer denies the case. */
  readonly deny: (request: {
    readonly disclosure: string;
    readonly officer: string;
    readonly at: number;
  }) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** The custodian's release arrives. */
  readonly receiveRelease: (request: {
    readonly disclosure: string;
    readonly records: number;
    readonly at: number;
  }) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** The issuer's answer arrives, sealed to the two officers. */
  readonly receiveAnswer: (request: {
    readonly disclosure: string;
    readonly recordsEndAt: number;
    readonly at: number;
  }) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** The case is closed and its answer erased. */
  readonly close: (request: {
    readonly disclosure: string;
    readonly at: number;
  }) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
}

/** The rules of the authority. */
export class AuthorityRules extends Context.Service<AuthorityRules, AuthorityRulesService>()(
  "entrylog/impl/generated/AuthorityRules",
) {
  /** The service over these books of the party's store. */
  static readonly over = (books: AuthorityBooks) =>
    Layer.effect(
      AuthorityRules,
      Effect.gen(function* () {
        const store = yield* Store;
        const witness = yield* Witness;
        const desk = makeDesk(yield* PolicyInForce, Object.values(books));
        const scratch: AuthorityScratch = {};
        const decider = () => {
          const disclosure = asDisclosureColumns(books.disclosure.columns);
          return disclosure === undefined
            ? undefined
            : deciderOver(desk, books, scratch, { disclosure }, witness);
        };
        const batch: AuthorityRulesService["batch"] = (keys, body) =>
          inOneBatch(
            store,
            Object.values(books),
            Effect.suspend(() => {
              desk.log.length = 0;
              return Effect.flatMap(loadAll(books, keys), () => {
                const decide = decider();
                return decide === undefined
                  ? Effect.die("a book of the authority is of another machine")
                  : body(decide);
              });
            }),
          );
        return AuthorityRules.of({
          books,
          batch,
          request: (request) =>
            one(
              batch({ disclosure: [request.disclosure] }, (decide) =>
                Effect.sync(() =>
                  decide.request(
                    books.disclosure.slot(request.disclosure),
                    books.disclosure.idOf(request.officer),
                    ["none", "investigation"].indexOf(request.ground),
                    request.venues,
                    request.windowStart,
                    request.windowEnd,
                    request.at,
                  ),
                ),
              ),
            ),
          approve: (request) =>
            one(
              batch({ disclosure: [request.disclosure] }, (decide) =>
                Effect.sync(() =>
                  decide.approve(
                    books.disclosure.slot(request.disclosure),
                    books.disclosure.idOf(request.officer),
                    request.at,
                  ),
                ),
              ),
            ),
          deny: (request) =>
            one(
              batch({ disclosure: [request.disclosure] }, (decide) =>
                Effect.sync(() =>
                  decide.deny(
                    books.disclosure.slot(request.disclosure),
                    books.disclosure.idOf(request.officer),
                    request.at,
                  ),
                ),
              ),
            ),
          receiveRelease: (request) =>
            one(
              batch({ disclosure: [request.disclosure] }, (decide) =>
                Effect.sync(() =>
                  decide.receiveRelease(
                    books.disclosure.slot(request.disclosure),
                    request.records,
                    request.at,
                  ),
                ),
              ),
            ),
          receiveAnswer: (request) =>
            one(
              batch({ disclosure: [request.disclosure] }, (decide) =>
                Effect.sync(() =>
                  decide.receiveAnswer(
                    books.disclosure.slot(request.disclosure),
                    request.recordsEndAt,
                    request.at,
                  ),
                ),
              ),
            ),
          close: (request) =>
            one(
              batch({ disclosure: [request.disclosure] }, (decide) =>
                Effect.sync(() => decide.close(books.disclosure.slot(request.disclosure), request.at)),
              ),
            ),
        });
      }),
    );
}
