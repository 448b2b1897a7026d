// The clock of the venue's machine, as the page knows it: what the machine said last, and the time since.
// The browser's own clock may be wrong or be set at any time, so no day is counted by it while the page is open: only after a reload
// without the machine is it believed.
import { between, markNow } from "../../page/client/elapsed.ts";
import { seoulDay } from "../../protocol/seoulday.ts";
import { kept } from "./kept.ts";
import { Told } from "./mark.ts";

const keptClock = kept("clock", Told);

export const setClock = (nowMs: number): Told => {
  const told = { nowMs, since: markNow() };
  keptClock.set(told);
  return told;
};

export const clockTold = keptClock.get;

export const forgetClock = keptClock.forget;

/** The Seoul day at the venue; undefined before its machine has said anything. */
export const venueDay = (): number | undefined => {
  const clock = keptClock.get();
  if (clock === undefined) return undefined;
  const { steadyMs, wallMs } = between(clock.since, markNow());
  return seoulDay(clock.nowMs + Math.max(0, steadyMs ?? wallMs));
};
