// @vitest-environment jsdom
// The exported conditions and updates mean what the law means: Node's engine and evaluate.ts agree on all of them,
// in drawn surroundings of both policies. A mistake planted in a document is told, with the transition and the surroundings.
// The initial data are the context at rest and the policy in force.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { printScxml } from "../../../impl/generate/scxml.ts";
import { field, now, policy, sum } from "../../../models/language/expression.ts";
import { instant } from "../../../models/language/fields.ts";
import { event, lifecycle, stay, type Lifecycle } from "../../../models/language/lifecycle.ts";
import { machines } from "../../../models/machines.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { seed } from "../../equal/seed.ts";
import { disagreement } from "./scxmlagreement.ts";
import { expressionsOf } from "./scxmlexpressions.ts";
import { readScxml } from "./scxmlread.ts";

const runs = { seed, numRuns: 400 };
const textOf = (id: string) => readFileSync(join("impl", "generated", "scxml", `${id}.scxml`), "utf8");
const eachMachine = machines.map((machine): readonly [string, Lifecycle] => [machine.id, machine]);

describe.for(eachMachine)("%s", ([id, machine]) => {
  it("asks and sets what the law asks and sets", () => {
    expect(disagreement(readScxml(textOf(id)), machine, runs)).toBeUndefined();
  });

  it("begins at rest, with the policy in force as far as it asks for it", () => {
    const { policy: asked, ...context } = expressionsOf(readScxml(textOf(id))).initial;
    expect(context).toEqual(machine.context);
    const whole: Readonly<Record<string, unknown>> = { ...defaultPolicy.constants, ...defaultPolicy.sets };
    expect(whole).toMatchObject(asked === undefined ? {} : Object(asked));
  });
});

/** A place in a document, what is written there instead, and the transition that has to be told. */
const mistakes: readonly (readonly [machine: string, right: string, wrong: string, told: string])[] = [
  [
    "crisis",
    "!(policy.collectionLevels",
    "(policy.collectionLevels",
    "crisis:active--level.announced#1-->suspended",
  ],
  [
    "consent",
    "!(_event.data.noticeVersion === noticeVersion)",
    "_event.data.noticeVersion > noticeVersion",
    "consent:given--notice.published#1-->outdated",
  ],
  ["consent", "policy.consentAsked === 'everyPass'", "true", "consent:absent--consent.given#2-->given"],
  [
    "verification",
    "tries + 1 &lt; policy.codeTries",
    "tries &lt; policy.codeTries",
    "verification:challenged--code.submitted#2-->challenged",
  ],
  [
    "verification",
    'expr="sends + 1"',
    'expr="sends"',
    "verification:challenged--code.requested#2-->challenged",
  ],
  [
    "pass",
    "_event.data.now >= shownUntil",
    "_event.data.now > shownUntil",
    "pass:issued--pass.presented#1-->issued",
  ],
  ["pass", "expiresAt !== null &amp;&amp; _event", "_event", "pass:issued--expiresAt-->expired"],
  ["visit", "- 32400000 + policy", "+ policy", "visit:absent--visit.recorded-->recorded"],
  ["visit", "=== null ? null :", "=== null ? 0 :", "visit:absent--visit.recorded-->recorded"],
  ["disclosure", "=== null ? Infinity :", "=== null ? 0 :", "disclosure:released--case.answered-->answered"],
  [
    "disclosure",
    "&lt; _event.data.records",
    "&lt;= _event.data.records",
    "disclosure:approved--case.released#1-->approved",
  ],
  ["day", "policy.retention", "policy.lateDelivery", "day:unopened--day.opened-->kept"],
];

describe("a planted mistake is told", () => {
  it.for(mistakes)("in %s: %s, written %s", ([id, right, wrong, told]) => {
    const machine = machines.find((candidate) => candidate.id === id);
    if (machine === undefined) throw new Error(`there is no machine called ${id}`);
    expect(textOf(id)).toContain(right);
    const planted = readScxml(textOf(id).replace(right, wrong));
    expect(disagreement(planted, machine, runs)).toMatch(
      new RegExp(`^${told.replaceAll(/[.]/g, "\\.")}: Property failed`),
    );
  });
});

describe("updates of one transition", () => {
  const swap = lifecycle({
    id: "swap",
    description: "Two instants that change places.",
    initial: "only",
    meta: {
      keptAs: "row",
      parties: [],
      clauses: ["C2"],
      fields: { one: instant, other: instant, third: instant },
      events: { "swap.asked": event(["C2"]) },
    },
    states: {
      only: {
        description: "The only state.",
        meta: { clauses: ["C2"], keeps: ["one", "other", "third"] },
        on: {
          "swap.asked": [
            stay({
              set: { one: field("other"), other: sum(field("one"), policy("clockSkew")), third: now },
              says: "They change places.",
              clauses: ["C2"],
            }),
          ],
        },
      },
    },
  });

  it("are all read before any is written", () => {
    const text = printScxml(swap);
    expect(disagreement(readScxml(text), swap, runs)).toBeUndefined();
    expect(text).toContain('<assign location="before" expr="{ one: one, other: other }"/>');
    expect(disagreement(readScxml(text.replaceAll("before.", "")), swap, runs)).toContain(
      "swap:only--swap.asked-->only",
    );
  });
});
