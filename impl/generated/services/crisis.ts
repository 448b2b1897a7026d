// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 098db7247bff9de3.
import { Context, Effect, Layer } from "effect";
import { makeLifecycleService, type LifecycleService } from "../../lifecycle/lifecycleservice.ts";
import type { Refused } from "../../lifecycle/refused.ts";
import type { Book } from "../../store/book.ts";
import { Store } from "../../store/store.ts";
import type { StoreUnavailable } from "../../store/unavailable.ts";
import { machineCores, type ToldName } from "../law.ts";

const [core] = machineCores.slice(0);

export interface CrisisLifecycleService extends LifecycleService {
  /** `level.announced`, now. */
  readonly levelAnnounced: (
    key: string,
    given: { readonly level: "attention" | "caution" | "alert" | "serious" },
  ) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
}

/** Whether the national crisis level allows collection. */
export class CrisisLifecycle extends Context.Service<CrisisLifecycle, CrisisLifecycleService>()(
  "entrylog/impl/generated/CrisisLifecycle",
) {
  /** The service over this book of a party's store. */
  static readonly over = (book: Book) =>
    Layer.effect(
      CrisisLifecycle,
      Effect.gen(function* () {
        if (core === undefined) return yield* Effect.die("the law has no crisis");
        const service = yield* makeLifecycleService(core, yield* Store, book);
        return CrisisLifecycle.of({
          ...service,
          levelAnnounced: (key, given) =>
            service.send(key, 1, [["attention", "caution", "alert", "serious"].indexOf(given.level)]),
        });
      }),
    );
}
