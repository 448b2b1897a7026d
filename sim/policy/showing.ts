// The custodian's side of the door: judges what is shown, and stores what the law takes, on time or as venues deliver it late.
// Signatures and forms are facts here: a forged pass is one that is said to be forged. Every answer is the generated rules'.
// While the custodian cannot be reached venues let people in unchecked, and deliver when it is back.
import type { CrisisColumns } from "../../impl/generated/core/crisis.ts";
import { makeVisitColumns, restVisit } from "../../impl/generated/core/visit.ts";
import { custodianRecord, custodianRecordLate } from "../../impl/generated/rules/custodian.ts";
import { never } from "../../impl/lifecycle/core.ts";
import { decisionNumber } from "../decisions.ts";
import { countAt } from "./counts.ts";
import type { Deciding } from "./deciding.ts";
import type { DoorParts, Showing } from "./doorparts.ts";
import { none, type Hand } from "./hand.ts";

/** Shows one of the passes in hand, or none of them; answers 0 or the refusal. */
export type Show = (pass: number, scannedAtMs: number, venue: number, what: Showing) => number;

const onTime = decisionNumber("record");
const delivered = decisionNumber("recordLate");
const good = 1;

export const makeShowing = (
  { policy, counts, watching, stored, away }: DoorParts,
  { log, decided }: Deciding,
  crisis: CrisisColumns,
  hand: Hand,
): Show => {
  const { passes, issuedAtMs: issued, storedTimes } = hand;
  const visits = makeVisitColumns(1);

  /** A scan is judged when it arrives; the custodian's own settling ends a pass whose time is over. */
  const judge = (
    pass: number,
    scannedAtMs: number,
    atMs: number,
    isLate: boolean,
    venue: number,
    what: Showing,
  ): number => {
    restVisit(visits, 0);
    const formed = what === "malformed" ? 0 : good;
    const venueKnown = what === "unknown-venue" ? 0 : good;
    const epochKnown = what === "unknown-epoch" ? 0 : good;
    const signed = what === "forged" ? 0 : good;
    const issuedAtMs = pass === none ? never : (issued[pass] ?? never);
    const slot = pass === none ? 0 : pass;
    // prettier-ignore
    const answer = isLate
      ? custodianRecordLate(
          crisis, 0, passes, slot, visits, 0, formed, venueKnown, epochKnown, signed, good, good, 0,
          scannedAtMs, issuedAtMs, good, atMs, policy, log,
        )
      : custodianRecord(
          crisis, 0, passes, slot, visits, 0, formed, venueKnown, epochKnown, signed, good, good, 0,
          scannedAtMs, issuedAtMs, atMs, policy, log,
        );
    const isRefused = answer > 0;
    decided(atMs, isLate ? delivered : onTime, isRefused ? answer : 0, venue);
    if (isRefused) return answer;
    const times = (storedTimes[slot] ?? 0) + 1;
    storedTimes[slot] = times;
    const eraseAtMs = visits.eraseAt[0] ?? never;
    watching.visitStored(hand.who, atMs, crisis, isLate, scannedAtMs, issuedAtMs, eraseAtMs, times);
    stored(hand.who, venue, scannedAtMs, eraseAtMs);
    countAt(counts, "checkIns", atMs);
    return 0;
  };

  return (pass, scannedAtMs, venue, what) => {
    const awayUntilMs = away.custodianUntilMs(scannedAtMs);
    if (awayUntilMs === 0) return judge(pass, scannedAtMs, scannedAtMs, false, venue, what);
    // Whatever is decided when it arrives, the person is told that they may come in.
    judge(pass, scannedAtMs, awayUntilMs, true, venue, what);
    return 0;
  };
};
