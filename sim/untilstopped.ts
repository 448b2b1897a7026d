// Work that goes on in steps and cannot be cut in the middle of one: when it is interrupted it is asked to stop, and waited for.
// Runs of the policy level end so after the day that is being lived, with what there is.
// It decides nothing about what is kept.
import { Effect, Fiber } from "effect";

/** The work asks between its steps whether it shall stop; what is to be said then is said at once. */
export const untilStopped = <A, E, R>(
  work: (isStopped: () => boolean) => Effect.Effect<A, E, R>,
  said: Effect.Effect<void> = Effect.void,
): Effect.Effect<A, E, R> =>
  Effect.suspend(() => {
    let isStopped = false;
    return Effect.flatMap(Effect.forkChild(Effect.uninterruptible(work(() => isStopped))), (fiber) =>
      Fiber.join(fiber).pipe(
        Effect.onInterrupt(() => {
          isStopped = true;
          return Effect.andThen(said, Effect.ignore(Fiber.await(fiber)));
        }),
      ),
    );
  });
