// Where a text stops being JSON: the line and the column, what stands there, and what could have stood there.
// The platform's own parser says this for some mistakes only, and takes a field written twice in silence.
// This reader therefore walks the text once and finds the first such place; it makes no values of what it reads.
import { Result } from "effect";
import type { Mistake } from "./mistakes.ts";

interface Stop {
  readonly index: number;
  readonly expected: string;
}

type Step = Result.Result<number, Stop>;

const stop = (index: number, expected: string): Step => Result.fail({ index, expected });
const patterns = {
  space: /[ \t\n\r]*/y,
  number: /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y,
  // A JSON string may hold anything but quotes, backslashes and control characters.
  string: /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy,
  word: /true|false|null/y,
};
const deepest = 100;

/** The index after what the pattern matches at this place, or the place itself. */
const past = (pattern: RegExp, text: string, index: number): number => {
  pattern.lastIndex = index;
  return pattern.test(text) ? pattern.lastIndex : index;
};

const skip = (text: string, index: number): number => past(patterns.space, text, index);

const list = (text: string, start: number, depth: number): Step => {
  let index = skip(text, start + 1);
  if (text[index] === "]") return Result.succeed(index + 1);
  for (;;) {
    const item = value(text, index, depth + 1);
    if (Result.isFailure(item)) return item;
    index = skip(text, item.success);
    if (text[index] === "]") return Result.succeed(index + 1);
    if (text[index] !== ",") return stop(index, 'a "," or the "]" that ends the list');
    index = skip(text, index + 1);
  }
};

const fields = (text: string, start: number, depth: number): Step => {
  const seen = new Set<string>();
  let index = skip(text, start + 1);
  if (text[index] === "}") return Result.succeed(index + 1);
  for (;;) {
    const nameEnd = past(patterns.string, text, index);
    if (nameEnd === index) return stop(index, "the name of a field, in double quotes");
    const name = text.slice(index, nameEnd);
    if (seen.has(name)) return stop(index, "each field once");
    seen.add(name);
    index = skip(text, nameEnd);
    if (text[index] !== ":") return stop(index, 'a ":" after the name of the field');
    const held = value(text, skip(text, index + 1), depth + 1);
    if (Result.isFailure(held)) return held;
    index = skip(text, held.success);
    if (text[index] === "}") return Result.succeed(index + 1);
    if (text[index] !== ",") return stop(index, 'a "," or the "}" that ends the group');
    index = skip(text, index + 1);
  }
};

const value = (text: string, index: number, depth: number): Step => {
  if (depth > deepest) return stop(index, `at most ${deepest} groups or lists inside each other`);
  if (text[index] === "{") return fields(text, index, depth);
  if (text[index] === "[") return list(text, index, depth);
  for (const pattern of [patterns.string, patterns.number, patterns.word]) {
    const end = past(pattern, text, index);
    if (end > index) return Result.succeed(end);
  }
  return stop(index, text[index] === '"' ? "a text closed by a second double quote on its line" : "a value");
};

const whole = (text: string): Step => {
  const end = value(text, skip(text, 0), 0);
  if (Result.isFailure(end)) return end;
  const index = skip(text, end.success);
  return index === text.length ? end : stop(index, "nothing more after the end");
};

/** The first mistake of syntax with its line and column, or undefined for a text that is JSON. */
export const syntaxMistake = (text: string): Mistake | undefined => {
  const read = whole(text);
  if (Result.isSuccess(read)) return undefined;
  const { index, expected } = read.failure;
  const before = text.slice(0, index).split("\n");
  const word = /^\S{1,20}/u.exec(text.slice(index))?.[0];
  return {
    path: `line ${before.length}, column ${(before.at(-1) ?? "").length + 1}`,
    found: word === undefined ? "the end of the text" : JSON.stringify(word),
    expected,
  };
};
