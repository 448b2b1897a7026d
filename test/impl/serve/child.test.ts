// A process as a child of this one: ended at once where it is told so, and left alone where it has ended already.
// Each is a small program of its own, and really runs.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { startChild } from "../../../impl/serve/child.ts";

const childOf = (program: string) => startChild([], () => undefined, ["-e", program]);

describe("a child process", () => {
  it("is ended at once when it is killed, and a second time nothing happens", () =>
    Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const child = yield* childOf("process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)");
          child.kill();
          expect(yield* child.ended).toBe(1);
          expect(child.kill).not.toThrow();
        }),
      ),
    ));

  it("that ended by itself can be killed like any other", () =>
    Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const child = yield* childOf("process.exit(3)");
          expect(yield* child.ended).toBe(3);
          expect(child.kill).not.toThrow();
        }),
      ),
    ));
});
