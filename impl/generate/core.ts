/**
 * Prints the core of one machine: its rows as columns, the firing of deadlines, and what each event does.
 * The result is whole numbers over typed arrays, and a reviewer can follow it beside the diagram: one case a state, one branch a transition.
 * It decides nothing itself: everything printed stands in models/.
 */
import {
  setBy,
  transitionsOf,
  type Lifecycle,
  type PlacedTransition,
} from "../../models/language/lifecycle.ts";
import type { Field } from "../../models/language/fields.ts";
import type { Term } from "../../models/language/expression.ts";
import { camelCase, capitalised, columnsName, eventFieldsOf, machineNumber, stateNumber } from "./names.ts";
import { printStep, type Numbered } from "./corestep.ts";
import { lookUp, printCondition, printTerm, type Scope } from "./terms.ts";

/** Whether any state of the machine obeys a deadline. */
export const hasDeadlines = (machine: Lifecycle): boolean =>
  Object.values(machine.states).some((state) => state.after !== undefined);

const arrayOf = (field: Field): string => (field.kind === "instant" ? "Float64Array" : "Int32Array");

const scopeOf = (machine: Lifecycle, now: string): Scope => {
  const fieldOf = lookUp(machine.meta.fields, machine.id);
  return {
    fieldOf,
    givenOf: lookUp(eventFieldsOf(machine), `an event of ${machine.id}`),
    printField: (name) => `(rows.${name}[slot] ?? ${fieldOf(name).kind === "instant" ? "never" : "0"})`,
    printGiven: (name) => name,
    printStates: () => {
      throw new Error("a machine's guard cannot ask the state of another instance");
    },
    now,
  };
};

const printColumns = (machine: Lifecycle): string => {
  const fields = Object.entries(machine.meta.fields);
  const name = columnsName(machine);
  const rests = fields
    .filter(([, field]) => field.kind === "instant")
    .map(([field]) => `  rows.${field}.fill(never);`);
  return `/** Rows of ${machine.id}: the state's number and each field, a slot an instance. Instants in ms; never = no such instant. */
export interface ${name} {
  readonly state: Uint8Array;
${fields.map(([field, form]) => `  readonly ${field}: ${arrayOf(form)};`).join("\n")}
}

/** So many instances of ${machine.id}, each in its initial state with nothing said. */
export const make${name} = (instances: number): ${name} => {
  const rows = {
    state: new Uint8Array(instances),
${fields.map(([field, form]) => `    ${field}: new ${arrayOf(form)}(instances),`).join("\n")}
  };
${rests.join("\n")}
  return rows;
};

/** Puts one instance back to where nothing has been said. */
export const rest${capitalised(machine.id)} = (rows: ${name}, slot: number): void => {
  rows.state[slot] = 0;
${fields.map(([field, form]) => `  rows.${field}[slot] = ${form.kind === "instant" ? "never" : "0"};`).join("\n")}
};

/** The same columns, if they are of this machine. */
export const as${name} = (rows: Readonly<Record<string, unknown>>): ${name} | undefined => {
  const { state${fields.map(([field]) => `, ${field}`).join("")} } = rows;
  return state instanceof Uint8Array${fields.map(([field, form]) => ` && ${field} instanceof ${arrayOf(form)}`).join("")}
    ? { state${fields.map(([field]) => `, ${field}`).join("")} }
    : undefined;
};
`;
};

/** The statements of one transition, its updates computed before any is stored. */
const printEffect = (machine: Lifecycle, placed: PlacedTransition, scope: Scope): readonly string[] => {
  const updates = Object.entries(setBy(placed.transition)).map(([field, term]: readonly [string, Term]) => {
    return { field, text: printTerm(term, scope, machine.meta.fields[field]) };
  });
  // Updates are simultaneous: what reads a row is computed before anything is stored, unless it is the only update.
  const computed = updates.filter((update) => updates.length > 1 && update.text.includes("rows."));
  return [
    ...computed.map(({ field, text }) => `const ${field}Next = ${text};`),
    ...updates.map(
      (update) =>
        `rows.${update.field}[slot] = ${computed.includes(update) ? `${update.field}Next` : update.text};`,
    ),
    ...(placed.target === placed.source
      ? []
      : [`rows.state[slot] = ${String(stateNumber(machine, placed.target))};`]),
  ];
};

/** Writes down what was taken: once for all branches, so that the engine can compile the call into its place. */
const printNote = (machine: Lifecycle, taken: string, at: string): string =>
  `note(log, ${String(machineNumber(machine.id))}, slot, ${taken}, ${at});`;

