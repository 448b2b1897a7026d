// The board's answers over HTTP: everybody reads the figures, the national office publishes them.
// Who may is decided before these run, by the table of callers.
// They add nothing to the book but the words of its failures.
import { Effect } from "effect";
import { figuresApi, publishingApi } from "../protocol/http/board.ts";
import { HttpApiBuilder } from "../protocol/http/effecthttp.ts";
import { problemOf } from "../protocol/http/problem.ts";
import { FigureBook } from "./figurebook.ts";

export const figuresHandlers = HttpApiBuilder.group(
  figuresApi,
  "figures",
  Effect.fnUntraced(function* (handlers) {
    const book = yield* FigureBook;
    return handlers.handle("list", () =>
      book.list.pipe(
        Effect.map((figures) => ({ figures })),
        Effect.mapError(problemOf),
      ),
    );
  }),
);

export const publishingHandlers = HttpApiBuilder.group(
  publishingApi,
  "publishing",
  Effect.fnUntraced(function* (handlers) {
    const book = yield* FigureBook;
    return handlers.handle("publish", ({ params, payload }) =>
      Effect.mapError(book.publish(params.date, payload), problemOf),
    );
  }),
);
