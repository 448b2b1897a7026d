// The board's page as its listener serves it: the status board, drawn by the server at once in the reader's language.
// A reader without scripts sees all of it; the program adds the other language by a button, and newer figures.
import { Effect } from "effect";
import { h } from "preact";
import { StatusBoard } from "../page/client/statusboard/statusboard.ts";
import type { Page } from "../page/page.ts";
import { boardDaysUsually } from "../protocol/figures.ts";
import { words } from "./page/words.ts";
import { Boards } from "./statusboard.ts";

export const boardPageFolder = new URL("./page/", import.meta.url);

export const boardPage = Effect.map(Boards, ({ ofDays }): Page => ({
  folder: boardPageFolder,
  at: "/",
  words,
  first: (reader) => Effect.map(ofDays(boardDaysUsually), (board) => h(StatusBoard, { board, reader })),
}));
