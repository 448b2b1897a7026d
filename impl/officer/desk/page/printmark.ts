// The mark that a print-out carries on every page: that it is beyond our erasure, who printed it, which case, and when.
// It is written anew when printing begins, by the desk's instant; on the screen it is not seen.
import { h, type ComponentChild } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
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
  const [atMs, setAtMs] = useState(nowMs);
  const sinceMs = useMemo(startCount, [answer]);
  useEffect(() => {
    const printing = () => {
      setAtMs(nowMs + sinceMs());
    };
    addEventListener("beforeprint", printing);
    return () => {
      removeEventListener("beforeprint", printing);
    };
  }, [answer]);
  const { mark } = deskWords(reader).answer;
  return h("div", { class: "printmark" }, mark(sayNumber(officer, reader), caseId, sayInstant(atMs, reader)));
};
