/**
 * The scans that this machine works on at the moment, by the names that the page gave them: one that comes again meanwhile waits for the
 * same outcome. Whoever asked may be gone before it is done, as a page is that waited long enough; the work is finished all the same.
 */
import { Deferred, Effect, type Scope } from "effect";

export interface UnderWay<A, E> {
  readonly begin: (id: string, work: Effect.Effect<A, E>) => Effect.Effect<A, E>;
  /** The outcome of the one under way; undefined where there is none of this name. */
  readonly find: (id: string) => Effect.Effect<A, E> | undefined;
}

export const makeUnderWay = <A, E>(): Effect.Effect<UnderWay<A, E>, never, Scope.Scope> =>
  Effect.map(Effect.scope, (scope) => {
    const outcomes = new Map<string, Deferred.Deferred<A, E>>();
    const find = (id: string) => {
      const outcome = outcomes.get(id);
      return outcome === undefined ? undefined : Deferred.await(outcome);
    };
    return {
      find,
      begin: (id, work) =>
        Effect.suspend(() => {
          const found = find(id);
          if (found !== undefined) return found;
          const outcome = Deferred.makeUnsafe<A, E>();
          outcomes.set(id, outcome);
          return work.pipe(
            Effect.onExit((exit) =>
              Effect.sync(() => {
                outcomes.delete(id);
                Deferred.doneUnsafe(outcome, exit);
              }),
            ),
            Effect.forkIn(scope),
            Effect.andThen(Deferred.await(outcome)),
          );
        }),
    };
  });
