// An answer of the demonstration's server that is asked for again and again while somebody looks, and what it is just now.
// One question is out at a time; where none is answered, the last answer stays and the reader is told.
import type { Schema } from "effect";
import { useEffect, useState } from "preact/hooks";
import { ask, type Question } from "../../../impl/page/client/ask.ts";

const everyMs = 1_000;

export interface Polled<A> {
  readonly value: A | undefined;
  readonly isLost: boolean;
}

/** Asks the same question, of which the body's text is the only part that changes; nothing while there is none. */
export const usePolled = <A, I>(form: Schema.Codec<A, I>, question: Question | undefined): Polled<A> => {
  const [polled, setPolled] = useState<Polled<A>>({ value: undefined, isLost: false });
  const key = JSON.stringify(question);
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    setPolled({ value: undefined, isLost: false });
    const look = async (): Promise<void> => {
      if (question !== undefined && !document.hidden) {
        const answer = await ask(form, question);
        if (isOver) return;
        setPolled((before) =>
          answer.ok
            ? { value: answer.value, isLost: false }
            : { ...before, isLost: answer.met.code === "unreachable" },
        );
      }
      timer = setTimeout(() => void look(), everyMs);
    };
    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [key]);
  return polled;
};
