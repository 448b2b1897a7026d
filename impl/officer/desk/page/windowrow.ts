// One place with its window of time, as it is typed into a new case.
// An end before the start is one of the following day, and that is said at once.
import { h, type ComponentChild, type TargetedEvent } from "preact";
import { sayDate, sayNumber } from "../../../page/client/say.ts";
import type { Reader } from "../../../page/language.ts";
import { dayAfter, endsNextDay, type TypedWindow } from "./windows.ts";
import { deskWords } from "./words/words.ts";

interface RowParts {
  readonly reader: Reader;
  readonly typed: TypedWindow;
  readonly number: number;
  readonly set: (typed: TypedWindow) => void;
  readonly remove: (() => void) | undefined;
}

const fields = [
  { name: "venue", type: "text", inputMode: "numeric" },
  { name: "day", type: "date" },
  { name: "from", type: "time" },
  { name: "until", type: "time" },
] as const;

export const WindowRow = ({ reader, typed, number, set, remove }: RowParts): ComponentChild => {
  const words = deskWords(reader).asking;
  const next = endsNextDay(typed) ? dayAfter(typed.day) : undefined;
  return h("fieldset", {}, [
    h("legend", {}, words.row(sayNumber(number, reader))),
    h(
      "div",
      { class: "fields" },
      fields.map(({ name, ...looks }) =>
        h("p", {}, [
          h("label", { for: `${name}-${String(number)}` }, words[name]),
          h("input", {
            id: `${name}-${String(number)}`,
            ...looks,
            autocomplete: "off",
            required: true,
            value: typed[name],
            onInput: ({ currentTarget }: TargetedEvent<HTMLInputElement>) => {
              set({ ...typed, [name]: currentTarget.value });
            },
          }),
        ]),
      ),
    ),
    next === undefined ? null : h("p", { class: "quietly" }, words.nextDay(sayDate(next, reader))),
    remove === undefined
      ? null
      : h("button", { type: "button", class: "quiet", onClick: remove }, words.remove),
  ]);
};
