/**
 * Prints Schemas of what each machine can be and be told: states, fields, events, outputs.
 * They decode at the boundary and describe the law to other programs; the core itself needs none.
 */
import type { Field, Fields } from "../../models/language/fields.ts";
import { toldBy, transitionsOf, type Lifecycle } from "../../models/language/lifecycle.ts";
import { capitalised, quoted } from "./names.ts";

const schemaOf = (field: Field): string => {
  switch (field.kind) {
    case "instant":
      return "Schema.NullOr(Instant)";
    case "count":
      return `Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: ${String(field.most)} }))`;
    case "choice":
      return `Schema.Literals(${JSON.stringify(field.words)})`;
    case "flag":
      return "Schema.Boolean";
    case "id":
      return "Schema.NullOr(Schema.String)";
  }
};

const struct = (fields: Fields): string =>
  Object.entries(fields)
    .map(([name, field]) => `${name}: ${schemaOf(field)}`)
    .join(", ");

const printMachine = (machine: Lifecycle): string => {
  const title = capitalised(machine.id);
  const told = [...new Set(transitionsOf(machine).flatMap(({ transition }) => toldBy(transition) ?? []))];
  return `/** The states of ${machine.id}. */
export const ${title}State = Schema.Literals(${JSON.stringify(Object.keys(machine.states))});
/** A row of ${machine.id}. */
export const ${title}Row = Schema.Struct({ state: ${title}State, ${struct(machine.meta.fields)} });
/** What can happen to a ${machine.id}. */
export const ${title}Event = Schema.Union([
${Object.entries(machine.meta.events)
  .map(
    ([name, { fields }]) =>
      `  Schema.Struct({ type: Schema.Literal(${quoted(name)})${Object.keys(fields).length === 0 ? "" : `, ${struct(fields)}`} }),`,
  )
  .join("\n")}
]);
/** What a ${machine.id} tells. */
export const ${title}Output = Schema.Literals(${JSON.stringify(told)});
`;
};

export const printSchemas = (machines: readonly Lifecycle[]): string => `import { Schema } from "effect";
import { refusalCodes } from "./law.ts";

/** Whole milliseconds since 1970 UTC. */
export const Instant = Schema.Int.check(Schema.isGreaterThanOrEqualTo(0));
/** Stable codes of refusals. */
export const Refusal = Schema.Literals(refusalCodes.filter((code) => code !== ""));

${machines.map(printMachine).join("\n")}`;
