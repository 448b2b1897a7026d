// Binds the instances of a rule to what the keys of a line name, and keeps them again when the rule has been decided.
// Rows are found by key, visits by day and ordinal, and a pass is made anew from its time and its bit, as its party does.
// It refuses a key that leads nowhere or to something of another time; it decides nothing.
import { atRest, isGone, rest, type Around, type Held } from "./law.ts";
import { keepRow, machineNamed, rowOf, type Holdings } from "./holdings.ts";
import type { PlannedInstance, RulePlan } from "./ruleplan.ts";
import { bringPass } from "./tokens.ts";

const pass = machineNamed("pass");
const visit = machineNamed("visit");
const strangerMark = "x";

const storesVisits = ({ rule }: RulePlan): boolean => "pass" in rule.instances && "visit" in rule.instances;
const issuesPasses = ({ rule }: RulePlan): boolean => rule.party === "issuer" && "pass" in rule.instances;

export interface Binding {
  /** Binds what the keys name; answers a sentence where that cannot be. */
  readonly bind: (plan: RulePlan, keys: readonly string[], at: number) => string | undefined;
  /** Keeps what was bound, after the decision; answers a sentence where that cannot be. */
  readonly keep: (
    plan: RulePlan,
    keys: readonly string[],
    at: number,
    isRefused: boolean,
  ) => string | undefined;
}

export const makeBinding = (holdings: Holdings, around: Around): Binding => {
  const { tokens } = holdings;
  /** Here a pass is brought to where it stood before, and nothing new happens to it. */
  const before: Around = { policy: around.policy, now: 0, fields: {}, given: {} };
  // One pass at a time: nothing of it is kept but its bit.
  const onePass = atRest(pass);

  const bringScanned = (plan: RulePlan, key: string): string | undefined => {
    const claimed = plan.given["passIssuedAt"];
    const claimedAt = typeof claimed === "number" ? claimed : null;
    const isKnown = key !== "" && !key.startsWith(strangerMark);
    const issuedAt = isKnown ? tokens.issuedAt(Number(key)) : undefined;
    if (isKnown && issuedAt === undefined) return `Pass ${key} was not issued before this line.`;
    if (plan.given["passSigned"] === true && issuedAt !== undefined && issuedAt !== claimedAt)
      return `Pass ${key} was issued at ${String(issuedAt)}, and not at ${String(claimedAt)}.`;
    bringPass(pass, onePass, claimedAt, isKnown && tokens.isStored(Number(key)), before);
    return undefined;
  };

  const bringRow = (plan: RulePlan, { name, machine, rows }: PlannedInstance, key: string, at: number) => {
    const held = rowOf(rows, key, machine);
    if (!(at >= held.touchedAt))
      return `Time goes back: ${machine.id} ${key} of the ${plan.rule.party} was decided at ${String(held.touchedAt)} already.`;
    plan.bound[name] = held;
    return undefined;
  };

  const bringVisit = (plan: RulePlan, name: string, key: string): string | undefined => {
    if (storesVisits(plan)) plan.bound[name] = atRest(visit);
    else plan.bound[name] = holdings.visit(key) ?? atRest(visit);
    return undefined;
  };

  const bind: Binding["bind"] = (plan, keys, at) => {
    const { instances, rule } = plan;
    if (keys.length !== instances.length)
      return `${rule.id} has ${String(instances.length)} instances, and ${String(keys.length)} keys stand here.`;
    for (let place = 0; place < instances.length; place += 1) {
      const instance = instances[place];
      const key = keys[place] ?? "";
      if (instance === undefined) continue;
      let wrong: string | undefined;
      switch (instance.machine.id) {
        case "pass":
          plan.bound[instance.name] = onePass;
          if (issuesPasses(plan)) rest(pass, onePass);
          else wrong = bringScanned(plan, key);
          break;
        case "visit":
          wrong = bringVisit(plan, instance.name, key);
          break;
        default:
          wrong = bringRow(plan, instance, key, at);
      }
      if (wrong !== undefined) return wrong;
    }
    return undefined;
  };

  const keepIssued = (key: string, at: number): string | undefined => {
    if (key !== String(tokens.count()))
      return `The next pass issued is ${String(tokens.count())}, and this line says ${key}.`;
    tokens.issue(at);
    return undefined;
  };

  const keepStored = (key: string): string | undefined => {
    if (key === "" || key.startsWith(strangerMark))
      return "A visit is stored under a pass that was never issued.";
    tokens.store(Number(key));
    return undefined;
  };

  const keepVisit = (plan: RulePlan, key: string, held: Held, at: number): string | undefined => {
    if (storesVisits(plan) && key !== holdings.nextVisit(key))
      return `The next visit stored is ${holdings.nextVisit(key)}, and this line says ${key}.`;
    if (isGone(visit, held)) holdings.dropVisit(key);
    else holdings.keepVisit(key, held, at);
    return undefined;
  };

  const touch = ({ machine, changes }: PlannedInstance, held: Held, at: number, isRefused: boolean): void => {
    // What obeys no deadline is moved by its own events alone, and may be read in any order between them.
    if (machine.timed || (changes && !isRefused)) held.touchedAt = at;
  };

  const keepOne = (
    plan: RulePlan,
    { machine, rows }: PlannedInstance,
    key: string,
    held: Held,
    at: number,
    isRefused: boolean,
  ) => {
    switch (machine.id) {
      case "pass":
        return isRefused ? undefined : issuesPasses(plan) ? keepIssued(key, at) : keepStored(key);
      case "visit":
        return isRefused && storesVisits(plan) ? undefined : keepVisit(plan, key, held, at);
      default:
        keepRow(rows, key, machine, held);
        return undefined;
    }
  };

  return {
    bind,
    keep: (plan, keys, at, isRefused) => {
      for (let place = 0; place < plan.instances.length; place += 1) {
        const instance = plan.instances[place];
        const held = instance === undefined ? undefined : plan.bound[instance.name];
        if (instance === undefined || held === undefined) continue;
        touch(instance, held, at, isRefused);
        const wrong = keepOne(plan, instance, keys[place] ?? "", held, at, isRefused);
        if (wrong !== undefined) return wrong;
      }
      return undefined;
    },
  };
};
