/**
 * Prints the moves of a slice as Promela, each one atomic step of the one process.
 * The reading is that of compose.ts: the call, what the promises ask, what is remembered, what is forgotten, the normal form.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { Term } from "../../../models/language/expression.ts";
import type { Move } from "../../../models/language/slice.ts";
import { lookUp } from "../terms.ts";
import { callOf } from "./call.ts";
import { identifier } from "./glossary.ts";
import { anyDeadline, asItWas, isToken, option, order, promised, scopeOf, type Scene } from "./scene.ts";
import { printCondition, printTerm } from "./terms.ts";
import { atOnce, firstOf, sequence } from "./text.ts";

type Terms = Readonly<Record<string, Term>>;

const remembered = (scene: Scene, terms: Terms): readonly (readonly string[])[] => {
  const shape = lookUp(scene.slice.variables, scene.slice.id);
  const updates = Object.entries(terms).map(([name, term]) => ({
    target: identifier(name),
    text: printTerm(term, scopeOf(scene), shape(name)),
  }));
  return [
    ...atOnce(updates, (target) => scene.page.scratch("int", `aside_${target}`)),
    ...updates
      .filter(({ target, text }) => shape(target).kind === "instant" && text !== "0" && text !== "NEVER")
      .map(({ target }) => [`clip(${target})`]),
  ];
};

const canBeMade = (scene: Scene, { when, call }: Move): string => {
  const scope = scopeOf(scene);
  const due =
    call?.kind === "sweep" ? anyDeadline(scene, call.instance, (deadline) => `${deadline} <= 0`) : "true";
  const asked = when === undefined ? "true" : printCondition(when, scope);
  if (due === "true") return asked;
  return asked === "true" ? due : `(${due}) && (${asked})`;
};

const said = ({ says, names = {} }: Move): string =>
  says.replaceAll(/\{(\w+)\}/g, (open, name: string) => names[name] ?? open);

/** One move. */
export function printMove(scene: Scene, move: Move, number: number): readonly string[] {
  const judged = scene.judged.filter((one) => one.move === move.id);
  const { statements, touched, canRefuse } = callOf(scene, move);
  const forgets = move.forgets ?? [];
  const tokens = touched.filter((instance) => isToken(scene, instance));
  if (new Set(tokens.map((token) => scene.formOf(token).name)).size < tokens.length)
    throw new LawMistake(`${move.id} is asked with two tokens of one machine`);
  const token = (inline: string) =>
    canRefuse ? tokens.map((one) => [`${inline}${scene.formOf(one).name}(${identifier(one)})`]) : [];
  // A watcher sees what was remembered before the move.
  const ifDone = [...promised(scene, judged), ...remembered(scene, { ...move.sets, ...move.done })];
  const ifRefused = [...token("giveBack"), ...remembered(scene, { ...move.sets, ...move.refused })];
  const afterwards = canRefuse
    ? ifDone.length + ifRefused.length === 0
      ? []
      : [firstOf([{ guard: "refused == nothing", body: sequence(ifDone) }], sequence(ifRefused))]
    : ifDone;
  return option(`${move.id}. ${said(move)}`, canBeMade(scene, move), number, [
    ...asItWas(scene, judged),
    ...token("keep"),
    ...statements,
    ...afterwards,
    ...forgets.map((name) => [`rest${scene.formOf(name).name}(${identifier(name)})`]),
    ...order(
      scene,
      touched.filter((name) => !forgets.includes(name)),
    ),
  ]);
}
