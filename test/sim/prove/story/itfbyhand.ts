// The Informal Trace Format as its authors wrote it down (Apalache, ADR 15), by hand and without anything of the program:
// names of variables, states that give each of them a value, and whole numbers that every JSON reader can hold, or else `#bigint`.
// Of its expressions only those are taken that a state of ours may hold: no set, map, record or list.
import { Schema } from "effect";

const exactMost = 9_007_199_254_740_991;
const Whole = Schema.Int.check(Schema.isBetween({ minimum: -exactMost, maximum: exactMost }));
const Expression = Schema.Union([
  Schema.Boolean,
  Schema.String,
  Whole,
  Schema.Struct({ "#bigint": Schema.String.check(Schema.isPattern(/^-?\d+$/)) }),
]);
/** A name that TLA+ and Quint both take. */
const Name = Schema.String.check(Schema.isPattern(/^[A-Za-z][A-Za-z0-9_]*$/));

const Outer = Schema.Struct({
  "#meta": Schema.optionalKey(Schema.Record(Schema.String, Schema.Unknown)),
  params: Schema.optionalKey(Schema.Array(Name)),
  vars: Schema.NonEmptyArray(Name),
  states: Schema.NonEmptyArray(Schema.Record(Schema.String, Schema.Unknown)),
  loop: Schema.optionalKey(Whole),
});
const read = Schema.decodeUnknownSync(Schema.fromJsonString(Outer));
const readMeta = Schema.decodeUnknownSync(Schema.Struct({ index: Whole }));
const readValues = Schema.decodeUnknownSync(Schema.Record(Name, Expression));

export interface Trace {
  readonly meta: Readonly<Record<string, unknown>>;
  readonly vars: readonly string[];
  readonly states: readonly Readonly<Record<string, unknown>>[];
}

/** The trace that a text holds; throws where the text is none. */
export function readTrace(text: string): Trace {
  const { "#meta": meta = {}, vars, states } = read(text);
  if (new Set(vars).size !== vars.length) throw new Error("a variable is named twice");
  const values = states.map(({ "#meta": step, ...rest }, place) => {
    if (readMeta(step).index !== place) throw new Error(`state ${place} is numbered otherwise`);
    const missing = vars.filter((name) => !(name in rest));
    const unnamed = Object.keys(rest).filter((name) => !vars.includes(name));
    if (missing.length + unnamed.length > 0)
      throw new Error(`state ${place} and the variables differ: ${[...missing, ...unnamed].join()}`);
    return readValues(rest);
  });
  return { meta, vars, states: values };
}
