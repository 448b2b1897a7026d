// The program of one process of a demonstration: a party as `entrylog serve` opens it, the phone network, an officer's desk, or the city's people.
// It differs from what is served in one thing: its clock is set ahead when its parent says so, on its input; that ends, and so does it.
// It loads the code of its own part alone. Nobody but the demonstration and tests starts it.
import { createInterface } from "node:readline";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Clock, Effect, References, Schema } from "effect";
import { codeOfExit } from "../../impl/serve/ending.ts";
import { untilToldToStop } from "../../impl/serve/stopping.ts";
import { telemetryLayer } from "../../impl/server/telemetry.ts";
import { readAhead } from "./clockfile.ts";
import { openPart } from "./parts.ts";
import { makeSettableClock } from "./settableclock.ts";
import { Answer, Order, Told } from "./words.ts";

const decodeOrder = Schema.decodeUnknownSync(Order);
const decodeTold = Schema.decodeUnknownSync(Told);
const encodeAnswer = Schema.encodeSync(Answer);

const answer = (said: typeof Answer.Type): void => {
  process.stdout.write(`${encodeAnswer(said)}\n`);
};

const program = Effect.gen(function* () {
  const { name, clockFolder, part } = decodeOrder(process.argv[2]);
  const settable = makeSettableClock(yield* readAhead(clockFolder));
  yield* Effect.scoped(
    Effect.gen(function* () {
      const listens = yield* openPart(part, (doings) => {
        answer({ aheadMs: settable.aheadMs(), doings });
      });
      createInterface({ input: process.stdin }).on("line", (line) => {
        settable.setAhead(decodeTold(line).aheadMs);
        answer({ aheadMs: settable.aheadMs() });
      });
      answer({ aheadMs: settable.aheadMs(), listens });
      yield* untilToldToStop({ untilInputEnds: true });
    }),
  ).pipe(
    Effect.provideService(Clock.Clock, settable.clock),
    Effect.provideService(References.MinimumLogLevel, "Error"),
    Effect.provide(telemetryLayer({ party: name })),
  );
});

/** A parent that went away reads no more lines, which is no reason to end before the stop is done. */
process.stdout.on("error", () => undefined);

process.exitCode = codeOfExit(await Effect.runPromiseExit(Effect.provide(program, NodeServices.layer)));
process.exit();
