// The mark that a print-out carries on every page: that it is beyond our erasure, who printed it, which case, and when.
// It is written anew when printing begins, by the desk's instant; on the screen it is not seen.
import { h, type ComponentChild } from "preact";
import { useEffect, useState } from "preact/hooks";
import { sayInstant, sayNumber } from "../../../page/client/say.ts";
import type { Reader } from "../../../page/language.ts";
import { deskWords } from "./words/words.ts";

interface MarkParts {
  readonly reader: Reader;
  readonly officer: number;
  readonly caseId: string;
  readonly nowMs: () => number;
}

export const PrintMark = ({ reader, officer, caseId, nowMs }: MarkParts): ComponentChild => {
  const [atMs, setAtMs] = useState(nowMs);
  useEffect(() => {
    const printing = () => {
      setAtMs(nowMs());
    };
    addEventListener("beforeprint", printing);
    return () => {
      removeEventListener("beforeprint", printing);
    };
  }, [nowMs]);
  const { mark } = deskWords(reader).answer;
  return h("p", { class: "printmark" }, mark(sayNumber(officer, reader), caseId, sayInstant(atMs, reader)));
};
