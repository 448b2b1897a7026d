// The program of the board's page: shows the status board, and asks for newer figures when the reader comes back to it or leaves it open.
// Until the first answer has come the page shows what the server wrote on it, and so it does for a reader who is cut off.
// It asks the board's own server and nobody else.
import { h } from "preact";
import { useEffect, useState } from "preact/hooks";
import { StatusBoard as Form } from "../../protocol/figures.ts";
import { ask } from "../../page/client/ask.ts";
import { startCount } from "../../page/client/elapsed.ts";
import { startPage } from "../../page/client/start.ts";
import type { Board } from "../../page/client/statusboard/board.ts";
import { StatusBoard } from "../../page/client/statusboard/statusboard.ts";
import { words } from "./words.ts";

const staleMs = 300_000;

const askForBoard = () => ask(Form, { path: "/v1/board" });

/** Asks again whenever the figures are stale and somebody looks. */
const useNewest = (first: Board): Board => {
  const [board, setBoard] = useState(first);
  useEffect(() => {
    let sinceAsked = startCount();
    const look = async () => {
      if (document.hidden || sinceAsked() < staleMs) return;
      sinceAsked = startCount();
      const answer = await askForBoard();
      // What is shown is dated; where nothing newer can be had it stays.
      if (answer.ok) setBoard(answer.value);
    };
    const looked = () => void look();
    const timer = setInterval(looked, staleMs);
    document.addEventListener("visibilitychange", looked);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", looked);
    };
  }, []);
  return board;
};

const answer = await askForBoard();
if (answer.ok) {
  const first = answer.value;
  startPage({ words, view: ({ reader }) => h(StatusBoard, { reader, board: useNewest(first) }) });
}
