/**
 * Prints the promises in Quint: what they ask of each move, an invariant and a witness for each, and what has to hold at last.
 * Judgements stand beside the world and are no part of it: they say what the last move was judged by.
 */
import { identifier } from "./lexicon.ts";
import { quoted } from "../names.ts";
import { scopeOf, within, type Scene, type Worlds } from "./scene.ts";
import { printCondition } from "./terms.ts";
import { enclosed, indented, says, type Lines } from "./text.ts";

/** What the promises ask once a move is made. */
export function printJudgements(scene: Scene, move: string, worlds: Worlds): Lines {
  const scope = scopeOf(scene, worlds);
  const judgements = scene.judged
    .filter((one) => one.move === move)
    .flatMap(({ promise, when, then }) => {
      const premise = printCondition(when, scope);
      if (premise === "false") return [];
      return [enclosed("judge(", [quoted(promise), premise, printCondition(then, scope)], ")")];
    });
  return judgements.length === 0
    ? ["Set()"]
    : ["Set(", ...judgements.flatMap((one) => indented([...one.slice(0, -1), `${one.at(-1) ?? ""},`])), ")"];
}

/** How the invariant of a promise and its witness are called. */
export const invariantName = identifier;
export const witnessName = (promise: string): string => `met_${identifier(promise)}`;
export const everyPromise = "everyPromise";

export const printPromises = (promises: readonly string[]): Lines => [
  says("A promise holds while no move breaks it; it says something only where its premise is met."),
  "def holds(promise: str): bool =",
  "  judged.forall(one => (one.promise == promise and one.applies) implies one.holds)",
  "def met(promise: str): bool =",
  "  judged.exists(one => one.promise == promise and one.applies)",
  "",
  ...promises.flatMap((promise) => [
    `val ${invariantName(promise)} = holds(${quoted(promise)})`,
    `val ${witnessName(promise)} = met(${quoted(promise)})`,
  ]),
  "",
  says("All of them, for one run."),
  `val ${everyPromise} = judged.forall(one => one.applies implies one.holds)`,
  "",
];

/** What has to hold at last, if time goes on; for checkers that know of temporal formulas. */
export const printAtLast = (scene: Scene): Lines => {
  const { atLast } = scene.slice;
  if (atLast.length === 0) return [];
  const scope = scopeOf(scene, within("world"));
  return [
    says("If time goes on, then whenever the one holds the other holds at last."),
    `temporal timeGoesOn = always(eventually(moved == "time passes"))`,
    ...atLast.flatMap(({ id, when, then }) => [
      `temporal ${identifier(id)}_at_last =`,
      `  timeGoesOn implies always((${printCondition(when, scope)}) implies eventually(${printCondition(then, scope)}))`,
    ]),
    "",
  ];
};
