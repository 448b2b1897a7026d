// Reads a trace that quint wrote in the Informal Trace Format: at each step the move, its refusal, what it was judged by,
// and the world as the numbers of its cells. Numbers are reckoned from quint's own names, not by anything of the printer.
import { Schema } from "effect";
import type { Cell } from "../../../models/language/cells.ts";
import type { Field } from "../../../models/language/fields.ts";

const Judgement = Schema.Struct({ promise: Schema.String, applies: Schema.Boolean, holds: Schema.Boolean });
const Named = Schema.Record(Schema.String, Schema.Unknown);
const Led = { world: Named, refused: Schema.String, judged: Schema.Array(Judgement) };
const Possible = Schema.Struct({ move: Schema.String, made: Schema.Struct(Led) });
const Trace = Schema.Struct({
  states: Schema.Array(
    Schema.Struct({ moved: Schema.String, ...Led, possible: Schema.optionalKey(Schema.Array(Possible)) }),
  ),
});

/** The format's ways to write whole numbers, sets and values of sum types, as plain numbers, lists and words. */
const plain = (value: unknown): unknown => {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(plain);
  if ("#bigint" in value) return Number(value["#bigint"]);
  if ("#set" in value) return plain(value["#set"]);
  if ("tag" in value) return value.tag;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, plain(part)]));
};

/** What a move led to, in a form that can be compared as it stands. */
export interface Shown {
  readonly move: string;
  readonly cells: readonly number[];
  readonly refused: string;
  /** Each promise that had something to say, with its verdict: "stored-once held". */
  readonly verdicts: readonly string[];
}

export interface ShownState extends Shown {
  /** All that could have been done instead; nothing where the trace does not say. */
  readonly possible: readonly Shown[] | undefined;
}

/** A word of a sum type has the name of its type before it. */
const wordOf = (tag: unknown): string => String(tag).replace(/^[^_]*_/, "");

const numberIn = (field: Field, value: unknown): number => {
  switch (field.kind) {
    case "instant":
    case "count":
      return Number(value);
    case "flag":
      return value === true ? 1 : 0;
    case "choice":
      return field.words.indexOf(wordOf(value));
    case "id":
      return field.domain.indexOf(wordOf(value)) + 1;
  }
};

const among = (value: unknown, name: string): unknown =>
  Object.entries(Schema.decodeUnknownSync(Named)(value)).find(([known]) => known === name)?.[1];

const cellIn = (cell: Cell, world: unknown): number => {
  switch (cell.kind) {
    case "phase":
      return Number(among(world, "phase"));
    case "state":
      return cell.states.indexOf(wordOf(among(among(world, cell.instance), "state")));
    case "field":
      return numberIn(cell.form, among(among(world, cell.instance), cell.field));
    case "variable":
      return numberIn(cell.form, among(world, cell.name));
  }
};

export const verdict = (promise: string, isKept: boolean): string =>
  `${promise} ${isKept ? "held" : "was broken"}`;

/** The states of a trace, in order. */
export function readTrace(text: string, cells: readonly Cell[]): readonly ShownState[] {
  const { states } = Schema.decodeUnknownSync(Trace)(plain(JSON.parse(text)));
  const shown = (move: string, { world, refused, judged }: (typeof Possible.Type)["made"]): Shown => ({
    move,
    cells: cells.map((cell) => cellIn(cell, world)),
    refused,
    verdicts: [
      ...new Set(
        judged.filter(({ applies }) => applies).map(({ promise, holds }) => verdict(promise, holds)),
      ),
    ].toSorted(),
  });
  return states.map((state) => ({
    ...shown(state.moved, state),
    possible: state.possible?.map(({ move, made }) => shown(move, made)),
  }));
}
