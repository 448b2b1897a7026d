// What a line of a trace decides over: which rows, passes and visits it reads, what of it those that come after can notice, and when.
// Tests of forged traces say with it which lines have to do with each other, and which nothing.
import { machineOf } from "../../../models/machines.ts";
import { rules } from "../../../models/system.ts";

export interface Decision {
  readonly at: number;
  readonly rule: string;
  readonly isRefused: boolean;
  /** Everything that it reads, each by a name of its own, and the part of it that its successors can notice. */
  readonly reads: readonly string[];
  readonly leaves: readonly string[];
}

const isTimed = (id: string): boolean =>
  Object.values(machineOf(id)?.states ?? {}).some(({ after }) => after !== undefined);

/** What a line decides over; nothing for an observation. */
export const decisionIn = (line: string): Decision | undefined => {
  const [first = "", id = "", keysText = "", , answer = ""] = line.split("\t");
  const rule = rules.find((one) => one.id === id);
  if (rule === undefined) return undefined;
  const keys = keysText.split(",");
  const isRefused = answer.startsWith("!");
  const reads: string[] = [];
  const leaves: string[] = [];
  for (const [place, [name, { machine }]] of Object.entries(rule.instances).entries()) {
    const key = keys[place] ?? "";
    const changes = !isRefused && rule.steps.some(({ instance }) => instance === name);
    const isRow = machine !== "pass" && machine !== "visit";
    const what = isRow ? `${rule.party}.${machine}/${key}` : `${machine}/${key}`;
    reads.push(what);
    if (isRow ? isTimed(machine) || changes : changes) leaves.push(what);
    // Passes are numbered in the order of issue, visits of a day in the order in which they are stored.
    const order = machine === "pass" ? "passes" : key.replace(/\..*/, " of the day");
    const isNumbered = changes && (machine === "visit" ? "pass" in rule.instances : rule.party === "issuer");
    if (!isRow && isNumbered) {
      reads.push(order);
      leaves.push(order);
    }
  }
  // Whoever is heard has what is due of the account end first.
  if (rule.party === "issuer" && rule.trigger.from === "person" && keys[1] !== undefined)
    for (const list of [reads, leaves])
      list.push(`issuer.verification/${keys[1]}`, `issuer.consent/${keys[1]}`);
  return { at: Number(first), rule: id, isRefused, reads, leaves };
};

/** Rows alone, without passes, visits and numberings: of a row every line is in order of time. */
export const ofRows = (names: readonly string[]): readonly string[] =>
  names.filter((name) => /^\w+\.\w+\//.test(name));

export const shared = (ones: readonly string[], others: readonly string[]): boolean =>
  ones.some((one) => others.includes(one));
