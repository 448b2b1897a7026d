// The text of a scenario turned into plain values, JSON or YAML: what begins with "{" is JSON, anything else YAML.
// Both say a mistake of syntax by line and column; YAML is read by its core rules, where a date stays a text.
// It makes nothing of the values: whether they are a scenario is asked of the Schema.
import { Result, Schema, SchemaParser } from "effect";
import { LineCounter, parseDocument } from "yaml";
import { ScenarioInvalid, type Mistake } from "./mistakes.ts";
import { syntaxMistake } from "./syntax.ts";

const parse = SchemaParser.decodeUnknownResult(Schema.fromJsonString(Schema.Unknown));

const failed = (mistakes: readonly Mistake[]): Result.Result<never, ScenarioInvalid> =>
  Result.fail(new ScenarioInvalid({ mistakes }));

const readJson = (text: string): Result.Result<unknown, ScenarioInvalid> => {
  const mistake = syntaxMistake(text);
  return mistake === undefined ? Result.succeed(Result.getOrUndefined(parse(text))) : failed([mistake]);
};

const wordAt = (text: string, index: number): string => {
  const word = /^\S{1,20}/u.exec(text.slice(index))?.[0];
  return word === undefined ? "the end of the line" : JSON.stringify(word);
};

const readYaml = (text: string): Result.Result<unknown, ScenarioInvalid> => {
  const lines = new LineCounter();
  const read = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const told = [...read.errors, ...read.warnings].map(({ message, pos }) => {
    const { line, col } = lines.linePos(pos[0]);
    const expected = `YAML (${message})`;
    return { path: `line ${line}, column ${col}`, found: wordAt(text, pos[0]), expected };
  });
  if (told.length > 0) return failed(told);
  const value: unknown = read.toJS();
  return Result.succeed(value);
};

export const readPlain = (text: string): Result.Result<unknown, ScenarioInvalid> => {
  const plain = text.startsWith("\uFEFF") ? text.slice(1) : text;
  return /^\s*(\{|$)/.test(plain) ? readJson(plain) : readYaml(plain);
};
