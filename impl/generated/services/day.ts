// Generated from models/ by `entrylog generate`; never edited by hand. Stamp 098db7247bff9de3.
import { Context, Effect, Layer } from "effect";
import { makeLifecycleService, type LifecycleService } from "../../lifecycle/lifecycleservice.ts";
import type { Refused } from "../../lifecycle/refused.ts";
import type { Book } from "../../store/book.ts";
import { Store } from "../../store/store.ts";
import type { StoreUnavailable } from "../../store/unavailable.ts";
import { machineCores, type ToldName } from "../law.ts";

const [core] = machineCores.slice(5);

export interface DayLifecycleService extends LifecycleService {
  /** `day.opened`, now. */
  readonly dayOpened: (key: string) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
}

/** Everything that one party keeps of one Seoul day. */
export class DayLifecycle extends Context.Service<DayLifecycle, DayLifecycleService>()(
  "entrylog/impl/generated/DayLifecycle",
) {
  /** The service over this book of a party's store. */
  static readonly over = (book: Book) =>
    Layer.effect(
      DayLifecycle,
      Effect.gen(function* () {
        if (core === undefined) return yield* Effect.die("the law has no day");
        const service = yield* makeLifecycleService(core, yield* Store, book);
        return DayLifecycle.of({
          ...service,
          dayOpened: (key) => service.send(key, 1, []),
        });
      }),
    );
}
