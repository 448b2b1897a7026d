// The mistakes in what somebody sent or configured, each with its place and what was expected there.
// Problem documents and the words about a wrong configuration are made of it.
// It never repeats a value: what stands in the wrong place may be a number of a person or a secret.
import { SchemaIssue } from "effect";

export interface Mistake {
  readonly path: ReadonlyArray<string | number>;
  readonly message: string;
}

/** No report is longer. */
const mistakesMost = 20;

const formatIssues = SchemaIssue.makeFormatterStandardSchemaV1();

const withoutValue = (message: string): string => {
  if (message.startsWith("Unexpected key")) return "Expected no such key";
  if (message.startsWith("Invalid data")) return "Expected a valid value";
  const got = message.indexOf(", got ");
  return got === -1 ? message : message.slice(0, got);
};

export const mistakesIn = (issue: SchemaIssue.Issue): ReadonlyArray<Mistake> =>
  formatIssues(issue)
    .issues.slice(0, mistakesMost)
    .map(({ path, message }) => ({
      path: (path ?? []).map((segment) => {
        const key = typeof segment === "object" ? segment.key : segment;
        return typeof key === "number" ? key : String(key);
      }),
      message: withoutValue(message),
    }));
