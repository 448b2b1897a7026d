// Decides one line of a trace by the law, over what the lines before it left, and compares the answer.
// An account that has ended takes with it the consent that has no end of its own (clause C9); that is the one consequence which
// no rule says and every issuer has to draw, before it hears the person again.
// What it finds wrong it says in a sentence; the line's number is its caller's business.
import type { Rule } from "../../models/language/rule.ts";
import type { Observation } from "../../models/observations.ts";
import type { Policy } from "../../models/policy.ts";
import { refusalMark, silentMark } from "../../models/story/tracetext.ts";
import { rules } from "../../models/system.ts";
import { makeBinding } from "./binding.ts";
import { giveFacts } from "./facts.ts";
import { keepRow, machineNamed, type Holdings } from "./holdings.ts";
import { settle, take, type Around, type Took } from "./law.ts";
import { noticesAfter, noticesBefore, visitReleased, type Moment } from "./noticing.ts";
import { carryOut, examine, planOf, type RulePlan } from "./ruleplan.ts";

export interface Line {
  readonly at: number;
  readonly rule: string;
  readonly keys: string;
  readonly facts: string;
  readonly answer: string;
}

/** Decides a line; answers a sentence where the trace and the law part. */
export type Decide = (line: Line) => string | undefined;

export interface DecideOptions {
  readonly policy: Policy;
  readonly holdings: Holdings;
  readonly sees: (seen: Observation) => void;
  readonly took: Took;
  /** Hears of every line that stands: its rule, and the code with which it was refused, or an empty one. */
  readonly decided: (rule: Rule, refused: string) => void;
}

const plansOver = ({ rows }: Holdings): ReadonlyMap<string, RulePlan> =>
  new Map(rules.map((rule) => [rule.id, planOf(rule, machineNamed, rows)]));

export const makeDecide = ({ policy, holdings, sees, took, decided }: DecideOptions): Decide => {
  const byRule = plansOver(holdings);
  const around: Around = { policy, now: 0, fields: {}, given: {}, took };
  const { bind, keep } = makeBinding(holdings, around);
  const heard: string[] = [];
  const consent = machineNamed("consent");
  const verification = machineNamed("verification");
  const consents = holdings.rows("issuer", "consent");
  const verifications = holdings.rows("issuer", "verification");

  /** Lets what is due of an account end before its person is heard. */
  const expireAccount = (account: string, at: number): string | undefined => {
    const given = consents.get(account);
    const verified = verifications.get(account);
    if (verified === undefined) return undefined;
    if (!(at >= verified.touchedAt))
      return `Time goes back: account ${account} was decided at ${String(verified.touchedAt)} already.`;
    heard.length = 0;
    settle(verification, verified, -Infinity, at, around, heard);
    verified.touchedAt = at;
    keepRow(verifications, account, verification, verified);
    if (given?.fields["endsAt"] === null && heard.includes("account.ended")) {
      take(consent, given, "consent.withdrawn", {}, at, around);
      keepRow(consents, account, consent, given);
    }
    return undefined;
  };

  /** By rule in which a person is heard, the place of the account among its keys. */
  const accountPlaces = new Map(
    [...byRule.values()]
      .filter(({ rule }) => rule.party === "issuer" && rule.trigger.from === "person")
      .map(({ rule, instances }) => [
        rule.id,
        instances.findIndex(({ machine }) => machine === consent || machine === verification),
      ]),
  );

  const notice = (notices: typeof noticesAfter, moment: Moment): void => {
    const seen = notices.get(moment.plan.rule.id)?.(moment);
    if (seen !== undefined) sees(seen);
  };

  const decidedBy = (plan: RulePlan, keys: readonly string[], at: number, account: string | undefined) => {
    const refused = examine(plan, at, around);
    if (refused !== "") return { refused, told: "", seen: undefined };
    const withdrawnAt = account === undefined ? null : (holdings.withdrawals.get(account) ?? null);
    const moment = { plan, keys, at, withdrawnAt };
    const endsBefore = plan.bound["visit"]?.fields["eraseAt"];
    const before = noticesBefore.get(plan.rule.id)?.({ ...moment, told: "" });
    const carried = carryOut(plan, at, around);
    if (carried.refused !== "") return { ...carried, seen: undefined };
    if (before !== undefined) sees(before);
    return { ...carried, seen: { moment: { ...moment, told: carried.told }, endsBefore } };
  };

  return ({ at, rule, keys: keysText, facts, answer }) => {
    const plan = byRule.get(rule);
    if (plan === undefined) return `There is no rule called ${rule}.`;
    if (!Number.isSafeInteger(at)) return "This line begins with no instant.";
    const keys = keysText === "" && plan.instances.length === 0 ? [] : keysText.split(",");
    const account = keys[accountPlaces.get(rule) ?? -1];
    const wrong =
      giveFacts(plan, facts) ??
      (account === undefined ? undefined : expireAccount(account, at)) ??
      bind(plan, keys, at);
    if (wrong !== undefined) return wrong;
    const { refused, told, seen } = decidedBy(plan, keys, at, account);
    const said = refused !== "" ? refusalMark + refused : told === "" ? silentMark : told;
    if (said !== answer) return `The law answers "${said}" to ${rule} here, and the trace says "${answer}".`;
    const unkept = keep(plan, keys, at, refused !== "");
    if (unkept !== undefined) return unkept;
    decided(plan.rule, refused);
    if (seen === undefined) return undefined;
    notice(noticesAfter, seen.moment);
    if (rule === "custodian.releaseVisit")
      sees(visitReleased(at, seen.endsBefore, plan.bound["visit"]?.fields["eraseAt"]));
    if (rule === "issuer.withdraw" && account !== undefined) holdings.withdrawals.set(account, at);
    return undefined;
  };
};
