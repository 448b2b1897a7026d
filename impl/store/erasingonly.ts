// A store that was made under another law: what is due is erased from it, and nothing new is written into it.
// The parties' sweeps say that they erase; every other change is refused with its code, and reading goes on.
// It looks at no statement: who changes something is known by the sweep around it.
import { Context, Effect } from "effect";
import type { StoreService } from "./store.ts";
import { StoreUnavailable } from "./unavailable.ts";

const Erasing = Context.Reference<boolean>("entrylog/impl/store/Erasing", { defaultValue: () => false });

/** Everything that this sweep changes is erasing. */
export const erasing = <A, E, R>(sweep: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.provideService(sweep, Erasing, true);

const refused = new StoreUnavailable({ reason: "other-law", detail: "nothing was written" });

export const erasingOnly = (store: StoreService): StoreService => {
  const onlyErasing = <A>(change: Effect.Effect<A, StoreUnavailable>): Effect.Effect<A, StoreUnavailable> =>
    Effect.withFiber((fiber) => (fiber.getRef(Erasing) ? change : Effect.fail(refused)));
  return {
    ...store,
    run: (text, parameters) => onlyErasing(store.run(text, parameters)),
    runEach: (text, parameterLists) => onlyErasing(store.runEach(text, parameterLists)),
  };
};

/** Leaves out what may not be written under another law; a party that does it at each start does it after the migration. */
export const unlessOtherLaw = <A, E, R>(change: Effect.Effect<A, E, R>): Effect.Effect<void, E, R> =>
  change.pipe(
    Effect.asVoid,
    Effect.catchIf(
      (failure) => failure instanceof StoreUnavailable && failure.reason === "other-law",
      () => Effect.void,
    ),
  );
