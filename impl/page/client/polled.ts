// An answer that is asked for again and again while somebody looks, so that a page shows what others did; and why there is none just now.
// One question is out at a time. Where none is answered the last answer stays.
// It asks nothing while the page is hidden.
import { useEffect, useState } from "preact/hooks";
import type { Answer, Met } from "./ask.ts";

export interface Polled<A> {
  readonly value: A | undefined;
  readonly met: Met | undefined;
  /** Asks at once. */
  readonly again: () => void;
}

/** What `look` answers; nothing while there is nothing to look at, and begun anew where it is about something else. */
export const usePolled = <A>(
  everyMs: number,
  look: (() => Promise<Answer<A>>) | undefined,
  about = "",
): Polled<A> => {
  const [value, setValue] = useState<A>();
  const [met, setMet] = useState<Met>();
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    setValue(undefined);
    setMet(undefined);
  }, [about]);
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const round = async (): Promise<void> => {
      if (look !== undefined && !document.hidden) {
        const answer = await look();
        if (isOver) return;
        if (answer.ok) setValue(answer.value);
        setMet(answer.ok ? undefined : answer.met);
      }
      timer = setTimeout(() => void round(), everyMs);
    };
    void round();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [turn, about]);
  return {
    value,
    met,
    again: () => {
      setTurn((now) => now + 1);
    },
  };
};