/** The alternatives of one trigger in one state, as a chain of guards. */
const printAlternatives = (
  machine: Lifecycle,
  alternatives: readonly Numbered[],
  scope: Scope,
  taken: string,
  indent: string,
): string =>
  alternatives
    .map(({ placed, number }) => {
      const guard = placed.transition.guard;
      const inner = guard === undefined ? indent : `${indent}  `;
      const body = [
        `// ${placed.id}`,
        ...printEffect(machine, placed, scope),
        `${taken} = ${String(number)};`,
        "break;",
      ]
        .map((line) => `${inner}${line}`)
        .join("\n");
      return guard === undefined
        ? body
        : `${indent}if (${printCondition(guard.params, scope)}) {\n${body}\n${indent}}`;
    })
    .join("\n");

const printSettle = (machine: Lifecycle, numbered: readonly Numbered[]): string => {
  const scope = scopeOf(machine, "instant");
  const deadlines = numbered.filter(({ placed }) => placed.trigger.kind === "deadline");
  const cases = [...Map.groupBy(deadlines, ({ placed }) => placed.source)].map(([state, inState]) => {
    const byField = [...Map.groupBy(inState, ({ placed }) => placed.trigger.name)];
    const earliest = byField
      .map(([field], place) => {
        const value = `rows.${field}[slot] ?? never`;
        if (byField.length === 1) return `        const due = ${value};`;
        if (place === 0) return `        let due = ${value};\n        let which = 0;`;
        return `        if (!((${value}) >= due)) {\n          due = ${value};\n          which = ${String(place)};\n        }`;
      })
      .join("\n");
    const bodies = byField.map(([, alternatives], place) => {
      const only = byField.length === 1;
      const text = printAlternatives(machine, alternatives, scope, "fired", only ? "        " : "          ");
      return only
        ? text
        : place === byField.length - 1
          ? `        {\n${text}\n        }`
          : `        if (which === ${String(place)}) {\n${text}\n        }`;
    });
    return `      case ${String(stateNumber(machine, state))}: {
        // ${state}
${earliest}
        if (!(now >= due)) return;
        const instant = due >= from ? due : from;
        from = instant;
${bodies.join("\n")}
      }`;
  });
  const comment = `/**
 * Fires every deadline of a ${machine.id} that is due at \`now\`, each at its own instant, the earliest first.
 * \`from\` is the instant before which nothing can happen any more: 0, or \`now\` just after an event.
 */`;
  if (cases.length === 0) return "";
  return `${comment}
export function settle${capitalised(machine.id)}(
  rows: ${columnsName(machine)},
  slot: number,
  from: number,
  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): void {
  for (;;) {
    let fired = 0;
    switch (rows.state[slot]) {
${cases.join("\n")}
      default:
        return;
    }
    ${printNote(machine, "fired", "from")}
  }
}
`;
};

const printEvent = (machine: Lifecycle, name: string, numbered: readonly Numbered[]): string => {
  const scope = scopeOf(machine, "now");
  const fields = Object.keys(machine.meta.events[name]?.fields ?? {});
  const here = numbered.filter(
    ({ placed }) => placed.trigger.kind === "event" && placed.trigger.name === name,
  );
  const cases = [...Map.groupBy(here, ({ placed }) => placed.source)].map(([state, alternatives]) => {
    const text = printAlternatives(machine, alternatives, scope, "taken", "      ");
    const open = alternatives.at(-1)?.placed.transition.guard !== undefined;
    return `    case ${String(stateNumber(machine, state))}: {\n      // ${state}\n${text}${open ? "\n      return 0;" : ""}\n    }`;
  });
  return `/** \`${name}\`: answers the number of the transition taken, or 0 where the event is not allowed. */
export function ${camelCase(`${machine.id}.${name}`)}(
  rows: ${columnsName(machine)},
  slot: number,
${fields.map((field) => `  ${field}: number,\n`).join("")}  now: number,
  policy: PolicyNumbers,
  log: StepLog,
): number {
  let taken = 0;
  switch (rows.state[slot]) {
${cases.join("\n")}
    default:
      return 0;
  }
  ${printNote(machine, "taken", "now")}
  return taken;
}
`;
};

/** The whole file of a machine's core. */
export function printCore(machine: Lifecycle): string {
  const numbered = transitionsOf(machine).map((placed, place) => ({ placed, number: place + 1 }));
  const body = [
    printColumns(machine),
    printSettle(machine, numbered),
    ...Object.keys(machine.meta.events).map((name) => printEvent(machine, name, numbered)),
    printStep(machine, numbered),
  ].join("\n");
  const used = ["startOfDayIfAny", "later", "never", "note", "startOfDay"].filter((name) =>
    new RegExp(`\\b${name}\\b`).test(body.replaceAll(/\/\*\*[^]*?\*\//g, "")),
  );
  return `import { ${used.join(", ")}, type StepLog } from "../../lifecycle/core.ts";
import type { PolicyNumbers } from "../policy.ts";

${body}`;
}
