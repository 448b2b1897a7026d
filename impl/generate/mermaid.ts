/**
 * Prints each lifecycle as a Mermaid state diagram: events on the arrows, deadlines with their number, refusals left out.
 * The README shows one of them; reviewers who want more open the atlas.
 */
import { setBy, refusalOf, transitionsOf, type Lifecycle } from "../../models/language/lifecycle.ts";
import type { Term } from "../../models/language/expression.ts";
import { defaultPolicy, millisecondsADay } from "../../models/policy.ts";

const units = [
  [millisecondsADay, "day"],
  [3_600_000, "hour"],
  [60_000, "minute"],
  [1_000, "second"],
] as const;

const sayDuration = (ms: number): string => {
  const [size, unit] = units.find(([length]) => ms % length === 0 && ms >= length) ?? [1, "millisecond"];
  const amount = ms / size;
  return `${String(amount)} ${unit}${amount === 1 ? "" : "s"}`;
};

/** The durations a term adds up. */
const durationsIn = (term: Term): readonly string[] => {
  switch (term.kind) {
    case "policy":
      return [term.name];
    case "sum":
    case "min":
      return term.of.flatMap(durationsIn);
    default:
      return [];
  }
};

/** What sets a deadline, said as a number: "30 days". */
const numberOf = (machine: Lifecycle, field: string): string => {
  const terms = transitionsOf(machine).flatMap(({ transition }) => setBy(transition)[field] ?? []);
  const names = [...new Set(terms.flatMap(durationsIn))];
  return names
    .map((name) => defaultPolicy.constants[name])
    .flatMap((value) => (typeof value === "number" ? [sayDuration(value)] : []))
    .join(" + ");
};

export function printMermaid(machine: Lifecycle): string {
  const drawn = transitionsOf(machine).filter(
    ({ transition, source, target }) =>
      refusalOf(transition) === undefined && (source !== target || transition.target !== undefined),
  );
  const arrows = [
    ...new Set(
      drawn.map(({ source, target, trigger }) =>
        trigger.kind === "deadline"
          ? `  ${source} --> ${target} : after ${numberOf(machine, trigger.name)}`
          : `  ${source} --> ${target} : ${trigger.name}`,
      ),
    ),
  ];
  const ends = Object.entries(machine.states).filter(([, state]) => state.type === "final");
  return [
    "stateDiagram-v2",
    `  [*] --> ${machine.initial}`,
    ...arrows,
    ...ends.map(([name]) => `  ${name} --> [*]`),
    "",
  ].join("\n");
}
