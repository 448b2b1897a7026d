// A second reader of witness traces, written to be read and not to be fast: it asks models/language/decide.ts for every line and shares
// nothing with sim/trace but the form of a line. Tests hold the replay against it: both must part with a forged trace at the same line.
// It looks at no sums, so that it says what the law alone can notice.
import { decide, type Instances } from "../../../models/language/decide.ts";
import type { Value } from "../../../models/language/expression.ts";
import type { Field } from "../../../models/language/fields.ts";
import { settle, take, type Instance } from "../../../models/language/interpret.ts";
import type { Lifecycle } from "../../../models/language/lifecycle.ts";
import type { Rule } from "../../../models/language/rule.ts";
import { machineOf } from "../../../models/machines.ts";
import type { Policy } from "../../../models/policy.ts";
import { rules } from "../../../models/system.ts";
import { makeSight } from "./plainsight.ts";

interface Row {
  readonly instance: Instance;
  /** The instant of the last line that could have changed it. */
  readonly at: number;
}

export const lifecycle = (id: string): Lifecycle => {
  const found = machineOf(id);
  if (found === undefined) throw new Error(`there is no machine called ${id}`);
  return found;
};

export const atRest = ({ initial, context }: Lifecycle): Instance => ({ state: initial, fields: context });
export const isGone = (machine: Lifecycle, { state }: Instance): boolean =>
  machine.states[state]?.meta.gone === true;
const isTimed = ({ states }: Lifecycle): boolean =>
  Object.values(states).some(({ after }) => after !== undefined);

const valueOf = (text: string, field: Field): Value => {
  if (text === "-") return null;
  if (field.kind === "choice") return field.words[Number(text)] ?? null;
  if (field.kind === "flag") return text === "1";
  return field.kind === "id" ? (text === "0" ? null : text) : Number(text);
};

const givenIn = ({ trigger }: Rule, facts: string): Readonly<Record<string, Value>> => {
  const texts = facts.split(",");
  return Object.fromEntries(
    Object.entries(trigger.fields).map(([name, field], place) => [name, valueOf(texts[place] ?? "", field)]),
  );
};

