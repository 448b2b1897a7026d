/**
 * What crosses between parties at each step of a story: who asks whom, which messages go along, and a refusal's way back.
 * It is read from the rules (what triggers them, what they send) and from the move's own message; it adds nothing to the law.
 * A message that a rule sent in an earlier step and that now arrives does not cross twice.
 */
import type { PartyName, Rule } from "../language/rule.ts";
import type { Move } from "../language/slice.ts";
import { messages, type Message } from "../messages.ts";
import { rules } from "../system.ts";
import type { Happened } from "./story.ts";

export interface Crossing {
  readonly kind: "message" | "question" | "refusal";
  /** The name of the message or of what triggers the rule; of a refusal its code. */
  readonly name: string;
  readonly from: PartyName;
  readonly to: PartyName;
}

export const messageNamed = (wanted: string | undefined): Message | undefined =>
  messages.find(({ name }) => name === wanted);

/** The rule that a move asks. */
export const ruleOf = ({ call }: Move): Rule | undefined =>
  call?.kind === "rule" ? rules.find(({ id }) => id === call.rule) : undefined;

const crossing = ({ name, from, to }: Message): Crossing => ({ kind: "message", name, from, to });

/** What the rule sends when nothing refused. */
const sentBy = ({ sends, sendsWhenTold }: Rule, told: string): readonly string[] =>
  sendsWhenTold === undefined || sendsWhenTold === told ? sends : [];

const triggers: ReadonlySet<string> = new Set(rules.map(({ trigger }) => trigger.name));

/** Whether the rule is asked by this message: by its name, or where no rule is, by whoever it came from. */
const arrivesAt = ({ party, trigger }: Rule, name: string): boolean => {
  const { from, to } = messageNamed(name) ?? {};
  return trigger.name === name || (!triggers.has(name) && trigger.from === from && party === to);
};

const crossingsAt = (
  { refused, told }: Happened,
  move: Move,
  rule: Rule | undefined,
  isArriving: boolean,
): readonly Crossing[] => {
  const own = messageNamed(move.message);
  if (rule === undefined) return own === undefined || refused !== "" ? [] : [crossing(own)];
  const { party, trigger } = rule;
  const isOwnAsked = own?.to === party;
  const asked: Crossing =
    own !== undefined && isOwnAsked
      ? crossing(own)
      : { kind: "question", name: trigger.name, from: trigger.from, to: party };
  const names = new Set([...(own === undefined || isOwnAsked ? [] : [own.name]), ...sentBy(rule, told)]);
  const sent = [...names].flatMap((name) => messageNamed(name) ?? []);
  const refusal: Crossing = { kind: "refusal", name: refused, from: party, to: trigger.from };
  const isOwnBusiness = trigger.from === party;
  return [
    ...(isOwnBusiness || isArriving ? [] : [asked]),
    ...(refused === "" ? sent.map(crossing) : isOwnBusiness ? [] : [refusal]),
  ];
};

/** What crosses at each step, in order. */
export function crossings(happened: readonly Happened[]): readonly (readonly Crossing[])[] {
  const onTheirWay = new Set<string>();
  return happened.map((one) => {
    const { move, refused, told } = one;
    if (move === undefined) return [];
    const rule = ruleOf(move);
    const arriving = rule === undefined ? [] : [...onTheirWay].filter((name) => arrivesAt(rule, name));
    for (const name of arriving) onTheirWay.delete(name);
    if (rule !== undefined && refused === "") for (const name of sentBy(rule, told)) onTheirWay.add(name);
    return crossingsAt(one, move, rule, arriving.length > 0);
  });
}
