// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 098db7247bff9de3.
import { Context, Effect, Layer } from "effect";
import { PolicyInForce, Witness, makeDesk, type Desk, type Witnessed } from "../../lifecycle/desk.ts";
import { one } from "../../lifecycle/one.ts";
import type { Refused } from "../../lifecycle/refused.ts";
import { loadAll } from "../../lifecycle/loading.ts";
import { inOneBatch } from "../../store/batch.ts";
import { Store } from "../../store/store.ts";
import type { StoreUnavailable } from "../../store/unavailable.ts";

import type { ToldName } from "../law.ts";
import { venueScan } from "../rules/venue.ts";

/** The books in which the venue keeps rows. */
export type VenueBooks = {};

/** Keys whose rows a batch needs. */
export type VenueKeys = {};

/** Tokens and partition rows that pass through a decision: one slot, number 0, set and read by the caller. */
export interface VenueScratch {}

/**
 * Decisions over loaded rows, by slot; instants in ms. Answers a refusal's number, or minus the number of what was told.
 * Valid until the batch ends.
 */
export interface VenueDecider {
  readonly desk: Desk;
  readonly books: VenueBooks;
  readonly scratch: VenueScratch;
  /** Signs a scanned pass with the device's key and sends it to the custodian. */
  readonly scan: (registered: number, wellFormed: number, at: number) => number;
}

const deciderOver = (
  desk: Desk,
  books: VenueBooks,
  scratch: VenueScratch,
  rows: {},
  witness: ((decision: Witnessed) => void) | undefined,
): VenueDecider => ({
  desk,
  books,
  scratch,
  scan: (registered, wellFormed, at) => {
    const answer = venueScan(registered, wellFormed, at, desk.policy, desk.log);
    desk.absorb();
    if (witness !== undefined)
      witness({ rule: "venue.scan", keys: [], facts: [registered, wellFormed], at, answer });
    return answer;
  },
});

export interface VenueRulesService {
  readonly books: VenueBooks;
  /** One batch in one transaction: loads these keys, lets the body decide, writes rows and events, commits. */
  readonly batch: <A, E, R>(
    keys: VenueKeys,
    body: (decide: VenueDecider) => Effect.Effect<A, E, R>,
  ) => Effect.Effect<A, E | StoreUnavailable, R>;
  /** Signs a scanned pass with the device's key and sends it to the custodian. */
  readonly scan: (request: {
    readonly registered: boolean;
    readonly wellFormed: boolean;
    readonly at: number;
  }) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
}

/** The rules of the venue. */
export class VenueRules extends Context.Service<VenueRules, VenueRulesService>()(
  "entrylog/impl/generated/VenueRules",
) {
  /** The service over these books of the party's store. */
  static readonly over = (books: VenueBooks) =>
    Layer.effect(
      VenueRules,
      Effect.gen(function* () {
        const store = yield* Store;
        const witness = yield* Witness;
        const desk = makeDesk(yield* PolicyInForce, Object.values(books));
        const scratch: VenueScratch = {};
        const decider = () => {
          return false ? undefined : deciderOver(desk, books, scratch, {}, witness);
        };
        const batch: VenueRulesService["batch"] = (keys, body) =>
          inOneBatch(
            store,
            Object.values(books),
            Effect.suspend(() => {
              desk.log.length = 0;
              return Effect.flatMap(loadAll(books, keys), () => {
                const decide = decider();
                return decide === undefined
                  ? Effect.die("a book of the venue is of another machine")
                  : body(decide);
              });
            }),
          );
        return VenueRules.of({
          books,
          batch,
          scan: (request) =>
            one(
              batch({}, (decide) =>
                Effect.sync(() =>
                  decide.scan(request.registered ? 1 : 0, request.wellFormed ? 1 : 0, request.at),
                ),
              ),
            ),
        });
      }),
    );
}
