// A deadline that is still due in the state it leads to, and leads back from there, fires without end at one instant.
// It takes two states to go wrong, so that it stands here and not among the mistakes of one change.
import { describe, expect, it } from "vitest";
import { never, now, policy, sum, type Term } from "../../../models/language/expression.ts";
import { to, type State } from "../../../models/language/lifecycle.ts";
import { lintMachine } from "../../../models/language/lint.ts";
import { permit } from "./good.ts";

const clauses = ["C4"] as const;
const keeps = Object.keys(permit.meta.fields);

const backAndForth = (set: Readonly<Record<string, Term>> | undefined) => {
  const resting: State = {
    description: "The permit rests.",
    meta: { clauses, keeps },
    after: { endsAt: [to("open", { ...(set === undefined ? {} : { set }), says: "It goes on.", clauses })] },
  };
  const open = {
    ...permit.states["open"],
    after: { endsAt: [to("resting", { says: "It rests.", clauses })] },
  };
  return lintMachine({ ...permit, states: { ...permit.states, open, resting } });
};

describe("two states that hand a deadline to each other", () => {
  it("are refused at both transitions when neither moves it", () => {
    expect(backAndForth(undefined).map(({ code, place }) => `${code} ${place}`)).toEqual([
      "deadline-forever permit.states.open.after.endsAt[0]",
      "deadline-forever permit.states.resting.after.endsAt[0]",
    ]);
  });

  it("are refused when one sets it to the present", () => {
    expect(backAndForth({ endsAt: now }).map(({ code }) => code)).toEqual([
      "deadline-forever",
      "deadline-forever",
    ]);
  });

  it.each([never, sum(now, policy("retention"))])("are allowed when one moves it: %j", (endsAt) => {
    expect(backAndForth({ endsAt })).toEqual([]);
  });
});
