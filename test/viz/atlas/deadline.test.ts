// The numbers on deadlines are those of the policy, found through the expressions that set them.
// The expected lengths are written here by hand; a policy with other numbers has to give other labels.
// What may end sooner is marked so.
import { describe, expect, it } from "vitest";
import { machineOf } from "../../../models/machines.ts";
import { defaultPolicy, type Policy } from "../../../models/policy.ts";
import { lengthsOf } from "../../../viz/atlas/deadline.ts";
import { transitionsFor } from "../../../viz/atlas/transitions.ts";

const second = 1_000;
const minute = 60_000;
const hour = 3_600_000;
const day = 86_400_000;

const expected: readonly (readonly [machine: string, state: string, field: string, ms: number])[] = [
  ["consent", "given", "endsAt", 10 * minute],
  ["verification", "challenged", "codeEndsAt", 180 * second],
  ["verification", "unanswered", "sendsEndAt", 10 * minute],
  ["verification", "verified", "verifiedUntil", 30 * day],
  ["verification", "locked", "lockedUntil", 30 * minute],
  ["verification", "expired", "accountEndsAt", 28 * day],
  ["pass", "issued", "expiresAt", 17 * second],
  ["pass", "issued", "shownUntil", 15 * second],
  ["visit", "recorded", "eraseAt", 28 * day],
  ["visit", "disclosed", "eraseAt", 28 * day],
  ["disclosure", "requested", "lapseAt", 72 * hour],
  ["disclosure", "approved", "lapseAt", 72 * hour],
  ["disclosure", "released", "lapseAt", 72 * hour],
];

const lengths = (machine: string, state: string, field: string, policy: Policy) => {
  const found = machineOf(machine);
  return found === undefined ? [] : lengthsOf(found, state, field, policy);
};

describe("the length of a deadline", () => {
  it.each(expected)("%s in %s: %s", (machine, state, field, ms) => {
    expect(lengths(machine, state, field, defaultPolicy)).toEqual([{ ms, atMost: false }]);
  });

  it("says that an answer may end sooner than its 14 days", () => {
    expect(lengths("disclosure", "answered", "answerEndsAt", defaultPolicy)).toEqual([
      { ms: 14 * day, atMost: true },
    ]);
  });

  it("follows the policy", () => {
    const shorter = { ...defaultPolicy, constants: { ...defaultPolicy.constants, retention: 10 * day } };
    expect(lengths("visit", "recorded", "eraseAt", shorter)).toEqual([{ ms: 10 * day, atMost: false }]);
  });

  it("stands on the label, in both languages", () => {
    const visit = machineOf("visit");
    const labels = visit === undefined ? [] : transitionsFor(visit, defaultPolicy);
    expect(labels.filter(({ kind }) => kind === "deadline").map(({ label }) => label)).toEqual([
      { en: "28 days", ko: "28일" },
      { en: "28 days", ko: "28일" },
    ]);
  });

  it("is found for every deadline that a state obeys", () => {
    const machines = ["crisis", "consent", "verification", "pass", "visit", "day", "disclosure"];
    const missing = machines.flatMap((id) =>
      Object.entries(machineOf(id)?.states ?? {}).flatMap(([state, { after }]) =>
        Object.keys(after ?? {})
          .filter((field) => lengths(id, state, field, defaultPolicy).length === 0)
          .map((field) => `${id}.${state} ${field}`),
      ),
    );
    expect(missing).toEqual([]);
  });
});
