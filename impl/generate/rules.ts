/**
 * Prints the core of the rules of one party: each rule a function over the columns of its instances and a few facts.
 * It settles the instances, asks the refusals in the order of the law, and sends the events; the answer is one number.
 * The services only wrap these functions, so what is proved is what runs.
 */
import type { Field } from "../../models/language/fields.ts";
import type { Rule, RuleStep } from "../../models/language/rule.ts";
import { machineOf } from "../../models/machines.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import { hasDeadlines } from "./core.ts";
import { refusalNumber } from "./codes.ts";
import { camelCase, capitalised, columnsName, machineNumber, stateNumber } from "./names.ts";
import { lookUp, printCondition, printTerm, type Scope } from "./terms.ts";

export const machineOfInstance = (rule: Rule, instance: string): Lifecycle => {
  const machine = machineOf(rule.instances[instance]?.machine ?? "");
  if (machine === undefined) throw new Error(`${rule.id} has no instance ${instance}`);
  return machine;
};

const stateTest = (rule: Rule, instance: string, states: readonly string[]): string => {
  const machine = machineOfInstance(rule, instance);
  const tests = states.map(
    (state) => `${instance}.state[${instance}Slot] === ${String(stateNumber(machine, state))} /* ${state} */`,
  );
  return tests.length === 1 ? (tests[0] ?? "") : `(${tests.join(" || ")})`;
};

const scopeOf = (rule: Rule): Scope => {
  const fieldOf = (name: string, instance: string | undefined): Field => {
    const machine = machineOfInstance(rule, instance ?? "");
    return lookUp(machine.meta.fields, machine.id)(name);
  };
  return {
    fieldOf,
    givenOf: lookUp(rule.trigger.fields, `the trigger of ${rule.id}`),
    printField: (name, instance) =>
      `(${instance ?? ""}.${name}[${instance ?? ""}Slot] ?? ${fieldOf(name, instance).kind === "instant" ? "never" : "0"})`,
    printGiven: (name) => name,
    printStates: (instance, states) => stateTest(rule, instance, states),
    now: "now",
  };
};

/** How the instant is spelt at which an instance is decided. */
const instantOf = (rule: Rule, instance: string, scope: Scope): string => {
  const at = rule.instances[instance]?.decidedAt;
  return at === undefined ? "now" : printTerm(at, scope);
};

const settleOf = (rule: Rule, instance: string, from: string, scope: Scope): readonly string[] => {
  const machine = machineOfInstance(rule, instance);
  return hasDeadlines(machine)
    ? [
        `settle${capitalised(machine.id)}(${instance}, ${instance}Slot, ${from}, ${instantOf(rule, instance, scope)}, policy, log);`,
      ]
    : [];
};

const callOf = (rule: Rule, step: RuleStep, scope: Scope): string => {
  const machine = machineOfInstance(rule, step.instance);
  const fields = machine.meta.events[step.event]?.fields ?? {};
  const given = Object.entries(fields).map(([name, field]) => {
    const term = step.with?.[name];
    if (term === undefined) throw new Error(`${rule.id} sends ${step.event} without ${name}`);
    return printTerm(term, scope, field);
  });
  const rows = [step.instance, `${step.instance}Slot`];
  const around = [instantOf(rule, step.instance, scope), "policy", "log"];
  return `${camelCase(`${machine.id}.${step.event}`)}(${[...rows, ...given, ...around].join(", ")})`;
};

const printFirstStep = (rule: Rule, step: RuleStep, scope: Scope): readonly string[] => {
  const machine = machineOfInstance(rule, step.instance);
  return [
    `const taken = ${callOf(rule, step, scope)};`,
    `const refused = refusalOf(${String(machineNumber(machine.id))}, taken);`,
    "if (refused > 0) return refused;",
    ...settleOf(rule, step.instance, instantOf(rule, step.instance, scope), scope),
  ];
};

/** What a later step depends on is asked before any step is taken, as rule.ts says. */
const hoisted = (later: readonly RuleStep[], scope: Scope): readonly string[] =>
  later.flatMap(({ when }, place) =>
    when === undefined ? [] : [`const takes${String(place + 2)} = ${printCondition(when, scope)};`],
  );

const printLaterStep = (rule: Rule, step: RuleStep, place: number, scope: Scope): readonly string[] => {
  const lines = [
    `${callOf(rule, step, scope)};`,
    ...settleOf(rule, step.instance, instantOf(rule, step.instance, scope), scope),
  ];
  return step.when === undefined
    ? lines
    : [`if (takes${String(place + 2)}) {`, ...lines.map((line) => `  ${line}`), "}"];
};

const printRule = (rule: Rule): string => {
  const scope = scopeOf(rule);
  const instances = Object.keys(rule.instances);
  const parameters = [
    ...instances.flatMap((instance) => [
      `${instance}: ${columnsName(machineOfInstance(rule, instance))}`,
      `${instance}Slot: number`,
    ]),
    ...Object.keys(rule.trigger.fields).map((name) => `${name}: number`),
    "now: number",
    "policy: PolicyNumbers",
    "log: StepLog",
  ];
  const [first, ...later] = rule.steps;
  if (first?.when !== undefined) throw new Error(`${rule.id}: the first step cannot be left out`);
  const firstMachine = first === undefined ? undefined : machineOfInstance(rule, first.instance);
  const lines = [
    ...instances.flatMap((instance) => settleOf(rule, instance, "0", scope)),
    ...rule.refusals.map(
      ({ code, when }) =>
        `if (${printCondition(when, scope)}) return ${String(refusalNumber(code))}; // ${code}`,
    ),
    ...hoisted(later, scope),
    ...(first === undefined ? [] : printFirstStep(rule, first, scope)),
    ...later.flatMap((step, place) => printLaterStep(rule, step, place, scope)),
    firstMachine === undefined
      ? "return 0;"
      : `return -toldOf(${String(machineNumber(firstMachine.id))}, taken);`,
  ];
  return `/** ${rule.description} Clauses ${rule.clauses.join(", ")}. */
export function ${camelCase(rule.id)}(
${parameters.map((parameter) => `  ${parameter},`).join("\n")}
): number {
${lines.map((line) => `  ${line}`).join("\n")}
}
`;
};

/** The whole file of a party's rules: a positive answer is a refusal's number, any other is minus what was told. */
export function printRules(rules: readonly Rule[]): string {
  const body = rules.map(printRule).join("\n");
  const machinesUsed = [
    ...new Set(rules.flatMap((rule) => Object.values(rule.instances).map(({ machine }) => machine))),
  ];
  const imports = machinesUsed.map((id) => {
    const words = [
      ...new Set(body.match(new RegExp(`\\b(settle${capitalised(id)}|${id}[A-Z]\\w*)(?=\\()`, "g")) ?? []),
    ];
    return `import { ${[...words.toSorted(), `type ${capitalised(id)}Columns`].join(", ")} } from "../core/${id}.ts";`;
  });
  const core = ["later", "never", "startOfDay", "startOfDayIfAny"].filter((name) =>
    new RegExp(`\\b${name}\\b`).test(body),
  );
  const codes = ["refusalOf", "toldOf"].filter((name) => body.includes(`${name}(`));
  return `import { ${[...core, "type StepLog"].join(", ")} } from "../../lifecycle/core.ts";
import type { PolicyNumbers } from "../policy.ts";
${codes.length === 0 ? "" : `import { ${codes.join(", ")} } from "../law.ts";\n`}${imports.join("\n")}

${body}`;
}
