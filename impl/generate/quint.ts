/**
 * Prints a slice of the composed system as a Quint module: one record for the world, a pure definition and an action for each move.
 * The quint tool checks its types, runs it and holds the promises against every step; its traces are replayed by the plain reading.
 * Instants are ticks from now, so that the world says how long ago or how far ahead everything is and never what time it is.
 */
import type { Law } from "../../models/language/compose.ts";
import { LawMistake } from "../../models/language/evaluate.ts";
import type { Field } from "../../models/language/fields.ts";
import { judgedOn } from "../../models/language/judged.ts";
import { timePasses, type Slice } from "../../models/language/slice.ts";
import type { Policy } from "../../models/policy.ts";
import { formsOf, type Form } from "./promela/forms.ts";
import { lexiconOf } from "./quint/lexicon.ts";
import { printForm, printStates } from "./quint/machine.ts";
import { printMoments } from "./quint/moments.ts";
import { printMove } from "./quint/moves.ts";
import { everyPromise, printAtLast, printPromises } from "./quint/promises.ts";
import { printRule, rulesAsked } from "./quint/rule.ts";
import { moveNames, type Scene } from "./quint/scene.ts";
import { enclosed, indented, says, type Lines } from "./quint/text.ts";
import { printTime } from "./quint/time.ts";
import { printBeginning, printOrder, printState, printWorld } from "./quint/world.ts";

const head = ({ description, leavesOut, id }: Slice): Lines => [
  `// The slice ${id}. ${description}`,
  `// ${leavesOut}`,
  "//",
  "// Types:  quint typecheck FILE",
  `// A run:  quint run --backend=typescript --max-steps=50 --invariants ${everyPromise} FILE`,
];

/** Lists of words by the names of the fields that have them. */
const namedWords = (slice: Slice, law: Law): readonly (readonly [string, readonly string[]])[] =>
  [slice.variables, ...law.machines.map(({ meta }) => meta.fields)]
    .flatMap((fields) => Object.entries<Field>(fields))
    .flatMap(([name, form]) => (form.kind === "choice" ? [[name, form.words] as const] : []));

/** The events that the moves of the slice can send to instances of one form. */
const eventsOf = ({ slice, askedBy }: Scene, form: Form): ReadonlySet<string> =>
  new Set(
    slice.moves.flatMap(({ call }) => {
      if (call?.kind === "event") return form.instances.includes(call.instance) ? [call.event] : [];
      if (call?.kind !== "rule") return [];
      const { rule, bound } = askedBy(call);
      return rule.steps.filter(({ instance }) => bound[instance] === form).map(({ event }) => event);
    }),
  );

/** The whole file of a slice, under a policy that has been made small. */
export function printQuint(slice: Slice, law: Law, policy: Policy): string {
  const forms = formsOf(slice, law);
  const formOf = (instance: string): Form => {
    const form = forms.find(({ instances }) => instances.includes(instance));
    if (form === undefined) throw new LawMistake(`the slice has no instance ${instance}`);
    return form;
  };
  const lexicon = lexiconOf(slice, policy, namedWords(slice, law));
  const { askedBy, all: asked } = rulesAsked(slice, law.rules, formOf);
  const judged = judgedOn(slice);
  const scene: Scene = { slice, lexicon, formOf, askedBy, judged };
  const moves = [...slice.moves.map(({ id }) => id), timePasses].map((id) => moveNames(id).action);
  const twice = moves.find((name, place) => moves.indexOf(name) !== place);
  if (twice !== undefined) throw new LawMistake(`two moves of ${slice.id} would be called ${twice}`);
  // Printed before types and constants are declared, because printing is what asks for them.
  const body = [
    ...[...new Set(forms.map(({ machine }) => machine))].flatMap(printStates),
    ...forms.flatMap((form) => printForm(form, eventsOf(scene, form), lexicon)),
    ...asked.flatMap((one) => printRule(one, lexicon)),
    ...printWorld(scene),
    ...printOrder(scene),
    ...printBeginning(scene),
    ...printState(),
    "// What can happen: each move says what it leads to, and an action makes it.",
    "",
    ...slice.moves.flatMap((move) => printMove(scene, move)),
    ...printTime(scene),
    ...enclosed("action step = any {", moves, "}"),
    "",
    ...printPromises([...new Set(judged.map(({ promise }) => promise))]),
    ...printAtLast(scene),
  ];
  return [
    ...head(slice),
    `module ${slice.id} {`,
    ...indented([
      ...printMoments(slice),
      says("Words and ids."),
      ...lexicon.types(),
      "",
      "// The policy in the small. Change a number here, and everything below follows it.",
      ...lexicon.values(),
      "",
      ...body,
    ]),
    "}",
    "",
  ].join("\n");
}
