/**
 * The authority's rules: a case is asked for by one officer, decided by another, released, answered and closed.
 * Each rule is one event of the case's lifecycle; the limits stand in models/disclosure.ts.
 */
import { given, type Term } from "../language/expression.ts";
import type { ClauseId } from "../clauses.ts";
import { disclosure } from "../disclosure.ts";
import type { PartyName, Rule } from "../language/rule.ts";

const passOn = (fields: Readonly<Record<string, unknown>>): Readonly<Record<string, Term>> =>
  Object.fromEntries(Object.keys(fields).map((name) => [name, given(name)]));

const ruleOf = (
  name: string,
  from: PartyName,
  eventName: string,
  description: string,
  clauses: readonly ClauseId[],
  sends: readonly string[],
): Rule => {
  const fields = disclosure.meta.events[eventName]?.fields ?? {};
  return {
    id: `authority.${name}`,
    party: "authority",
    description,
    clauses,
    trigger: { name: eventName, from, fields },
    instances: { disclosure: { machine: "disclosure" } },
    refusals: [],
    steps: [{ instance: "disclosure", event: eventName, with: passOn(fields) }],
    sends,
  };
};

export const authorityRules: readonly Rule[] = [
  ruleOf("request", "authority", "case.requested", "An officer opens a case.", ["S8", "F6", "C7"], []),
  ruleOf(
    "approve",
    "authority",
    "case.approved",
    "A second officer approves the case.",
    ["C4"],
    ["releaseRequest"],
  ),
  ruleOf("deny", "authority", "case.denied", "An officer denies the case.", ["C4"], []),
  ruleOf(
    "receiveRelease",
    "custodian",
    "case.released",
    "The custodian's release arrives.",
    ["F6"],
    ["joinRequest"],
  ),
  ruleOf(
    "receiveAnswer",
    "issuer",
    "case.answered",
    "The issuer's answer arrives, sealed to the two officers.",
    ["F6", "C4"],
    [],
  ),
  ruleOf("close", "authority", "case.closed", "The case is closed and its answer erased.", ["C4"], []),
];
