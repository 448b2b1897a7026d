// The mark that a print-out carries on every page: that it is beyond our erasure, who printed it, which case, and when.
// It is written when printing begins, by the desk's instant and at once, because the browser waits for no drawing; on the screen it is not seen.
import { h, type ComponentChild } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { startCount } from "../../../page/client/elapsed.ts";
import { sayInstant, sayNumber } from "../../../page/client/say.ts";
import type { Reader } from "../../../page/language.ts";
import type { DeskAnswer } from "../../../protocol/desk.ts";
import { deskWords } from "./words/words.ts";

interface MarkParts {
  readonly reader: Reader;
  readonly officer: number;
  readonly answer: DeskAnswer;
}

export const PrintMark = ({ reader, officer, answer }: MarkParts): ComponentChild => {
  const { nowMs, caseId } = answer;
  const sinceMs = useMemo(startCount, [answer]);
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const write = () => {
      const { mark } = deskWords(reader).answer;
      const at = sayInstant(nowMs + sinceMs(), reader);
      if (place.current !== null) place.current.textContent = mark(sayNumber(officer, reader), caseId, at);
    };
    write();
    addEventListener("beforeprint", write);
    return () => {
      removeEventListener("beforeprint", write);
    };
  });
  return h("div", { ref: place, class: "printmark" });
};
