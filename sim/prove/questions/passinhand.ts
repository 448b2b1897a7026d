// C15: how long after the end of a verification, or of a consent, a pass that was already shown is still taken.
// The pass is the last one that the issuer issues; it is then scanned as late as the custodian takes it, online and delivered late.
import type { Reading } from "./reading.ts";
import { agreed, collecting, startMs, verified } from "./standing.ts";
import { lastLate, lastOnline } from "./storing.ts";
import { lasting, lastSo, type Lasting } from "./turningpoint.ts";

export interface PassInHand {
  /** Whether a pass is issued at all. */
  readonly isIssued: boolean;
  /** After the end of the verification: the last scan that is stored online, and the last late delivery; never where none is. */
  readonly onlineMs: Lasting;
  readonly lateMs: Lasting;
  /** After a withdrawal in the same instant in which the pass was issued. */
  readonly afterWithdrawalMs: Lasting;
}

export function passInHand(reading: Reading): PassInHand {
  const verification = verified(reading, startMs);
  const isIssued = (atMs: number): boolean =>
    reading.ask(
      "issuer.issue",
      {
        crisis: collecting(reading),
        consent: agreed(reading, atMs),
        verification,
        pass: reading.rest("pass"),
      },
      { passesLastMinute: 0 },
      atMs,
    ).refused === "";
  const lastIssuedAtMs = lastSo(isIssued, startMs);
  if (typeof lastIssuedAtMs !== "number")
    return {
      isIssued: lastIssuedAtMs === null,
      onlineMs: "never",
      lateMs: "never",
      afterWithdrawalMs: "never",
    };
  // The first millisecond without a pass is the end of the verification.
  const endMs = lastIssuedAtMs + 1;
  return {
    isIssued: true,
    onlineMs: lasting(lastOnline(reading, lastIssuedAtMs), endMs),
    lateMs: lasting(lastLate(reading, lastIssuedAtMs)?.deliveredAtMs, endMs),
    // The custodian's rule reads neither consent nor account, so a withdrawal changes nothing for it.
    afterWithdrawalMs: lasting(lastOnline(reading, startMs), startMs),
  };
}
