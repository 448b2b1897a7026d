/**
 * Qt's SCXML engine behind a small program of ours, scxmlengine.cpp: compiled once, asked many things at once.
 * `livedOtherwise` has it live histories from a document and says the first step after which it stands elsewhere than expected.
 * It sets where a document starts, and reads what it holds; how a document is lived is Qt's alone.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Schema } from "effect";
import type { Lifecycle } from "../../../models/language/lifecycle.ts";
import type { Policy } from "../../../models/policy.ts";
import type { History } from "./scxmlhistories.ts";

const Answer = Schema.fromJsonString(
  Schema.Struct({
    states: Schema.Array(Schema.String),
    fields: Schema.Record(Schema.String, Schema.Unknown),
    sent: Schema.Array(Schema.String),
    errors: Schema.Array(Schema.String),
  }),
);
const readAnswer = Schema.decodeUnknownSync(Answer);

/** Compiles the engine into a folder, with the headers of the Qt that is installed; answers its path. */
export function compileEngine(compiler: string, folder: string): string {
  const headers = execFileSync("qtpaths6", ["-query", "QT_INSTALL_HEADERS"], { encoding: "utf8" }).trim();
  const includes = [headers, join(headers, "QtCore"), join(headers, "QtScxml")].map((path) => `-I${path}`);
  const source = join(import.meta.dirname, "scxmlengine.cpp");
  const engine = join(folder, "engine");
  execFileSync(compiler, [
    "-std=c++17",
    "-fPIC",
    ...includes,
    source,
    "-o",
    engine,
    "-lQt6Scxml",
    "-lQt6Core",
  ]);
  return engine;
}

const answersTo = (engine: string, asked: readonly unknown[]): readonly (typeof Answer.Type)[] => {
  const input = asked.map((line) => `${JSON.stringify(line)}\n`).join("");
  const { stdout, stderr, status } = spawnSync(engine, { input, encoding: "utf8", maxBuffer: 2 ** 28 });
  const answers = stdout
    .trimEnd()
    .split("\n")
    .map((line) => readAnswer(line));
  const errors = answers.flatMap((answer) => answer.errors);
  if (status !== 0 || stderr !== "" || errors.length > 0 || answers.length !== asked.length)
    throw new Error(`the engine ended with ${String(status)}: ${stderr}${errors.join(", ")}`);
  return answers;
};

/** The document started in another state, as SCXML itself says it; other data are given when it starts. */
const startedIn = (text: string, machine: Lifecycle, state: string): string =>
  text.replace(` initial="${machine.initial}"`, ` initial="${state}"`);

/** The first step that the engine lives otherwise than expected, told; nothing where there is none. */
export function livedOtherwise(
  engine: string,
  text: string,
  machine: Lifecycle,
  policy: Policy,
  histories: readonly History[],
): string | undefined {
  const fields = Object.keys(machine.context);
  const fileOf = (state: string) => `${engine}-${machine.id}-${state}.scxml`;
  for (const state of Object.keys(machine.states))
    writeFileSync(fileOf(state), startedIn(text, machine, state));
  const asked = histories.map(({ start, steps }) => {
    const data = { ...start.fields, policy: { ...policy.constants, ...policy.sets } };
    const sendings = steps.flatMap((step) => step.sendings.map((sending) => ({ ...sending, fields })));
    return [{ file: fileOf(start.state), data, fields }, ...sendings];
  });
  const answers = answersTo(engine, asked.flat())[Symbol.iterator]();
  const next = () => answers.next().value;
  for (const { start, steps } of histories) {
    let standing = next();
    for (const { sendings, expected } of steps) {
      const own = sendings.flatMap(() => next() ?? []);
      standing = own.at(-1) ?? standing;
      const told = (
        state: string | undefined,
        held: Readonly<Record<string, unknown>> | undefined,
        sent: readonly string[],
      ) => JSON.stringify([state, fields.map((name) => held?.[name]), sent]);
      const theirs = told(
        standing?.states.join(" "),
        standing?.fields,
        own.flatMap(({ sent }) => sent),
      );
      const ours = told(expected.state, expected.fields, expected.sent);
      if (theirs !== ours)
        return `from ${JSON.stringify(start)}, ${JSON.stringify(sendings)}: ${theirs} and not ${ours}`;
    }
  }
  return undefined;
}
