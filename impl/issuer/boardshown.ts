/**
 * The status board that this issuer shows on its page (clause S12): asked of the board for everybody at once, and kept for a minute.
 * It is asked for the longest alone, and cut here. So the board learns nothing of who looks, nor how many, nor at how much. What could not be had is asked again after a few seconds, not by everybody.
 * An issuer that knows no board says so; check-in needs none.
 */
import { Cache, Context, Effect, Exit } from "effect";
import { boardDaysMost, boardDaysUsually, type StatusBoard } from "../protocol/figures.ts";
import { statusBoardApi } from "../protocol/http/board.ts";
import { HttpApiBuilder } from "../protocol/http/effecthttp.ts";
import { problem, problemOf, type Problem } from "../protocol/http/problem.ts";
import type { BoardOfDays } from "../protocol/remote/board.ts";
import { lastDaysOf } from "./boardcut.ts";

const keptFor = "1 minute";
const awayFor = "5 seconds";

export class BoardShown extends Context.Service<
  BoardShown,
  { readonly ofDays: (days: number) => Effect.Effect<typeof StatusBoard.Type, Problem> }
>()("entrylog/impl/issuer/BoardShown") {}

export const noBoard = BoardShown.of({ ofDays: () => Effect.fail(problem("board-unknown")) });

export const keepBoard = Effect.fnUntraced(function* (ask: BoardOfDays) {
  const kept = yield* Cache.makeWith((days: number) => Effect.mapError(ask(days), problemOf), {
    capacity: 1,
    timeToLive: (exit) => (Exit.isSuccess(exit) ? keptFor : awayFor),
  });
  return BoardShown.of({
    ofDays: (days) => Effect.map(Cache.get(kept, boardDaysMost), (longest) => lastDaysOf(longest, days)),
  });
});

export const boardShownHandlers = HttpApiBuilder.group(
  statusBoardApi,
  "statusboard",
  Effect.fnUntraced(function* (handlers) {
    const { ofDays } = yield* BoardShown;
    return handlers.handle("board", ({ query }) => ofDays(query.days ?? boardDaysUsually));
  }),
);
