/**
 * Prints the world of a slice in Quint: the record of its cells, the normal form, where it begins, and the variables around it.
 * What the last move was and what it was judged by stands beside the world, so that a trace says it; no move reads it.
 */
import { lookUp } from "../terms.ts";
import { stateName } from "./lexicon.ts";
import { isPutInOrder, lowered } from "./form.ts";
import { scopeOf, within, type Scene } from "./scene.ts";
import { printTerm } from "./terms.ts";
import { applied, changed, definition, indented, record, says, type Entry, type Lines } from "./text.ts";

/** The cells of cells.ts: a record for each instance, and what else is remembered. */
export const printWorld = ({ slice, lexicon, formOf }: Scene): Lines => {
  const phase: Lines = slice.ticksADay > 1 ? ["phase: int, // ticks since midnight"] : [];
  const instances = Object.entries(slice.instances).map(
    ([name, { of, party }]) => `${name}: ${formOf(name).name}, // ${of}, at the ${party}`,
  );
  const variables = Object.entries(slice.variables).map(
    ([name, field]) => `${name}: ${lexicon.typeOf(field)},`,
  );
  return [
    says("Everything that is told apart."),
    "type World = {",
    ...indented([...phase, ...instances, ...variables]),
    "}",
    "",
    says("What a promise asks of a move: it holds, or it has nothing to say because it does not apply."),
    "type Judgement = { promise: str, applies: bool, holds: bool }",
    "pure def judge(promise: str, applies: bool, holds: bool): Judgement =",
    "  { promise: promise, applies: applies, holds: holds }",
    says("What a move leads to, and the code it was refused with."),
    "type Step = { world: World, refused: str, judged: Set[Judgement] }",
    "",
  ];
};

export const printOrder = ({ slice, formOf }: Scene): Lines => {
  const instances = Object.keys(slice.instances)
    .filter((name) => isPutInOrder(formOf(name)))
    .map((name): Entry => [name, `${lowered(formOf(name))}InOrder(w.${name})`]);
  const instants = Object.entries(slice.variables)
    .filter(([, { kind }]) => kind === "instant")
    .map(([name]): Entry => [name, `clip(w.${name})`]);
  return definition(
    "Worlds that nothing can tell apart are one.",
    "inOrder",
    [["w", "World"]],
    "World",
    changed("w", [...instances, ...instants]),
  );
};

export const printBeginning = (scene: Scene): Lines => {
  const { slice, lexicon, formOf } = scene;
  // Nothing is there to be read yet, and it is midnight.
  const scope = { ...scopeOf(scene, within("nothing")), phase: "0" };
  const instances = Object.entries(slice.instances).map(([name, { begins }]): Entry => {
    const form = formOf(name);
    if (begins === undefined) return [name, `${lowered(form)}AtRest`];
    const fields = Object.entries(begins.fields)
      .filter(([field]) => form.fields.some(([known]) => known === field))
      .map(([field, term]): Entry => [
        field,
        printTerm(term, scope, lookUp(form.machine.meta.fields, name)(field)),
      ]);
    const state: Entry = ["state", stateName(form.machine, begins.state)];
    return [name, changed(`${lowered(form)}AtRest`, [state, ...fields])];
  });
  const variables = Object.entries(slice.variables).map(([name, field]): Entry => {
    const term = slice.remembers?.[name];
    return [name, term === undefined ? lexicon.atRest(field) : printTerm(term, scope, field)];
  });
  const phase: readonly Entry[] = slice.ticksADay > 1 ? [["phase", "0"]] : [];
  const [first = "", ...more] = applied("inOrder", record([...phase, ...instances, ...variables]));
  return [says("Where everything begins."), `pure val beginning: World = ${first}`, ...more, ""];
};

export const printState = (): Lines => [
  says(
    "The world, and beside it what the last move was, what it was refused with and what it was judged by.",
  ),
  "var world: World",
  "var moved: str",
  "var refused: str",
  "var judged: Set[Judgement]",
  "",
  "action takes(move: str, made: Step): bool = all {",
  "  world' = made.world,",
  "  moved' = move,",
  "  refused' = made.refused,",
  "  judged' = made.judged,",
  "}",
  "",
  `action init = takes("", { world: beginning, refused: "", judged: Set() })`,
  "",
];
