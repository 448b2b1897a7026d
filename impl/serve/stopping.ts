// When a served party stops: at SIGINT or SIGTERM, or when its input ends, if it was started by a parent that may die.
// The parent of `serve all` holds each child's input open, so that no party outlives it by accident.
// It says only when; what stopping means is the scope's business.
import { Effect } from "effect";

export const untilToldToStop = (options: { readonly untilInputEnds: boolean }): Effect.Effect<void> =>
  Effect.callback((resume) => {
    const stop = () => {
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
      process.stdin.off("end", stop);
      process.stdin.off("error", stop);
      resume(Effect.void);
    };
    process.on("SIGINT", stop);
    process.on("SIGTERM", stop);
    if (options.untilInputEnds) {
      process.stdin.on("end", stop);
      process.stdin.on("error", stop);
      process.stdin.resume();
    }
  });
