// The answer of a scan, to be read from two metres: colour, shape and words, and what to do. It stays until the next scan or for some
// seconds, and says nothing about whoever stands there.
// Between scans it says what to hold where.
import { h, type ComponentChild } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { Reader } from "../../page/language.ts";
import { tellAtDoor } from "./told.ts";
import type { Verdict } from "./verdict.ts";
import { doorWords } from "./words/words.ts";

/** A ring with a tick, a ring half full with a clock's hands, an octagon with a cross: told apart without any colour. */
const shapes: Readonly<Record<Verdict["answer"], readonly string[]>> = {
  checked: ["M50 4a46 46 0 1 0 .01 0z", "M26 52l17 17 32-36"],
  unchecked: ["M50 6L94 50 50 94 6 50z", "M50 28v24l16 10"],
  refused: ["M31 4h38l27 27v38l-27 27H31L4 69V31z", "M32 32l36 36M68 32L32 68"],
};

const Shape = ({ answer }: { readonly answer: Verdict["answer"] }): ComponentChild =>
  h(
    "svg",
    { class: "shape", viewBox: "0 0 100 100", "aria-hidden": "true" },
    shapes[answer].map((d) => h("path", { d })),
  );

/** What is said of a verdict: the large words, and the small ones. */
export const sayVerdict = (
  verdict: Verdict,
  reader: Reader,
): { readonly large: string; readonly small: string } => {
  const { answers, uncheckedAdvice } = doorWords(reader);
  if (verdict.answer === "checked") return { large: answers.checked, small: "" };
  if (verdict.answer === "unchecked") return { large: answers.unchecked, small: uncheckedAdvice };
  const { sentence, advice } = tellAtDoor(verdict, reader);
  return {
    large: verdict.code === "collection-suspended" ? answers.suspended : answers.refused,
    small: `${sentence} ${advice}`,
  };
};

export const AnswerView = ({
  verdict,
  isChecking,
  reader,
  dismiss,
}: {
  readonly verdict: Verdict | undefined;
  readonly isChecking: boolean;
  readonly reader: Reader;
  /** By a touch, for whoever need not wait until it goes by itself. */
  readonly dismiss: () => void;
}): ComponentChild => {
  const { ready, checking } = doorWords(reader);
  const card = useRef<HTMLDivElement>(null);
  // Whoever typed a code further down need not look for the answer.
  useEffect(() => card.current?.scrollIntoView({ block: "nearest" }), [verdict]);
  if (verdict === undefined) return h("div", { class: "answer" }, h("p", {}, isChecking ? checking : ready));
  const { large, small } = sayVerdict(verdict, reader);
  return h("div", { class: `answer ${verdict.answer}`, ref: card, onClick: dismiss }, [
    h(Shape, { answer: verdict.answer }),
    h("p", { class: "large" }, large),
    small === "" ? null : h("p", {}, small),
  ]);
};