/** What stands in a trace before a line, and what the line makes of it. */
export const makePlainReading = (policy: Policy) => {
  const rows = new Map<string, Row>();
  const passes: { readonly issuedAt: number; stored: boolean }[] = [];
  const visits = new Map<string, Instance>();
  const visitsStored = new Map<string, number>();
  const sight = makeSight({ policy, rows, visits });

  /** An account that has ended takes its consent with it, before its person is heard. */
  const expire = (account: string, at: number): boolean => {
    const key = `issuer.verification/${account}`;
    const row = rows.get(key);
    if (row === undefined) return true;
    if (row.at > at) return false;
    const verification = lifecycle("verification");
    const { instance, taken } = settle(verification, policy, row.instance, -Infinity, at);
    if (isGone(verification, instance)) rows.delete(key);
    else rows.set(key, { instance, at });
    const consent = rows.get(`issuer.consent/${account}`);
    const ended = taken.some(({ told }) => told === "account.ended");
    if (!ended || consent === undefined || consent.instance.fields["endsAt"] !== null) return true;
    const event = { type: "consent.withdrawn", given: {} };
    const after = take(lifecycle("consent"), policy, consent.instance, event, at).instance;
    if (isGone(lifecycle("consent"), after)) rows.delete(`issuer.consent/${account}`);
    else rows.set(`issuer.consent/${account}`, { ...consent, instance: after });
    return true;
  };

  /** The pass as its bytes show it, and the one bit that is kept of it. */
  const shown = (key: string, given: Readonly<Record<string, Value>>): Instance | undefined => {
    const pass = lifecycle("pass");
    const claimed = given["passIssuedAt"];
    const known = /^\d+$/.test(key) ? passes[Number(key)] : undefined;
    if (/^\d+$/.test(key) && known === undefined) return undefined;
    if (given["passSigned"] === true && known !== undefined && known.issuedAt !== claimed) return undefined;
    if (typeof claimed !== "number") return atRest(pass);
    const sent = (type: string, before: Instance) =>
      take(pass, policy, before, { type, given: {} }, claimed).instance;
    const issued = sent("pass.issued", atRest(pass));
    return known?.stored === true ? sent("pass.scanned", issued) : issued;
  };

  const found = (
    rule: Rule,
    machine: string,
    key: string,
    at: number,
    given: Readonly<Record<string, Value>>,
  ) => {
    if (machine === "pass") return rule.party === "issuer" ? atRest(lifecycle(machine)) : shown(key, given);
    if (machine === "visit")
      return ("pass" in rule.instances ? undefined : visits.get(key)) ?? atRest(lifecycle(machine));
    const row = rows.get(`${rule.party}.${machine}/${key}`);
    return row !== undefined && row.at > at ? undefined : (row?.instance ?? atRest(lifecycle(machine)));
  };

  const keepPass = (rule: Rule, key: string, at: number): boolean => {
    const known = passes[Number(key)];
    if (rule.party === "issuer") {
      passes.push({ issuedAt: at, stored: false });
      return key === String(passes.length - 1);
    }
    if (known === undefined || !/^\d+$/.test(key)) return false;
    known.stored = true;
    return true;
  };

  const keepVisit = (rule: Rule, key: string, instance: Instance): boolean => {
    const day = key.replace(/\..*/, "");
    const count = visitsStored.get(day) ?? 0;
    const isNew = "pass" in rule.instances;
    if (isNew) visitsStored.set(day, count + 1);
    if (isGone(lifecycle("visit"), instance)) visits.delete(key);
    else visits.set(key, instance);
    return !isNew || key === `${day}.${String(count)}`;
  };

  const keep = (
    rule: Rule,
    keys: readonly string[],
    after: Instances,
    at: number,
    refused: boolean,
  ): boolean =>
    Object.entries(rule.instances).every(([name, { machine }], place) => {
      const key = keys[place] ?? "";
      const instance = after[name] ?? atRest(lifecycle(machine));
      if (machine === "pass") return refused || keepPass(rule, key, at);
      if (machine === "visit") return (refused && "pass" in rule.instances) || keepVisit(rule, key, instance);
      const row = `${rule.party}.${machine}/${key}`;
      const changes = rule.steps.some(({ instance: changed }) => changed === name) && !refused;
      const touched = isTimed(lifecycle(machine)) || changes ? at : (rows.get(row)?.at ?? -Infinity);
      if (isGone(lifecycle(machine), instance)) rows.delete(row);
      else rows.set(row, { instance, at: touched });
      return true;
    });

  const decided = ([first = "", id, keysText = "", facts = "", answer]: readonly string[]): boolean => {
    const rule = rules.find((one) => one.id === id);
    if (rule === undefined) return false;
    const at = Number(first);
    const keys = keysText === "" ? [] : keysText.split(",");
    const given = givenIn(rule, facts);
    const named = Object.entries(rule.instances);
    const person = named.findIndex(([, { machine }]) => machine === "consent" || machine === "verification");
    const isHeard = rule.party === "issuer" && rule.trigger.from === "person" && person >= 0;
    if (isHeard && !expire(keys[person] ?? "", at)) return false;
    const before: Record<string, Instance> = {};
    for (const [place, [name, { machine }]] of named.entries()) {
      const instance = found(rule, machine, keys[place] ?? "", at, given);
      if (instance === undefined) return false;
      before[name] = instance;
    }
    const { instances, refused, told } = decide(rule, machineOf, policy, before, given, at);
    const said = refused === "" ? told || "." : `!${refused}`;
    return said === answer && keep(rule, keys, instances, at, refused !== "") && sight.decided(at, keysText);
  };

  /** Whether the law allows this line, header and end left out, after those before it. */
  return (text: string): boolean => {
    const columns = text.split("\t");
    return columns[0] === "!" ? sight.seen(columns[1] ?? "") : decided(columns);
  };
};

/** The line, counted from 1, at which the law and the trace part; nothing where the law allows all of it. */
export const partsAt = (texts: readonly string[], policy: Policy): number | undefined => {
  const reads = makePlainReading(policy);
  const place = texts.findIndex((text, index) => index > 0 && index < texts.length - 1 && !reads(text));
  return place < 0 ? undefined : place + 1;
};
