// The figures that the issuer shows, asked of it again when they are stale and somebody looks.
// Until the first answer the page goes on showing what the server drew, so that nothing jumps while it is awaited.
import { h, type ComponentChild } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { ask, type Answer } from "../../page/client/ask.ts";
import { startCount } from "../../page/client/elapsed.ts";
import type { Board } from "../../page/client/statusboard/board.ts";
import { StatusBoard as Form } from "../../protocol/figures.ts";

const staleMs = 300_000;

export const useNewestBoard = (): Answer<Board> | undefined => {
  const [board, setBoard] = useState<Answer<Board>>();
  useEffect(() => {
    let sinceAsked: (() => number) | undefined;
    const look = async () => {
      if (document.hidden || (sinceAsked !== undefined && sinceAsked() < staleMs)) return;
      sinceAsked = startCount();
      const answer = await ask(Form, { path: "/v1/board" });
      // What is shown is dated; where nothing newer can be had it stays.
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

/** What the server drew, put where the program draws. */
export const Drawn = ({ element }: { readonly element: Element }): ComponentChild => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.replaceChildren(element);
  }, []);
  return h("div", { ref: place });
};
