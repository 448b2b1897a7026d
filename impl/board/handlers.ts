// The board's answers over HTTP: everybody reads the figures, the status board and its news; the national office publishes.
// Who may is decided before these run, by the table of callers.
// They add nothing to the books but the words of their failures.
import { TLSSocket } from "node:tls";
import { Effect } from "effect";
import { readerAsking, tagsIn } from "../page/language.ts";
import { boardDaysUsually } from "../protocol/figures.ts";
import { figuresApi, newsApi, publishingApi, statusBoardApi } from "../protocol/http/board.ts";
import type { HttpServerRequest } from "../protocol/http/effecthttp.ts";
import { HttpApiBuilder } from "../protocol/http/effecthttp.ts";
import { problemOf } from "../protocol/http/problem.ts";
import { nodeRequest } from "../server/noderequest.ts";
import { FigureBook } from "./figurebook.ts";
import { newsOf } from "./news.ts";
import { Boards } from "./statusboard.ts";

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

export const statusBoardHandlers = HttpApiBuilder.group(
  statusBoardApi,
  "statusboard",
  Effect.fnUntraced(function* (handlers) {
    const { ofDays } = yield* Boards;
    return handlers.handle("board", ({ query }) =>
      Effect.mapError(ofDays(query.days ?? boardDaysUsually), problemOf),
    );
  }),
);

/** The page of the board, as whoever asks reached it. */
const pageOf = (request: HttpServerRequest.HttpServerRequest): string => {
  const scheme = nodeRequest(request).socket instanceof TLSSocket ? "https" : "http";
  return `${scheme}://${request.headers["host"] ?? ""}/`;
};

export const newsHandlers = HttpApiBuilder.group(
  newsApi,
  "news",
  Effect.fnUntraced(function* (handlers) {
    const { ofDays } = yield* Boards;
    return handlers.handle("rss", ({ request }) =>
      ofDays(boardDaysUsually).pipe(
        Effect.map((board) =>
          newsOf(board, readerAsking(tagsIn(request.headers["accept-language"])), pageOf(request)),
        ),
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
