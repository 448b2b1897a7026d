/**
 * What the promises ask of a slice: for each move, the plain conditions over its instances and variables that must hold once it is made.
 * A promise speaks of observations; here every field of an observation is replaced by what the move says it is.
 * Searches and exports compile these conditions and need to know nothing of observations.
 */
import { properties, type PropertyId } from "../properties.ts";
import { LawMistake } from "./evaluate.ts";
import { and, inState, not, type Condition, type Term } from "./expression.ts";
import { timePasses, type Noted, type Seen, type Slice } from "./slice.ts";

export interface Judged {
  readonly promise: PropertyId;
  /** The kind of observation that it judges here. */
  readonly kind: Noted["kind"];
  /** The name of the move, or `time passes`. */
  readonly move: string;
  /** The premise: the promise has something to say here. */
  readonly when: Condition;
  readonly then: Condition;
}

const isCondition = (seen: Seen): seen is Condition =>
  ["reached", "present", "below", "equals", "oneOf", "flag", "inState", "and", "or", "not"].includes(
    seen.kind,
  );

type Fields = Noted["fields"];

const fieldOf = (fields: Fields, name: string): Seen => {
  const seen = fields[name];
  if (seen === undefined) throw new LawMistake(`the move does not say what ${name} is`);
  return seen;
};

const term = (of: Term, fields: Fields): Term => {
  switch (of.kind) {
    case "given": {
      const seen = fieldOf(fields, of.field);
      if (seen.kind === "stateOf" || isCondition(seen))
        throw new LawMistake(`${of.field} is no value that can be counted with`);
      return seen;
    }
    case "sum":
    case "min":
      return { ...of, of: of.of.map((part) => term(part, fields)) };
    case "startOfDay":
      return { ...of, instant: term(of.instant, fields) };
    default:
      return of;
  }
};

/** The condition with every given field replaced by what the observation says it is. */
export function substituted(condition: Condition, fields: Fields): Condition {
  const one = (of: Term): Term => term(of, fields);
  switch (condition.kind) {
    case "reached":
      return { ...condition, instant: one(condition.instant), by: one(condition.by) };
    case "present":
      return { ...condition, field: one(condition.field) };
    case "below":
      return { ...condition, left: one(condition.left), right: one(condition.right) };
    case "equals": {
      const { left, right } = condition;
      const seen = left.kind === "given" ? fieldOf(fields, left.field) : left;
      if (seen.kind !== "stateOf") return { ...condition, left: one(left), right: one(right) };
      if (right.kind !== "literal") throw new LawMistake("a state is compared with words only");
      return inState(seen.instance, String(right.value));
    }
    case "oneOf":
      return { ...condition, value: one(condition.value) };
    case "flag": {
      const seen =
        condition.value.kind === "given" ? fieldOf(fields, condition.value.field) : condition.value;
      return isCondition(seen) ? seen : { ...condition, value: one(condition.value) };
    }
    case "inState":
      return condition;
    case "and":
    case "or":
      return { ...condition, of: condition.of.map((part) => substituted(part, fields)) };
    case "not":
      return not(substituted(condition.of, fields));
  }
}

/** Everything that the promises ask of the moves of a slice. */
export function judgedOn(slice: Slice): readonly Judged[] {
  const notes = [
    ...slice.moves.flatMap(({ id, notes: noted }) => (noted ?? []).map((note) => ({ move: id, note }))),
    ...slice.watches.map((note) => ({ move: timePasses, note })),
  ];
  return notes.flatMap(({ move, note }) =>
    properties.flatMap((property): readonly Judged[] => {
      const judge = property.judges[note.kind];
      if (judge === undefined) return [];
      const premises = [note.when, judge.when].filter((one) => one !== undefined);
      return [
        {
          promise: property.id,
          kind: note.kind,
          move,
          when: and(...premises.map((one) => substituted(one, note.fields))),
          then: substituted(judge.then, note.fields),
        },
      ];
    }),
  );
}
