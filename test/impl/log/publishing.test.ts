// What a party appended is published although nobody asks for it: after a death before the checkpoint was kept, and when enough of the
// others are there again. The log's operators are told why it waits, once.
import { Effect, Logger } from "effect";
import { TestClock } from "effect/testing";
import { expect, it } from "vitest";
import { publishingByItself } from "../../../impl/log/publishing.ts";
import { ProofUnavailable } from "../../../impl/log/transparencylog.ts";

const away = new ProofUnavailable({ cosigners: 1, required: 2, detail: "entrylog/board: away" });

it("a log is published again and again, and why it cannot be is said once", () => {
  const said: string[] = [];
  const logger = Logger.make(({ message }) => void said.push(String(message)));
  return Effect.runPromise(
    Effect.gen(function* () {
      let turns = 0;
      let isAway = true;
      const publish = Effect.suspend(() => {
        turns += 1;
        return isAway ? Effect.fail(away) : Effect.void;
      });
      yield* publishingByItself({ publish });
      expect(turns).toBe(1);
      yield* TestClock.adjust(6_000);
      expect(turns).toBe(4);
      expect(said).toHaveLength(1);
      expect(said[0]).toMatch(/^The log could not be published: /);
      isAway = false;
      yield* TestClock.adjust(2_000);
      expect(turns).toBe(5);
      isAway = true;
      yield* TestClock.adjust(4_000);
      expect(turns).toBe(7);
      expect(said).toHaveLength(2);
    }).pipe(
      Effect.scoped,
      Effect.provide([Logger.layer([logger]), TestClock.layer({ warningDelay: "1 hour" })]),
    ),
  );
});
