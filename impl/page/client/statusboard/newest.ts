// The figures of the status board, asked of the page's own server: at once where none are there, and again when they are stale and somebody looks.
// What is shown is dated, so where nothing newer can be had it stays.
// The board's page and those of issuers have it from here.
import { useEffect, useState } from "preact/hooks";
import { StatusBoard as Form } from "../../../protocol/figures.ts";
import { ask, type Answer } from "../ask.ts";
import { startCount } from "../elapsed.ts";
import type { Board } from "./board.ts";

const staleMs = 300_000;

export const askForBoard = () => ask(Form, { path: "/v1/board" });

/** Undefined until the first answer, where none is given. */
export const useNewestBoard = (first?: Answer<Board>): Answer<Board> | undefined => {
  const [board, setBoard] = useState(first);
  useEffect(() => {
    let sinceAsked = first === undefined ? undefined : startCount();
    const look = async () => {
      if (document.hidden || (sinceAsked !== undefined && sinceAsked() < staleMs)) return;
      sinceAsked = startCount();
      const answer = await askForBoard();
      setBoard((before) => (answer.ok || before?.ok !== true ? answer : before));
    };
    const looked = () => void look();
    looked();
    const timer = setInterval(looked, staleMs);
    document.addEventListener("visibilitychange", looked);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", looked);
    };
  }, []);
  return board;
};
