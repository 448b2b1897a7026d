/**
 * Prints how time passes: the last option of the loop, by which everything is one tick longer ago.
 * Rows without a late sweep are settled on time; tokens and swept rows wait until somebody looks at them.
 */
import { timePasses } from "../../../models/language/slice.ts";
import { formulaName, identifier } from "./glossary.ts";
import { hasDeadlines, settling } from "./machine.ts";
import { anyDeadline, asItWas, isToken, option, order, promised, scopeOf, type Scene } from "./scene.ts";
import { printCondition } from "./terms.ts";

/** A tick: everything is one tick longer ago, deadlines fire that fire on time, and the watchers look. */
export function printTime(scene: Scene): readonly string[] {
  const { slice } = scene;
  const judged = scene.judged.filter((one) => one.move === timePasses);
  const names = Object.keys(slice.instances);
  const lateness = (instance: string): string | undefined => slice.instances[instance]?.sweptWithin;
  const heldBack = names.flatMap((instance) => {
    const within = lateness(instance);
    if (within === undefined) return [];
    const most = scene.page.glossary.constant(within);
    const test = anyDeadline(scene, instance, (deadline) => `${deadline} + ${most} < 1`);
    return test === "false" ? [] : [test];
  });
  const instants = Object.entries(slice.variables).filter(([, { kind }]) => kind === "instant");
  const aged = names.filter((name) => scene.formOf(name).fields.some(([, { kind }]) => kind === "instant"));
  const onTime = names.filter(
    (name) => lateness(name) === undefined && !isToken(scene, name) && hasDeadlines(scene.formOf(name)),
  );
  const guard = heldBack.length === 0 ? "true" : `!(${heldBack.join(" || ")})`;
  const about = `${timePasses}. One tick passes, unless a sweep would then be later than it may.`;
  return option(about, guard, slice.moves.length, [
    ...aged.map((name) => [`age${scene.formOf(name).name}(${identifier(name)})`]),
    ...instants.map(([name]) => [`older(${identifier(name)})`]),
    ...(slice.ticksADay > 1 ? [["phase = (phase + 1) % TICKS_A_DAY"]] : []),
    ...asItWas(scene, judged),
    ...onTime.map((name) => settling(scene.formOf(name), identifier(name), "SINCE_EVER", "0")),
    ...promised(scene, judged),
    ...order(scene, names),
    ...instants.map(([name]) => [`clip(${identifier(name)})`]),
    ["TICKED"],
  ]);
}

/** Everything that has to hold at last, as propositions for formulas. */
export const printAtLast = (scene: Scene): readonly (readonly [id: string, when: string, then: string])[] =>
  scene.slice.atLast.map(({ id, when, then }) => {
    const scope = scopeOf(scene);
    return [formulaName(`at-last-${id}`), printCondition(when, scope), printCondition(then, scope)];
  });
