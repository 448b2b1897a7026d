// A verdict on a promise, as a word with a sign before it. The colour only repeats them.
import type { Language } from "../data.ts";
import { add, type Html } from "../../html.ts";
import { wordOr, wordsOf } from "./words.ts";

const signs: Readonly<Record<string, string>> = {
  held: "✓",
  broken: "✗",
  "not shown": "?",
  "never exercised": "–",
};

export const addVerdict = (parent: Html, language: Language, verdict: string): Html =>
  add(
    parent,
    "span",
    `verdict verdict-${verdict.replaceAll(" ", "-")}`,
    `${signs[verdict] ?? "?"} ${wordOr(wordsOf[language], verdict)}`,
  );
