// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 098db7247bff9de3.
import { Context, Effect, Layer } from "effect";
import { makeLifecycleService, type LifecycleService } from "../../lifecycle/lifecycleservice.ts";
import type { Refused } from "../../lifecycle/refused.ts";
import type { Book } from "../../store/book.ts";
import { Store } from "../../store/store.ts";
import type { StoreUnavailable } from "../../store/unavailable.ts";
import { machineCores, type ToldName } from "../law.ts";

const [core] = machineCores.slice(1);

export interface ConsentLifecycleService extends LifecycleService {
  /** `consent.given`, now. */
  readonly consentGiven: (
    key: string,
    given: { readonly noticeVersion: number },
  ) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** `consent.withdrawn`, now. */
  readonly consentWithdrawn: (key: string) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** `notice.published`, now. */
  readonly noticePublished: (
    key: string,
    given: { readonly noticeVersion: number },
  ) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
}

/** A person's consent to the notice, as the issuer keeps it. */
export class ConsentLifecycle extends Context.Service<ConsentLifecycle, ConsentLifecycleService>()(
  "entrylog/impl/generated/ConsentLifecycle",
) {
  /** The service over this book of a party's store. */
  static readonly over = (book: Book) =>
    Layer.effect(
      ConsentLifecycle,
      Effect.gen(function* () {
        if (core === undefined) return yield* Effect.die("the law has no consent");
        const service = yield* makeLifecycleService(core, yield* Store, book);
        return ConsentLifecycle.of({
          ...service,
          consentGiven: (key, given) => service.send(key, 1, [given.noticeVersion]),
          consentWithdrawn: (key) => service.send(key, 2, [0]),
          noticePublished: (key, given) => service.send(key, 3, [given.noticeVersion]),
        });
      }),
    );
}
