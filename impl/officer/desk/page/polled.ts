// What a view shows of the desk, asked for at once, and again every few seconds while somebody looks, so that one officer sees what
// another did. What is shown stays where the desk cannot be reached for a moment, and that it cannot is said.
// It never asks twice at the same time.
import { useEffect, useState } from "preact/hooks";
import type { Answer, Met } from "../../../page/client/ask.ts";

const everyMs = 3_000;

export interface Polled<A> {
  readonly value: A | undefined;
  readonly met: Met | undefined;
  readonly again: () => void;
}

export const usePolled = <A>(look: () => Promise<Answer<A>>): Polled<A> => {
  const [value, setValue] = useState<A>();
  const [met, setMet] = useState<Met>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    let over = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const round = async () => {
      if (!document.hidden) {
        const answer = await look();
        if (over) return;
        if (answer.ok) setValue(answer.value);
        setMet(answer.ok ? undefined : answer.met);
      }
      timer = setTimeout(() => void round(), everyMs);
    };
    void round();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [turn]);
  return {
    value,
    met,
    again: () => {
      setTurn((now) => now + 1);
    },
  };
};
