// `step` in words: named states, fields and events around the generated core, and nothing decided by itself.
// Every machine has it; deadlines that are due come before the event, each at its own instant.
import { describe, expect, it } from "vitest";
import { defaultPolicy } from "../../../models/policy.ts";
import { machineCores } from "../../../impl/generated/law.ts";
import { policyNumbers } from "../../../impl/generated/policy.ts";
import { coreOf, step, type Snapshot } from "../../../impl/lifecycle/step.ts";
import { present } from "../protocol/hex.ts";
import { minute, noonMs } from "./overstore.ts";

const policy = policyNumbers(defaultPolicy);
const verification = present(coreOf("verification"));
const unverified: Snapshot = { state: "unverified", fields: {} };
const requested = { type: "code.requested", given: {} };

describe("step", () => {
  it("takes an event and says what it did", () => {
    const { snapshot, transition, taken, refused } = step(
      verification,
      unverified,
      requested,
      noonMs,
      policy,
    );
    expect(snapshot).toMatchObject({
      state: "challenged",
      fields: { sends: 1, codeEndsAt: noonMs + 3 * minute, verifiedUntil: null },
    });
    expect(transition).toBe("verification:unverified--code.requested-->challenged");
    expect(taken).toEqual([{ transition, at: noonMs, told: "code.sent", refused: "" }]);
    expect(refused).toBe("");
  });

  it("refuses with a code, and leaves the snapshot as it was", () => {
    const typed = { type: "code.submitted", given: { matches: true } };
    const stepped = step(verification, unverified, typed, noonMs, policy);
    expect(stepped).toMatchObject({ refused: "code-not-sent", snapshot: { state: "unverified" } });
    const unheard = step(verification, unverified, { type: "no.such.event", given: {} }, noonMs, policy);
    expect(unheard).toMatchObject({ refused: "not-allowed", transition: "", taken: [] });
  });

  it("fires what is due first, each at its own instant, and also without an event", () => {
    const { snapshot } = step(verification, unverified, requested, noonMs, policy);
    const later = step(verification, snapshot, undefined, noonMs + 60 * minute, policy);
    expect(later.snapshot.state).toBe("unverified");
    expect(later.taken.map(({ at }) => at)).toEqual([noonMs + 3 * minute, noonMs + 10 * minute]);
    expect(later).toMatchObject({ refused: "", transition: "" });
  });

  it("keeps words and ids as they are", () => {
    const crisis = present(coreOf("crisis"));
    const announced = { type: "level.announced", given: { level: "serious" } };
    const stepped = step(crisis, { state: "suspended", fields: {} }, announced, noonMs, policy);
    expect(stepped.snapshot).toEqual({ state: "active", fields: { level: "serious" } });
  });

  it("is there for every machine, and for no other", () => {
    for (const { id, table } of machineCores) {
      const rest = { state: present(table.states[0]), fields: {} };
      expect(step(present(coreOf(id)), rest, undefined, noonMs, policy).snapshot.state).toBe(table.states[0]);
    }
    expect(coreOf("user")).toBeUndefined();
  });
});
