/**
 * A small law without mistakes, from which the corpus makes its mistakes one by one.
 * It uses every feature that is allowed: guards, refusals, deadlines with alternatives, every kind of field, a rule of two steps.
 * It is not part of the product's law and says nothing about entry logs.
 */
import {
  below,
  field,
  flag,
  given,
  inState,
  literal,
  never,
  not,
  now,
  oneOf,
  policy,
  reached,
  startOfDay,
  sum,
} from "../../../models/language/expression.ts";
import { choice, count, id, instant, yesOrNo } from "../../../models/language/fields.ts";
import { event, lifecycle, refuse, stay, to } from "../../../models/language/lifecycle.ts";
import { refusal, type Rule } from "../../../models/language/rule.ts";
import { policyTables } from "../../../models/language/lint/policytables.ts";
import { atom, sealed, type Channel, type Message } from "../../../models/messages.ts";
import { vocabularies } from "../../../models/policy.ts";

const level = choice(...vocabularies.crisisLevel);
const attempts = count(5);
export const nothingLeft = {
  endsAt: never,
  askedBy: never,
  level: literal("attention"),
  tries: literal(0),
  late: literal(false),
};

export const permit = lifecycle({
  id: "permit",
  description: "A permit that somebody asks for.",
  initial: "absent",
  meta: {
    keptAs: "row",
    parties: ["custodian"],
    clauses: ["C4"],
    fields: { endsAt: instant, askedBy: id, level, tries: attempts, late: yesOrNo },
    events: {
      "permit.asked": event(["C4"], {
        officer: id,
        level,
        tries: attempts,
        late: yesOrNo,
        since: instant,
        ground: choice(...vocabularies.ground),
      }),
      "permit.tried": event(["C1"], { many: count(9, [0, 9]) }),
      "permit.ended": event(["C5"]),
    },
  },
  states: {
    absent: {
      description: "There is no permit.",
      meta: { clauses: ["C4"], keeps: [], gone: true },
      on: {
        "permit.asked": [
          refuse("permit-unneeded", {
            when: not(oneOf(given("level"), "collectionLevels")),
            says: "No permit is needed at this level.",
            clauses: ["F7"],
          }),
          to("open", {
            set: {
              endsAt: sum(given("since"), policy("retention")),
              askedBy: given("officer"),
              level: given("level"),
              late: given("late"),
              tries: given("tries"),
            },
            tell: "permit.opened",
            says: "The permit is opened.",
            clauses: ["C4"],
          }),
        ],
        "permit.ended": [refuse("permit-absent", { says: "There is nothing to end.", clauses: ["C5"] })],
      },
    },
    open: {
      description: "The permit may be used.",
      meta: { clauses: ["C4"], keeps: ["endsAt", "askedBy", "level", "tries", "late"] },
      on: {
        "permit.tried": [
          stay({
            when: below(sum(field("tries"), literal(1)), policy("codeTries")),
            set: { tries: sum(field("tries"), literal(1)) },
            says: "A try is counted.",
            clauses: ["C1"],
          }),
          refuse("permit-tried", { says: "There are no tries left.", clauses: ["C1"] }),
        ],
        "permit.ended": [to("over", { set: nothingLeft, says: "The permit ends.", clauses: ["C5"] })],
      },
      after: {
        endsAt: [
          to("open", {
            when: flag(field("late")),
            set: { endsAt: sum(now, policy("clockSkew")), late: literal(false) },
            says: "A late permit has a little longer.",
            clauses: ["C3"],
          }),
          to("over", { set: nothingLeft, tell: "permit.over", says: "Its time is over.", clauses: ["C4"] }),
        ],
      },
    },
    over: {
      type: "final",
      description: "Nothing is left of the permit.",
      meta: { clauses: ["C4"], keeps: [], gone: true },
    },
  },
});

const rule: Rule = {
  id: "custodian.askPermit",
  party: "custodian",
  description: "Opens a permit and ends the one before it.",
  clauses: ["C4"],
  trigger: {
    name: "scan",
    from: "venue",
    fields: { officer: id, level, since: instant, waiting: count(9, [0, 9]) },
  },
  instances: { permit: { machine: "permit", decidedAt: given("since") }, old: { machine: "permit" } },
  refusals: [refusal("permit-open", inState("permit", "open"), "There is a permit already.", ["C4"])],
  steps: [
    {
      instance: "permit",
      event: "permit.asked",
      with: {
        officer: given("officer"),
        level: given("level"),
        tries: field("tries", "old"),
        late: literal(false),
        since: given("since"),
        ground: literal("none"),
      },
    },
    { instance: "old", event: "permit.ended", when: inState("old", "open") },
  ],
  sends: ["admission"],
};

const messages: readonly Message[] = [
  {
    name: "scan",
    from: "venue",
    to: "custodian",
    says: "A scan.",
    fields: { hidden: sealed("dayKey", atom("alias")) },
  },
  {
    name: "admission",
    from: "custodian",
    to: "venue",
    says: "Yes or no.",
    fields: { outcome: atom("outcome") },
  },
];

const channels: readonly Channel[] = [
  { from: "venue", to: "custodian", waiting: 2, losses: 1, copies: 1, age: "lateDelivery" },
  { from: "custodian", to: "venue", waiting: 1, losses: 0, copies: 0, age: "clockSkew" },
];

/** Another machine, kept by another party. */
const stamp = { ...permit, id: "stamp", meta: { ...permit.meta, parties: ["issuer"] } };

const promises = [
  {
    id: "permit-kept",
    clauses: ["S9"],
    prose: "What was stored in time is kept for its time.",
    clock: "custodian",
    trace: "witness",
    grade: "watched",
    judges: {
      visitStored: {
        when: not(flag(given("late"))),
        then: reached(sum(startOfDay(given("passIssuedAt")), policy("retention")), given("eraseAt")),
      },
    },
  },
  {
    id: "stamp-blind",
    clauses: ["S10"],
    prose: "Whoever stamps knows no place.",
    clock: "none",
    trace: "durable",
    grade: "watched",
    knows: { party: "issuer", mustNotKnow: ["place"] },
  },
];

export const law = {
  machines: [permit, stamp],
  rules: [rule],
  messages,
  channels,
  policy: policyTables,
  promises,
};
