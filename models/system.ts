/**
 * The lifecycles composed: which party keeps which instances, by which rules it answers, and what crosses between parties.
 * A rule reads only what its own party keeps; everything else arrives as a message over a bounded channel.
 * The generator turns each rule into a method of the service; the prover composes all of it.
 */
import { choice, instant } from "./language/fields.ts";
import { given } from "./language/expression.ts";
import type { PartyName, Rule } from "./language/rule.ts";
import { channels, messages } from "./messages.ts";
import { vocabularies } from "./policy.ts";
import { authorityRules } from "./rules/authority.ts";
import { custodianRules } from "./rules/custodian.ts";
import { issuerRules } from "./rules/issuer.ts";
import { venueRules } from "./rules/venue.ts";

export const parties: readonly PartyName[] = ["person", "issuer", "venue", "custodian", "authority", "board"];

/** Who keeps which lifecycle, and one for each of what. */
export const instances = [
  { party: "issuer", machine: "crisis", one: "country" },
  { party: "issuer", machine: "consent", one: "person" },
  { party: "issuer", machine: "verification", one: "person" },
  { party: "issuer", machine: "day", one: "day" },
  { party: "person", machine: "pass", one: "pass" },
  { party: "custodian", machine: "crisis", one: "country" },
  { party: "custodian", machine: "pass", one: "pass" },
  { party: "custodian", machine: "visit", one: "pass" },
  { party: "custodian", machine: "day", one: "day" },
  { party: "authority", machine: "disclosure", one: "case" },
] as const satisfies readonly { party: PartyName; machine: string; one: string }[];

/** Both collecting parties hear the level, each for itself. */
const levelRule = (party: "issuer" | "custodian"): Rule => ({
  id: `${party}.announceLevel`,
  party,
  description:
    "Takes note of the national crisis level; collection stops at once when it no longer allows it.",
  clauses: ["F7"],
  trigger: { name: "level", from: "authority", fields: { level: choice(...vocabularies.crisisLevel) } },
  instances: { crisis: { machine: "crisis" } },
  refusals: [],
  steps: [{ instance: "crisis", event: "level.announced", with: { level: given("level") } }],
  sends: [],
});

const issuerDay: Rule = {
  id: "issuer.openDay",
  party: "issuer",
  description: "Opens a Seoul day with its keys when its first epoch begins.",
  clauses: ["C2", "C10"],
  trigger: { name: "epoch.begun", from: "issuer", fields: { startedAt: instant } },
  instances: { day: { machine: "day", decidedAt: given("startedAt") } },
  refusals: [],
  steps: [{ instance: "day", event: "day.opened" }],
  sends: ["deposit"],
};

export const rules: readonly Rule[] = [
  levelRule("issuer"),
  issuerDay,
  ...issuerRules,
  ...venueRules,
  levelRule("custodian"),
  ...custodianRules,
  ...authorityRules,
];

export { channels, messages };
