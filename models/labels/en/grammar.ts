/**
 * How English says values, claims and transitions. Used by models/language/sentence.ts only.
 * A claim is a clause that can follow "if"; a group inside another group stands in brackets, so that it cannot be misread.
 */
import type { Claim, Grammar, Predicate, Told } from "../grammar.ts";

const listed = (of: readonly string[], joint: string): string =>
  of.length < 2 ? of.join("") : `${of.slice(0, -1).join(", ")} ${joint} ${of.at(-1) ?? ""}`;

type Clause = (left: string, right: string) => string;

const clauses: Readonly<Record<Predicate, { readonly yes: Clause; readonly no: Clause }>> = {
  hasCome: { yes: (left) => `${left} has come`, no: (left) => `${left} has not come yet` },
  notBefore: {
    yes: (left, right) => `${left} is at or after ${right}`,
    no: (left, right) => `${left} is before ${right}`,
  },
  isSet: { yes: (left) => `${left} is set`, no: (left) => `${left} is not set` },
  isLess: {
    yes: (left, right) => `${left} is less than ${right}`,
    no: (left, right) => `${left} is at least ${right}`,
  },
  isMore: {
    yes: (left, right) => `${left} is more than ${right}`,
    no: (left, right) => `${left} is at most ${right}`,
  },
  areLess: {
    yes: (left, right) => `${left} are less than ${right}`,
    no: (left, right) => `${left} are at least ${right}`,
  },
  areMore: {
    yes: (left, right) => `${left} are more than ${right}`,
    no: (left, right) => `${left} are at most ${right}`,
  },
  isSame: {
    yes: (left, right) => `${left} is the same as ${right}`,
    no: (left, right) => `${left} differs from ${right}`,
  },
  isWord: { yes: (left, right) => `${left} is “${right}”`, no: (left, right) => `${left} is not “${right}”` },
  belongs: {
    yes: (left, right) => `${left} is one of the ${right}`,
    no: (left, right) => `${left} is none of the ${right}`,
  },
  inState: {
    yes: (left, right) => `the ${left} is ${right}`,
    no: (left, right) => `the ${left} is not ${right}`,
  },
  flag: { yes: (left) => left, no: (left) => left },
};

const inner = (claim: Claim): string => (claim.kind === "one" ? sayClaim(claim) : `(${sayClaim(claim)})`);

const sayClaim = (claim: Claim): string => {
  switch (claim.kind) {
    case "one":
      return clauses[claim.predicate][claim.holds ? "yes" : "no"](claim.left, claim.right);
    case "all":
      return listed(claim.of.map(inner), "and");
    case "any":
      return `either ${listed(claim.of.map(inner), "or")}`;
  }
};

const sayTrigger = (trigger: Told["trigger"]): string => {
  switch (trigger.kind) {
    case "event":
      return `when ${trigger.event}`;
    case "elapsed":
      return `when ${trigger.duration} ${/^1 \w+ \([^)]*\)$/.test(trigger.duration) ? "is" : "are"} over`;
    case "instant":
      return `when the ${trigger.name}${trigger.counted === undefined ? "" : ` (${trigger.counted})`} comes`;
  }
};

const sayTransition = (told: Told): string => {
  const otherwise = told.isFirst ? [] : ["otherwise"];
  const condition = told.claim === undefined ? [] : [`if ${sayClaim(told.claim)}`];
  const tells = told.tells === undefined ? "" : ` and tells “${told.tells}”`;
  const outcome =
    told.refusal === undefined
      ? `it ${told.source === told.target ? "stays" : "becomes"} *${told.target}*${tells}.`
      : `it is refused (${told.refusal.code}): ${told.refusal.sentence}`;
  return [`From *${told.source}*`, sayTrigger(told.trigger), ...otherwise, ...condition, outcome].join(", ");
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const grammar: Grammar = {
  never: "never",
  now: "now",
  onRecord: "the one on record",
  yes: "“yes”",
  no: "“no”",
  own: (label) => `the ${label}`,
  stated: (label) => `the stated ${label}`,
  ownOf: (instance, label) => `the ${label} (${instance})`,
  startOfDay: (instant) =>
    instant === "now" ? "the start of today in Seoul" : `the start of the Seoul day of ${instant}`,
  constant: (value, name) => `${value} (${name})`,
  setOf: (name, members) => `${name} (${listed(members, "or")})`,
  durations: (of) => listed(of, "and"),
  together: (durations) => `${durations} together`,
  fromNow: (duration) => `${duration} from now`,
  after: (duration, instant) => `${duration} after ${instant}`,
  total: (of) => of.join(" plus "),
  earliest: (of) => `the earlier of ${listed(of, "and")}`,
  least: (of) => `the least of ${listed(of, "and")}`,
  oneOfStates: (of) =>
    listed(
      of.map((state) => `“${state}”`),
      "or",
    ),
  claim: sayClaim,
  becomes: (field, value) => `${capital(field)} becomes ${value}.`,
  cleared: (field) => `${capital(field)} is cleared.`,
  transition: sayTransition,
  hash: (of) => `hash of ${listed(of, "and")}`,
  sealed: (holds, keys) => `${listed(holds, "and")}, sealed under the ${keys.join(" and then under the ")}`,
};
