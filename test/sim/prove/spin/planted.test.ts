// A mistake planted in the exported text is noticed: one guard, one update, one number, one line of the observer's own law.
// Each is the text of a small slice with one thing changed, which SPIN takes and searches without complaint.
// What a reader may change, a number of the policy, gives what the search of that policy gives.
import { expect, it } from "vitest";
import { printPromela } from "../../../../impl/generate/promela.ts";
import { doorOf } from "../../../../models/slices/door.ts";
import { searchText } from "../../../../sim/prove/spin/spin.ts";
import { withTool } from "../../../with-tool.ts";
import { byPlainSearch, bySpin, law, quick, small, spun } from "./spinning.ts";

const slice = doorOf(["1"], ["1"]);
const printed = printPromela(slice, law, small(slice));

/** The text with the first of something replaced, which must be there. */
const changed = (from: string, into: string): string => {
  expect(printed).toContain(from);
  return printed.replace(from, into);
};

const found = async (text: string) => {
  const result = await spun((workFolder) => searchText({ text, workFolder, ...quick }));
  if (!("states" in result)) throw new Error(result.sentence);
  return bySpin(slice, result);
};

const planted: readonly (readonly [mistake: string, from: string, into: string])[] = [
  [
    "a guard turned over",
    ":: !(a_crisis.state == crisis_active) ->",
    ":: a_crisis.state == crisis_active ->",
  ],
  ["a limit missed by one tick", "it.expiresAt <= upTo", "it.expiresAt < upTo"],
  ["an update left out", "scan11 = scan_none;\n", "skip;\n"],
  [
    "a deadline counted from elsewhere",
    "LATER(START_OF_DAY(given_passIssuedAt), policy_retention)",
    "policy_retention",
  ],
  ["a refused pass not given back", "it.state = keptPass_state", "skip"],
  [
    "a move that cannot be made",
    ":: d_step { issuedAt1 != NEVER && scan11 == scan_none ->",
    ":: d_step { false ->",
  ],
  ["another number of the policy", "#define policy_retention 3", "#define policy_retention 2"],
];

withTool("spin", "a planted mistake is noticed", () => {
  it.each(planted)("%s", async (_mistake, from, into) => {
    const [wrong, right] = [await found(changed(from, into)), await byPlainSearch(slice, small(slice))];
    expect(wrong.hash).not.toBe(right.hash);
    expect({ ...wrong, hash: "" }).not.toEqual({ ...right, hash: "" });
  });

  it("a promise asked wrongly changes no state, and is noticed by its count", async () => {
    const text = changed("EARLIEST(stored1 + 1, 2) == 1", "EARLIEST(stored1 + 1, 2) == 2");
    const [wrong, right] = [await found(text), await byPlainSearch(slice, small(slice))];
    expect(wrong.hash).toBe(right.hash);
    expect(wrong.promises["stored-once"]).not.toEqual(right.promises["stored-once"]);
  });

  it("a reader who changes a number gets what the search of that policy gives", async () => {
    const late = small(slice, { retention: 9 * 4 * 86_400_000 });
    const [, ticks = ""] = /#define policy_retention (\d+)/.exec(printPromela(slice, law, late)) ?? [];
    expect(ticks).not.toBe("3");
    const text = changed("#define policy_retention 3", `#define policy_retention ${ticks}`);
    expect(await found(text)).toEqual(await byPlainSearch(slice, late));
  });
});
