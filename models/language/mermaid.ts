/**
 * Prints each lifecycle as a Mermaid state diagram: events on the arrows, deadlines with their number, refusals left out.
 * The generator commits them, the README shows one, and the atlas writes them as files for documents.
 */
import { setBy, refusalOf, transitionsOf, type Lifecycle } from "./lifecycle.ts";
import type { Term } from "./expression.ts";
import { defaultPolicy, millisecondsADay } from "../policy.ts";

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

/** How long after its setting a deadline comes at the most, in ms; 0 where the term says no duration. */
const durationOf = (term: Term): number => {
  switch (term.kind) {
    case "policy": {
      const value = defaultPolicy.constants[term.name];
      return typeof value === "number" ? value : 0;
    }
    case "sum":
      return term.of.reduce((sum, part) => sum + durationOf(part), 0);
    case "min":
      return Math.min(...term.of.map(durationOf).filter((duration) => duration > 0));
    default:
      return 0;
  }
};

/** What sets a deadline, said as a number: "30 days". */
const numberOf = (machine: Lifecycle, field: string): string => {
  const terms = transitionsOf(machine).flatMap(({ transition }) => setBy(transition)[field] ?? []);
  const durations = new Set(terms.map(durationOf).filter((duration) => duration > 0));
  return [...durations].map(sayDuration).join(" or ");
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
