// What is wrong with a scenario, said for the person who wrote it: where, what was found there, what was expected.
// The reader of scenarios and the command line use it; it turns the issues of an Effect Schema into such mistakes.
// It leaves nothing out: every mistake of a file is told at once, fields that do not exist included.
import { Schema, SchemaAST, type SchemaIssue } from "effect";

export const Mistake = Schema.Struct({ path: Schema.String, found: Schema.String, expected: Schema.String });
export type Mistake = typeof Mistake.Type;

export const sentence = (mistake: Mistake): string =>
  `${mistake.path}: found ${mistake.found}, expected ${mistake.expected}`;

/** A scenario that cannot be used. Its message has one line for each mistake. */
export class ScenarioInvalid extends Schema.TaggedError<ScenarioInvalid>()("ScenarioInvalid", {
  mistakes: Schema.Array(Mistake),
}) {
  override get message(): string {
    return this.mistakes.map(sentence).join("\n");
  }
}

type Path = readonly PropertyKey[];

const written = (path: Path): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === "number") return `${text}[${key}]`;
    const name = String(key);
    return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? `${text}.${name}` : `${text}[${JSON.stringify(name)}]`;
  }, "$");

const longest = 60;

const described = (value: unknown): string => {
  if (value === undefined) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object" && value !== null) return "a group of fields";
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}...` : text;
};

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null
        ? Object.getOwnPropertyDescriptor(inner, key)?.value
        : undefined,
    value,
  );

const annotated = (annotations: { readonly [key: string]: unknown } | undefined): string | undefined =>
  typeof annotations?.["expected"] === "string" ? annotations["expected"] : undefined;

/** What a schema asks for, in its own words where it has any. */
const wanted = (type: SchemaAST.AST): string => {
  const ast = SchemaAST.toEncoded(type);
  const own = annotated(ast.checks?.at(-1)?.annotations) ?? annotated(ast.annotations);
  if (own !== undefined) return own;
  if (SchemaAST.isArrays(ast)) return "a list";
  if (SchemaAST.isObjects(ast)) {
    const names = ast.propertySignatures.map(({ name }) => String(name));
    return names.length === 0 ? "a group of fields" : `a group with the fields ${names.join(", ")}`;
  }
  if (SchemaAST.isLiteral(ast))
    return typeof ast.literal === "bigint" ? `${ast.literal}` : JSON.stringify(ast.literal);
  return "a value that fits";
};

const fieldsOf = (ast: SchemaAST.AST | undefined): string =>
  ast !== undefined && SchemaAST.isObjects(ast)
    ? ast.propertySignatures.map(({ name }) => String(name)).join(", ")
    : "none";

const missing = (ast: SchemaAST.AST | undefined, key: PropertyKey | undefined): string => {
  const field =
    ast !== undefined && SchemaAST.isObjects(ast)
      ? ast.propertySignatures.find(({ name }) => name === key)
      : undefined;
  return field === undefined ? "a value" : wanted(field.type);
};

/** Every mistake that an issue tells of, in the order of the tree. */
export const mistakesOf = (issue: SchemaIssue.Issue, input: unknown): readonly Mistake[] => {
  const walk = (
    node: SchemaIssue.Issue,
    path: Path,
    inside: SchemaAST.AST | undefined,
    check: string | undefined,
  ): readonly Mistake[] => {
    const say = (expected: string): readonly Mistake[] => [
      { path: written(path), found: described(at(input, path)), expected },
    ];
    switch (node._tag) {
      case "Pointer":
        return walk(node.issue, [...path, ...node.path], inside, undefined);
      case "Composite":
        return node.issues.flatMap((inner) => walk(inner, path, node.ast, check));
      case "Filter":
        return walk(node.issue, path, inside, annotated(node.filter.annotations));
      case "Encoding":
        return walk(node.issue, path, inside, check);
      case "AnyOf":
        return say(wanted(node.ast));
      case "InvalidType":
        return say(wanted(node.ast));
      case "InvalidValue":
        return say(annotated(node.annotations) ?? check ?? "a value that fits");
      case "MissingKey":
        return say(missing(inside, path.at(-1)));
      case "UnexpectedKey":
        return say(`no such field; the fields here are ${fieldsOf(inside)}`);
      case "Forbidden":
      case "OneOf":
        return say("a value that fits");
    }
  };
  return walk(issue, [], undefined, undefined);
};
