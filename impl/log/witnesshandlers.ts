// A party as a witness, asked by the others over HTTP: the handler of impl/protocol/http/witness.ts.
// Every witness's listener for parties has it. It answers in the published form, and decides nothing itself.
import { Effect } from "effect";
import { HttpApiBuilder, HttpServerResponse } from "../protocol/http/effecthttp.ts";
import { problem, problemOf } from "../protocol/http/problem.ts";
import { sizeMediaType, witnessApi } from "../protocol/http/witness.ts";
import { LogWitness } from "./witness.ts";
import type { WitnessRefusal } from "./witnesses.ts";

const problemCodeOf = {
  malformed: "checkpoint-malformed",
  unsigned: "checkpoint-unsigned",
  "unknown-log": "log-unknown",
  inconsistent: "log-inconsistent",
} as const satisfies Record<WitnessRefusal, string>;

export const witnessHandlers = HttpApiBuilder.group(
  witnessApi,
  "witness",
  Effect.fnUntraced(function* (handlers) {
    const { addCheckpoint } = yield* LogWitness;
    return handlers.handle("addCheckpoint", ({ payload }) =>
      Effect.gen(function* () {
        const answer = yield* addCheckpoint(payload);
        switch (answer.kind) {
          case "cosigned":
            return answer.lines;
          case "conflict":
            return HttpServerResponse.text(`${String(answer.size)}\n`, {
              status: 409,
              contentType: sizeMediaType,
            });
          case "refused":
            return yield* problem(problemCodeOf[answer.reason]);
        }
      }).pipe(Effect.mapError(problemOf)),
    );
  }),
);
