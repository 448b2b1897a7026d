// The numbers of a scenario and the places they come from: amounts, whole numbers, shares of one, and their sources.
// Every group of a scenario is made of figures and of `sources`, which says of each figure what clause or record it
// comes from, or that it is an assumption. A figure without a source is refused, so that nobody mistakes a guess for a fact.
import { Schema, SchemaAST, SchemaIssue } from "effect";

const saying = (expected: string) => ({ expected });

/** A number of `least` or more, of any size that still makes sense. */
export const amount = (least = 0, most = 1_000_000_000) => {
  const expected = saying(
    most === 1_000_000_000 ? `a number of ${least} or more` : `a number from ${least} to ${most}`,
  );
  return Schema.Number.annotate(expected).check(
    Schema.isBetween({ minimum: least, maximum: most }, expected),
  );
};

/** A whole number between two bounds. */
export const whole = (least: number, most: number) => {
  const expected = saying(`a whole number from ${least} to ${most}`);
  return Schema.Number.annotate(expected).check(
    Schema.makeFilter(
      (value: number) => Number.isInteger(value) && value >= least && value <= most,
      expected,
    ),
  );
};

const aShare = saying("a share from 0 to 1");
export const Share = Schema.Number.annotate(aShare).check(
  Schema.isBetween({ minimum: 0, maximum: 1 }, aShare),
);

const someText = saying("a text that is not empty");
export const Text = Schema.String.annotate(someText).check(
  Schema.makeFilter((text: string) => text.trim() !== "", someText),
);

/** One word out of a closed list. */
export const oneOf = <const Words extends readonly string[]>(words: Words) =>
  Schema.Literals(words).annotate(saying(`one of ${words.map((word) => JSON.stringify(word)).join(", ")}`));

const aSource = saying(
  'where the figure comes from: a clause such as "F9", a published record, or "assumption: ..."',
);

/** Where one figure, or one line of a list, comes from. */
export const Source = Schema.String.annotate(aSource).check(
  Schema.makeFilter((text: string) => text.trim() !== "", aSource),
);

const sourcesFor = (names: readonly string[], needed: readonly string[]) =>
  Schema.Record(Schema.String, Source)
    .check(
      Schema.makeFilter((sources: Readonly<Record<string, string>>) => [
        ...needed
          .filter((name) => !Object.hasOwn(sources, name))
          .map((name) => ({ path: [name], issue: new SchemaIssue.InvalidValue(aSource) })),
        ...Object.keys(sources)
          .filter((name) => !names.includes(name))
          .map((name) => ({
            path: [name],
            issue: new SchemaIssue.InvalidValue(
              saying(`no such figure; the figures here are ${names.join(", ")}`),
            ),
          })),
      ]),
    )
    .annotate(saying(`for each of ${names.join(", ")}: ${aSource.expected}`));

const has = (value: unknown, name: string): boolean =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name);

/** A figure that may be left out needs a source only where it is given. */
const sourced = (optional: readonly string[]) =>
  Schema.makeFilter((given: unknown) => {
    const sources: unknown = has(given, "sources")
      ? Object.getOwnPropertyDescriptor(given, "sources")?.value
      : undefined;
    return optional
      .filter((name) => has(given, name) && !has(sources, name))
      .map((name) => ({ path: ["sources", name], issue: new SchemaIssue.InvalidValue(aSource) }));
  });

/** A group of figures together with the source of each. */
export const group = <const Fields extends Schema.Struct.Fields>(fields: Fields) => {
  const names = Object.keys(fields);
  const optional = names.filter(
    (name) => fields[name] !== undefined && SchemaAST.isOptional(fields[name].ast),
  );
  const needed = names.filter((name) => !optional.includes(name));
  return Schema.Struct({ ...fields, sources: sourcesFor(names, needed) }).check(sourced(optional));
};
