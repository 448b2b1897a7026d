// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 098db7247bff9de3.
import { Context, Effect, Layer } from "effect";
import { makeLifecycleService, type LifecycleService } from "../../lifecycle/lifecycleservice.ts";
import type { Refused } from "../../lifecycle/refused.ts";
import type { Book } from "../../store/book.ts";
import { Store } from "../../store/store.ts";
import type { StoreUnavailable } from "../../store/unavailable.ts";
import { machineCores, type ToldName } from "../law.ts";

const [core] = machineCores.slice(6);

export interface DisclosureLifecycleService extends LifecycleService {
  /** `case.requested`, now. */
  readonly caseRequested: (
    key: string,
    given: {
      readonly officer: string;
      readonly ground: "none" | "investigation";
      readonly venues: number;
      readonly windowStart: number;
      readonly windowEnd: number;
    },
  ) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** `case.approved`, now. */
  readonly caseApproved: (
    key: string,
    given: { readonly officer: string },
  ) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** `case.denied`, now. */
  readonly caseDenied: (
    key: string,
    given: { readonly officer: string },
  ) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** `case.released`, now. */
  readonly caseReleased: (
    key: string,
    given: { readonly records: number },
  ) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** `case.answered`, now. */
  readonly caseAnswered: (
    key: string,
    given: { readonly recordsEndAt: number },
  ) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** `case.closed`, now. */
  readonly caseClosed: (key: string) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
}

/** A case of the quarantine authority: who and where are joined under it, or not at all. */
export class DisclosureLifecycle extends Context.Service<DisclosureLifecycle, DisclosureLifecycleService>()(
  "entrylog/impl/generated/DisclosureLifecycle",
) {
  /** The service over this book of a party's store. */
  static readonly over = (book: Book) =>
    Layer.effect(
      DisclosureLifecycle,
      Effect.gen(function* () {
        if (core === undefined) return yield* Effect.die("the law has no disclosure");
        const service = yield* makeLifecycleService(core, yield* Store, book);
        return DisclosureLifecycle.of({
          ...service,
          caseRequested: (key, given) =>
            service.send(key, 1, [
              given.officer,
              ["none", "investigation"].indexOf(given.ground),
              given.venues,
              given.windowStart,
              given.windowEnd,
              0,
              0,
            ]),
          caseApproved: (key, given) => service.send(key, 2, [given.officer, 0, 0, 0, 0, 0, 0]),
          caseDenied: (key, given) => service.send(key, 3, [given.officer, 0, 0, 0, 0, 0, 0]),
          caseReleased: (key, given) => service.send(key, 4, [0, 0, 0, 0, 0, given.records, 0]),
          caseAnswered: (key, given) => service.send(key, 5, [0, 0, 0, 0, 0, 0, given.recordsEndAt]),
          caseClosed: (key) => service.send(key, 6, [0, 0, 0, 0, 0, 0, 0]),
        });
      }),
    );
}
