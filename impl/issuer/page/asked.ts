// What a button or a form asks: one thing at a time, and what came of it when it was no success.
// Everything that can be pressed on this page is held by it, so that nothing is asked twice by a hand that trembles.
import { useRef, useState } from "preact/hooks";
import type { Met } from "../../page/client/ask.ts";

export interface Asking {
  readonly isAsking: boolean;
  readonly met: Met | undefined;
  /** Does it unless it is being done. */
  readonly start: (ask: () => Promise<Met | undefined>) => Promise<void>;
}

/** What an answer came to, where it was no success. */
export const metIn = (
  answer: { readonly ok: true } | { readonly ok: false; readonly met: Met },
): Met | undefined => (answer.ok ? undefined : answer.met);

export const useAsking = (): Asking => {
  const [state, setState] = useState<{ readonly isAsking: boolean; readonly met?: Met | undefined }>({
    isAsking: false,
  });
  const isUnderWay = useRef(false);
  return {
    isAsking: state.isAsking,
    met: state.met,
    start: async (ask) => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      setState({ isAsking: true });
      try {
        setState({ isAsking: false, met: await ask() });
      } finally {
        isUnderWay.current = false;
      }
    },
  };
};
