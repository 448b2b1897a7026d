/**
 * Prints how a machine takes one whole step: what is due, the event, and what the event found already due.
 * Only after a transition that can leave a deadline due at once is asked again; which those are stands in the models.
 */
import { setBy, type Lifecycle, type PlacedTransition } from "../../models/language/lifecycle.ts";
import { camelCase, capitalised, columnsName, eventFieldsOf, quoted } from "./names.ts";

/** A transition with its number in the machine, from 1. */
export interface Numbered {
  readonly placed: PlacedTransition;
  readonly number: number;
}

/** Whether a deadline may be due at once after this transition: it enters a state, or sets what its state obeys. */
const mayBeDueAfter = (machine: Lifecycle, { source, target, transition }: PlacedTransition): boolean =>
  source !== target ||
  Object.keys(machine.states[target]?.after ?? {}).some((field) => field in setBy(transition));

const printDueTable = (machine: Lifecycle, numbered: readonly Numbered[]): string => {
  const digits = numbered.map(({ placed }) =>
    placed.trigger.kind === "event" && mayBeDueAfter(machine, placed) ? "1" : "0",
  );
  return `
/** By the number of an event's transition: 1 where it may leave a deadline that is due at once. */
const mayBeDue = Uint8Array.from("0${digits.join("")}", Number);
`;
};

/** The events by number, and one step of the machine. */
export const printStep = (machine: Lifecycle, numbered: readonly Numbered[]): string => {
  const title = capitalised(machine.id);
  const events = Object.entries(machine.meta.events);
  const fields = Object.keys(eventFieldsOf(machine));
  const hasDeadlines = numbered.some(({ placed }) => placed.trigger.kind === "deadline");
  const cases = events.map(([name, form], place) => {
    const given = Object.keys(form.fields)
      .map((field) => `${field}, `)
      .join("");
    const taken = `${camelCase(`${machine.id}.${name}`)}(rows, slot, ${given}now, policy, log)`;
    return `    case ${String(place + 1)}:\n      taken = ${taken};\n      break;`;
  });
  return `/** The events of ${machine.id} by number, from 1. */
export const ${machine.id}Events = [${events.map(([name]) => quoted(name)).join(", ")}] as const;
${hasDeadlines ? printDueTable(machine, numbered) : ""}
/**
 * One step: deadlines that are due, then the event (0 for none), then deadlines that the event found already due.
 * Answers the number of the event's transition, or 0 where it is not allowed.
 */
export function step${title}(
  rows: ${columnsName(machine)},
  slot: number,
  event: number,
${fields.map((field) => `  ${field}: number,\n`).join("")}  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  ${hasDeadlines ? `settle${title}(rows, slot, 0, now, policy, log);` : ""}
  let taken = 0;
  switch (event) {
${cases.join("\n")}
    default:
      return 0;
  }
  ${hasDeadlines ? `if (mayBeDue[taken] === 1) settle${title}(rows, slot, now, now, policy, log);` : ""}
  return taken;
}
`;
};
