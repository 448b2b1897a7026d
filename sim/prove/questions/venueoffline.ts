// C3: what a venue gains by saying that it had no network, whether it had or not.
// It takes one pass as late as it can, first as a scan that happens now, then as one that was kept, and looks for a fact by which
// the custodian could tell a venue that was cut off from one that only says so.
import type { Reading } from "./reading.ts";
import { startMs } from "./standing.ts";
import { lastLate, lastOnline } from "./storing.ts";
import { lasting, type Lasting } from "./turningpoint.ts";

export interface VenueOffline {
  /** After its pass was issued a scan is last stored online. */
  readonly onlineMs: Lasting;
  /** And last as a late delivery. */
  readonly lateMs: Lasting;
  /** How far back the time of the scan can then lie. */
  readonly backMs: Lasting;
  /** Facts that the custodian finds out about a late delivery and not about any other. */
  readonly factsMore: readonly string[];
}

export function venueOffline(reading: Reading): VenueOffline {
  const whole = lastLate(reading, startMs);
  const asked = Object.keys(reading.rule("custodian.record").trigger.fields);
  return {
    onlineMs: lasting(lastOnline(reading, startMs), startMs),
    lateMs: whole === undefined ? "never" : whole.deliveredAtMs - startMs,
    backMs: whole === undefined ? "never" : whole.deliveredAtMs - whole.scannedAtMs,
    factsMore: Object.keys(reading.rule("custodian.recordLate").trigger.fields).filter(
      (name) => !asked.includes(name),
    ),
  };
}
