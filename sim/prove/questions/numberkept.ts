// C9: how long the issuer keeps a telephone number that was verified once and never again.
// The last pass is taken in the last millisecond of the verification, on a day for which the wait is longest; then it waits for the account's end.
// A number verified again and again is kept as long as its owner goes on, which is checked too.
import type { Instance } from "../../../models/language/interpret.ts";
import { millisecondsADay } from "../../../models/policy.ts";
import { isTaken, type Reading } from "./reading.ts";
import { startMs, verified } from "./standing.ts";
import { lastSo, type Lasting } from "./turningpoint.ts";

export interface NumberKept {
  /** From the verification to the end of the account, with a pass at the last moment, and without any; never where none is verified. */
  readonly longestMs: Lasting;
  readonly withoutPassMs: Lasting;
  /** Whether verifying again before the end puts the end off. */
  readonly isPutOff: boolean;
}

const issued = (reading: Reading, account: Instance, atMs: number) =>
  reading.send("verification", account, "pass.issued", {}, atMs);

export function numberKept(reading: Reading): NumberKept {
  const isKept = (account: Instance, atMs: number): boolean =>
    reading.later("verification", account, atMs).fields["accountEndsAt"] !== null;
  const keptMs = (account: Instance, fromMs: number): number => {
    const last = lastSo((atMs) => isKept(account, atMs), fromMs);
    return typeof last === "number" ? last + 1 - fromMs : last === undefined ? 0 : Infinity;
  };
  const lastPass = (account: Instance, fromMs: number): number =>
    lastSo((atMs) => isTaken(issued(reading, account, atMs)), fromMs) ?? fromMs;
  /** Verified at this instant, with a pass in the last millisecond in which one is issued. */
  const usedToTheEnd = (fromMs: number): number => {
    const account = verified(reading, fromMs);
    return keptMs(issued(reading, account, lastPass(account, fromMs)).instance, fromMs);
  };
  const once = verified(reading, startMs);
  const known = (ms: number): Lasting =>
    !isKept(once, startMs) ? "never" : ms === Infinity ? "endless" : ms;
  const endMs = lastPass(once, startMs);
  // The account ends by days: it stays longest when the last pass falls on the first millisecond of one.
  const intoTheDay = (endMs - startMs) % millisecondsADay;
  const toTheNextDay = millisecondsADay - intoTheDay;
  const begins = [startMs, startMs + toTheNextDay - 1, startMs + toTheNextDay];
  const asked = reading.send("verification", once, "code.requested", {}, endMs);
  const again = reading.send("verification", asked.instance, "code.submitted", { matches: true }, endMs);
  return {
    longestMs: known(Math.max(...begins.map(usedToTheEnd))),
    withoutPassMs: known(keptMs(once, startMs)),
    isPutOff: isTaken(again) && keptMs(again.instance, startMs) > keptMs(once, startMs),
  };
}
