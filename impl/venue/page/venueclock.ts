// The clock of the venue's machine, as the page knows it: what the machine said last, and the time since.
// The browser's own clock may be wrong, so no day is counted by it. It goes on without the machine and after a reload.
import { Schema } from "effect";
import { markNow, sinceMark } from "../../page/client/elapsed.ts";
import { seoulDay } from "../../protocol/seoulday.ts";
import { Mark } from "./mark.ts";
import { kept } from "./kept.ts";

const keptClock = kept("clock", Schema.Struct({ nowMs: Schema.Number, since: Mark }));

export const setClock = (nowMs: number): void => {
  keptClock.set({ nowMs, since: markNow() });
};

export const forgetClock = keptClock.forget;

/** The Seoul day at the venue; undefined before its machine has said anything. */
export const venueDay = (): number | undefined => {
  const clock = keptClock.get();
  return clock === undefined ? undefined : seoulDay(clock.nowMs + sinceMark(clock.since));
};
