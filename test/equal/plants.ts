/**
 * The mistakes that planted.test.ts plants: at least one of each kind, over several machines,
 * in the generated code (as a wrong generator would leave it) and in the models (as a changed law would, generated anew).
 * Each says what the report must name.
 */
import type { Plant } from "./planting.ts";

const generated = "impl/generated/";

const inGeneratedCode: readonly Plant[] = [
  {
    kind: "guard",
    file: `${generated}core/verification.ts`,
    from: "if ((rows.sends[slot] ?? 0) < policy.codeSends) {\n        // verification:unanswered",
    to: "if ((rows.sends[slot] ?? 0) <= policy.codeSends) {\n        // verification:unanswered",
    machine: "verification",
    told: ["unanswered", "code.requested", "state"],
  },
  {
    kind: "guard",
    file: `${generated}core/pass.ts`,
    from: "now >= (rows.shownUntil[slot] ?? never)",
    to: "now > (rows.shownUntil[slot] ?? never)",
    machine: "pass",
    told: ["issued", "pass.presented", "transition"],
  },
  {
    kind: "target",
    file: `${generated}core/visit.ts`,
    from: "rows.state[slot] = 2;",
    to: "rows.state[slot] = 3;",
    machine: "visit",
    told: ["recorded", "visit.released", "state"],
  },
  {
    kind: "constant",
    file: `${generated}core/consent.ts`,
    from: "policy.consentSession",
    to: "policy.codeLifetime",
    machine: "consent",
    told: ["absent", "consent.given", "endsAt"],
  },
  {
    kind: "constant",
    file: `${generated}policy.ts`,
    from: 'amount(policy, "caseDecision")',
    to: 'amount(policy, "caseAnswerKept")',
    machine: "disclosure",
    told: ["absent", "case.requested", "lapseAt"],
  },
  {
    kind: "deadline",
    file: `${generated}core/day.ts`,
    from: "if (!(now >= due)) return;",
    to: "if (!(now > due)) return;",
    machine: "day",
    told: ["kept", "no event", "state"],
  },
  {
    kind: "deadline",
    file: `${generated}core/disclosure.ts`,
    from: "const instant = due >= from ? due : from;",
    to: "const instant = now;",
    machine: "disclosure",
    told: ["requested", "no event", "said"],
  },
  {
    kind: "deadline",
    file: `${generated}core/verification.ts`,
    from: "if (!((rows.accountEndsAt[slot] ?? never) >= due)) {",
    to: "if (!((rows.accountEndsAt[slot] ?? never) > due)) {",
    machine: "verification",
    told: ["challenged", "no event", "state"],
  },
  {
    kind: "update",
    file: `${generated}core/visit.ts`,
    from: "rows.late[slot] = late;",
    to: "",
    machine: "visit",
    told: ["absent", "visit.recorded", "late"],
  },
  {
    kind: "answer",
    file: `${generated}law.ts`,
    from: '"pass-early"',
    to: '"pass-late"',
    machine: "pass",
    told: ["issued", "pass.scanned", "said"],
  },
  {
    kind: "answer",
    file: "impl/lifecycle/step.ts",
    from: "columns.state[0] = table.states.indexOf(before.state);",
    to: "columns.state[0] = 0;",
    machine: "crisis",
    told: ["active", "no event", "state"],
  },
];

const inModels: readonly Plant[] = [
  {
    kind: "guard",
    file: "models/disclosure.ts",
    from: 'when: not(reached(given("windowEnd"))),',
    to: 'when: reached(given("windowEnd")),',
    machine: "disclosure",
    told: ["absent", "case.requested", "state"],
  },
  {
    kind: "target",
    file: "models/consent.ts",
    from: 'to("absent", {\n    set: nothingSaid,',
    to: 'to("withdrawn", {\n    set: nothingSaid,',
    machine: "consent",
    told: ["outdated", "no event", "state"],
  },
  {
    kind: "constant",
    file: "models/code.ts",
    from: 'sendsEndAt: sum(now, policy("codeSendWindow"))',
    to: 'sendsEndAt: sum(now, policy("codeLock"))',
    machine: "verification",
    told: ["unverified", "code.requested", "sendsEndAt"],
  },
  {
    kind: "deadline",
    file: "models/verification.ts",
    from: "after: { accountEndsAt: endOfAccount },",
    to: "after: { lockedUntil: endOfAccount },",
    machine: "verification",
    told: ["locked", "no event", "state"],
  },
  {
    kind: "update",
    file: "models/day.ts",
    from: 'sum(startOfDay(now), policy("retention"))',
    to: 'sum(now, policy("retention"))',
    machine: "day",
    told: ["unopened", "day.opened", "endsAt"],
  },
  {
    kind: "answer",
    file: "models/crisis.ts",
    from: 'tell: "collection.stopped"',
    to: 'tell: "level.noted"',
    machine: "crisis",
    told: ["active", "level.announced", "said"],
  },
];

export const plants: readonly Plant[] = [...inGeneratedCode, ...inModels];
