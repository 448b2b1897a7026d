// How long ago a held scan was, whatever became of the tablet's clocks in between.
// Each case says what the clocks showed; the scan was an hour after the machine told its clock, and half an hour before it did again.
import { describe, expect, it } from "vitest";
import { heldFor } from "../../../../impl/venue/page/heldfor.ts";

const hourMs = 3_600_000;
const halfMs = hourMs / 2;
const start = { life: 1, steadyMs: 5_000, wallMs: 1_700_000_000_000 };
const machineMs = 1_800_000_000_000;

const moment = (steadilyMs: number, byWallMs: number, life = 1) => ({
  life,
  steadyMs: (life === 1 ? start.steadyMs : 0) + steadilyMs,
  wallMs: start.wallMs + byWallMs,
});
const before = { nowMs: machineMs, since: start };
const again = (since: typeof start) => ({ nowMs: machineMs + hourMs + halfMs, since });

describe("the time since a held scan", () => {
  it.each([
    ["both clocks are right", moment(hourMs, hourMs), moment(hourMs + halfMs, hourMs + halfMs)],
    ["the wall's was set ahead since", moment(hourMs, hourMs), moment(hourMs + halfMs, 9 * hourMs)],
    ["the wall's was set back since", moment(hourMs, hourMs), moment(hourMs + halfMs, -9 * hourMs)],
    ["the wall's was set before", moment(hourMs, 9 * hourMs), moment(hourMs + halfMs, 9 * hourMs + halfMs)],
    ["the tablet slept since", moment(hourMs, hourMs), moment(hourMs + 1_000, hourMs + halfMs)],
    ["the tablet slept before", moment(1_000, hourMs), moment(1_000 + halfMs, hourMs + halfMs)],
    ["the page was loaded again", moment(hourMs, hourMs), moment(3_000, hourMs + halfMs, 2)],
    ["it was, and the wall's was set back", moment(hourMs, hourMs), moment(3_000, -2 * hourMs, 2)],
    ["it was, and the wall's was set ahead", moment(hourMs, hourMs), moment(3_000, 99 * hourMs, 2)],
  ])("is half an hour where %s", (_, at, now) => {
    expect(heldFor(at, before, again(now))).toBe(halfMs);
  });

  it("is by the steady clock where the machine had told nothing before", () => {
    expect(heldFor(moment(0, 0), undefined, again(moment(halfMs, 9 * hourMs)))).toBe(halfMs);
  });
});
