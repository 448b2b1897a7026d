// The status board on the issuer's page (clause S12), or a sentence where there is none or its figures cannot be had now.
// The server draws it first and the program again. It asks nobody.
import { h, type ComponentChild } from "preact";
import type { Answer } from "../../page/client/ask.ts";
import type { Board } from "../../page/client/statusboard/board.ts";
import { StatusBoard } from "../../page/client/statusboard/statusboard.ts";
import { tell } from "../../page/client/told.ts";
import type { Reader } from "../../page/language.ts";
import { personWords } from "./words/words.ts";

export interface FiguresProps {
  readonly reader: Reader;
  readonly board: Answer<Board>;
}

export const Figures = ({ reader, board }: FiguresProps): ComponentChild => {
  if (board.ok) return h(StatusBoard, { reader, board: board.value });
  const { front } = personWords(reader);
  const { sentence, advice } = tell(board.met, reader);
  return h("article", {}, [
    h("h1", {}, front.withoutFigures),
    h(
      "p",
      { class: "note" },
      board.met.code === "board-unknown" ? `${sentence} ${advice}` : front.figuresAway,
    ),
  ]);
};
