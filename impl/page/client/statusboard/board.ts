// What the parts of the status board are given: the answer of `GET /v1/board`, and who reads it.
// Nothing else reaches them, so the board looks alike on every page that has that answer.
import type { StatusBoard } from "../../../protocol/figures.ts";
import type { Reader } from "../../language.ts";

export type Board = typeof StatusBoard.Type;

export interface Shown {
  readonly board: Board;
  readonly reader: Reader;
}
