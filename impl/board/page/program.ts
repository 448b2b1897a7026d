// The program of the board's page: shows the status board, and asks for newer figures when the reader comes back to it or leaves it open.
// Until the first answer has come the page shows what the server wrote on it, and so it does for a reader who is cut off.
// It asks the board's own server and nobody else.
import { h } from "preact";
import { startPage } from "../../page/client/start.ts";
import { askForBoard, useNewestBoard } from "../../page/client/statusboard/newest.ts";
import { StatusBoard } from "../../page/client/statusboard/statusboard.ts";
import { words } from "./words.ts";

const first = await askForBoard();
if (first.ok) {
  startPage({
    words,
    view: ({ reader }) => {
      const newest = useNewestBoard(first);
      return h(StatusBoard, { reader, board: newest?.ok === true ? newest.value : first.value });
    },
  });
}
