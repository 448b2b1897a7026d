/**
 * Prints how time passes in Quint: everything is one tick longer ago, and what ends on time ends.
 * Rows without a late sweep are settled on time; tokens and swept rows wait until somebody looks at them.
 */
import { timePasses } from "../../../models/language/slice.ts";
import { hasDeadlines } from "../promela/machine.ts";
import { settled } from "./deadlines.ts";
import { instantsOf, lowered } from "./form.ts";
import { printAction } from "./moves.ts";
import { printJudgements } from "./promises.ts";
import { anyDeadline, isToken, moveNames, phaseOf, type Scene } from "./scene.ts";
import { either, negated } from "./terms.ts";
import { block, changed, definition, record, type Entry, type Lines } from "./text.ts";

export function printTime(scene: Scene): Lines {
  const { slice, lexicon, formOf } = scene;
  const names = Object.keys(slice.instances);
  const lateness = (instance: string): string | undefined => slice.instances[instance]?.sweptWithin;
  const heldBack = names.map((instance) => {
    const within = lateness(instance);
    if (within === undefined) return "false";
    return anyDeadline(
      scene,
      instance,
      (deadline) => `later(${deadline}, ${lexicon.constant(within)}) < ONE_TICK_ON`,
    );
  });
  const guard = negated(either(...heldBack));
  const aged = names
    .filter((name) => instantsOf(formOf(name)).length > 0)
    .map((name): Entry => [name, `${lowered(formOf(name))}Older(w.${name})`]);
  const instants = Object.entries(slice.variables)
    .filter(([, { kind }]) => kind === "instant")
    .map(([name]): Entry => [name, `older(w.${name})`]);
  const phase: readonly Entry[] = slice.ticksADay > 1 ? [["phase", "(w.phase + 1) % TICKS_A_DAY"]] : [];
  const onTime = names
    .filter((name) => lateness(name) === undefined && !isToken(scene, name) && hasDeadlines(formOf(name)))
    .map((name): Entry => [
      name,
      settled(formOf(name), `aged.${name}`, "SINCE_EVER", "NOW", phaseOf(scene, "aged")),
    ]);
  const { may, after } = moveNames(timePasses);
  const judged = printJudgements(scene, timePasses, {
    variables: "aged",
    instances: "after",
    before: "aged",
  });
  const body = block(
    [
      ["aged", changed("w", [...phase, ...aged, ...instants])],
      ["after", changed("aged", onTime)],
      ["judged", judged],
    ],
    record([
      ["world", "inOrder(after)"],
      ["refused", `""`],
      ["judged", "judged"],
    ]),
  );
  return [
    ...(guard === "true" ? [] : definition("", may, [["w", "World"]], "bool", [guard])),
    ...definition(
      "One tick passes, unless a sweep would then be later than it may.",
      after,
      [["w", "World"]],
      "Step",
      body,
    ),
    ...printAction(timePasses, guard === "true"),
  ];
}
