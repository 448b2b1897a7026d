// SPIN's search of the exported text and the plain reading of the models find the same: every state, every transition of
// every move, the hash over all of them, and how often each promise was asked and broken. Policies that break promises too.
// The bigger slices are compared with FULL_TESTS=1.
import { describe, expect, it } from "vitest";
import type { Slice } from "../../../../models/language/slice.ts";
import { millisecondsADay, type Policy } from "../../../../models/policy.ts";
import { caseSlice } from "../../../../models/slices/case.ts";
import { doorOf } from "../../../../models/slices/door.ts";
import { gate, gateOf } from "../../../../models/slices/gate.ts";
import { retention } from "../../../../models/slices/retention.ts";
import { runSpin } from "../../../../sim/prove/spin/spin.ts";
import { withTool } from "../../../with-tool.ts";
import { byPlainSearch, bySpin, law, quick, small, spun } from "./spinning.ts";

type Compared = readonly [name: string, slice: Slice, set: Policy["constants"]];

const onePerson = gateOf(["1"]);
const oneVenue = doorOf(["1"], ["1"]);

const compared: readonly Compared[] = [
  ["one person at the gate", onePerson, {}],
  ["one person, asked for consent once", onePerson, { consentAsked: "once" }],
  ["one person, verified for ten seconds", onePerson, { verificationValidity: 10_000 }],
  ["one person, after another notice", onePerson, { noticeVersion: 2 }],
  ["a pass and two venues", doorOf(["1"], ["1", "2"]), {}],
  ["a door where passes live for weeks", oneVenue, { passLifetime: 40 * millisecondsADay }],
  ["a door with clocks that differ more", oneVenue, { clockSkew: 6_000 }],
  ["retention", retention, {}],
];

const inFull: readonly Compared[] = [
  ["two people at the gate", gate, {}],
  ["two passes and a venue", doorOf(["1", "2"], ["1"]), {}],
  ["retention of a week", retention, { retention: 7 * millisecondsADay }],
  ["the case", caseSlice, {}],
  ["the case with one officer", caseSlice, { officersRequired: 1 }],
];

withTool("spin", "SPIN and the plain reading find the same", () => {
  const all = process.env["FULL_TESTS"] === "1" ? [...compared, ...inFull] : compared;

  it.each(all)("%s", { timeout: 600_000 }, async (_name, slice, set) => {
    const policy = small(slice, set);
    const found = await spun((workFolder) =>
      runSpin({ slice, law, policy, workFolder, ...(inFull.some(([, one]) => one === slice) ? {} : quick) }),
    );
    if (!("states" in found)) throw new Error(`${found.sentence} ${"output" in found ? found.output : ""}`);
    expect(bySpin(slice, found)).toEqual(await byPlainSearch(slice, policy));
  });

  it("without its observer SPIN finds as many states", async () => {
    const found = await spun((workFolder) =>
      runSpin({ slice: oneVenue, law, policy: small(oneVenue), workFolder, unobserved: true, ...quick }),
    );
    const { states, transitions } = await byPlainSearch(oneVenue, small(oneVenue));
    expect(found).toMatchObject({ states, transitions, perMove: [], hash: "" });
  });
});

describe("the comparison itself", () => {
  it("meets broken promises and kept ones", async () => {
    const { promises } = await byPlainSearch(
      oneVenue,
      small(oneVenue, { passLifetime: 40 * millisecondsADay }),
    );
    expect(promises["pass-bounded"]?.broken).toBeGreaterThan(0);
    expect(promises["stored-once"]).toEqual({ met: promises["stored-once"]?.met, broken: 0 });
    expect(promises["stored-once"]?.met).toBeGreaterThan(0);
  });
});
