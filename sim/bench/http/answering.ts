// What both servers of the issue-http row say to the benchmark when they listen, as one line of JSON on their output.
// They run until their input ends, so that neither is left behind.
// The benchmark starts them here, each as one process of Node's.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { Effect, Schema } from "effect";
import { Bytes } from "../../../impl/protocol/http/bytes.ts";

export const Listening = Schema.fromJsonString(
  Schema.Struct({
    port: Schema.Int,
    /** Under which the passes of this day are signed. */
    passKey: Bytes,
    /** The tokens of everybody who is verified. */
    tokens: Schema.Array(Schema.String),
  }),
);
export type Listening = typeof Listening.Type;

/** Says it, and waits for the end of the input. */
export const sayListening = (listening: Listening) =>
  Effect.andThen(
    Effect.map(Schema.encodeEffect(Listening)(listening), (line) => {
      process.stdout.write(`${line}\n`);
    }),
    Effect.callback((resume: (ended: Effect.Effect<void>) => void) => {
      process.stdin.on("end", () => {
        resume(Effect.void);
      });
      process.stdin.resume();
    }),
  );

/** Starts one of the two programs; it is stopped with the scope. */
export const startServer = Effect.fnUntraced(function* (program: string, words: readonly string[]) {
  const child = yield* Effect.acquireRelease(
    Effect.sync(() => spawn(process.execPath, [program, ...words], { stdio: ["pipe", "pipe", "inherit"] })),
    (started) =>
      Effect.callback((resume: (ended: Effect.Effect<void>) => void) => {
        if (started.exitCode !== null) {
          resume(Effect.void);
          return;
        }
        started.on("close", () => {
          resume(Effect.void);
        });
        started.stdin.end();
      }),
  );
  const line = yield* Effect.callback<string>((resume) => {
    const lines = createInterface({ input: child.stdout });
    lines.once("line", (said) => {
      resume(Effect.succeed(said));
    });
    lines.once("close", () => {
      resume(Effect.die(new Error(`${program} ended before it listened`)));
    });
  });
  return yield* Effect.orDie(Schema.decodeUnknownEffect(Listening)(line));
});
