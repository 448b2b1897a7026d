// Formulas of linear temporal logic, each in a run of its own: what holds of the models holds by SPIN, and what is broken fails.
// What has to hold at last is asked under the premise that time goes on: without the premise it fails, because nobody has to wait,
// and with the premise it fails when the thing that should end does not.
import { expect, it } from "vitest";
import { formulasOf, printPromela } from "../../../../impl/generate/promela.ts";
import { millisecondsADay } from "../../../../models/policy.ts";
import { caseSlice } from "../../../../models/slices/case.ts";
import { doorOf } from "../../../../models/slices/door.ts";
import { checkFormulas } from "../../../../sim/prove/spin/formulas.ts";
import { withTool } from "../../../with-tool.ts";
import { law, quick, small, spun } from "./spinning.ts";

const slice = doorOf(["1"], ["1"]);
const printed = printPromela(slice, law, small(slice));

it("there is a formula for each promise that the slice meets, and for what has to hold at last", () => {
  expect(formulasOf(slice)).toEqual(
    expect.arrayContaining(["stored-once", "pass-bounded", "at-last-visit1"]),
  );
  for (const formula of formulasOf(slice)) expect(printed).toContain(`ltl ${formula.replaceAll("-", "_")} {`);
});

withTool("spin", "formulas", () => {
  const verdicts = async (text: string, ...formulas: readonly string[]) => {
    const found = await spun((workFolder) => checkFormulas({ text, workFolder, ...quick }, formulas));
    if (!(found instanceof Map)) return found;
    return Object.fromEntries([...found].map(([formula, { holds }]) => [formula, holds]));
  };

  it("all hold at the door", async () => {
    const all = Object.fromEntries(formulasOf(slice).map((formula) => [formula, true]));
    expect(await verdicts(printed, ...formulasOf(slice))).toEqual(all);
  });

  it("where one promise fails, it is said which, and the others hold", async () => {
    const broken = printPromela(slice, law, small(slice, { passLifetime: 40 * millisecondsADay }));
    expect(await verdicts(broken, "pass-bounded", "stored-once", "no-collection-when-suspended")).toEqual({
      "pass-bounded": false,
      "stored-once": true,
      "no-collection-when-suspended": true,
    });
  });

  it("two-officers holds of a case, and fails where one officer is enough", async () => {
    const under = (officersRequired: number) =>
      verdicts(printPromela(caseSlice, law, small(caseSlice, { officersRequired })), "two-officers");
    expect(await under(2)).toEqual({ "two-officers": true });
    expect(await under(1)).toEqual({ "two-officers": false });
  });

  it("a visit is not erased at last if nobody says that time goes on", async () => {
    const premise = "([]<> tick && []<> !tick) -> ";
    expect(printed).toContain(premise);
    expect(await verdicts(printed.replace(premise, ""), "at-last-visit1")).toEqual({
      "at-last-visit1": false,
    });
  });

  it("nor if its deadline does not fire", async () => {
    const text = printed.replace(/(inline settleVisit\(it, upTo\) \{)[^}]*\}/, "$1 skip }");
    expect(text).not.toBe(printed);
    expect(await verdicts(text, "at-last-visit1")).toEqual({ "at-last-visit1": false });
  });

  it("a formula that the text does not have is no verdict", async () => {
    expect(await verdicts(printed, "no-such-promise")).toMatchObject({ reason: "formula-unknown" });
  });
});
