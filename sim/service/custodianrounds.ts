// The rounds of a window in which passes are shown: each venue's device signs what it scanned, and the custodian answers.
// A round is one batch of signatures and one batch of the real custodian. What is refused as expired may be asked for again.
// Forged scans take the same way as honest ones.
import { Effect } from "effect";
import { refusalCodes } from "../../impl/generated/law.ts";
import type { CustodianService } from "../../impl/custodian/custodian.ts";
import { signScans } from "../../impl/venue/scansigning.ts";
import type { StoreUnavailable } from "../../impl/store/unavailable.ts";
import type { StopwatchService } from "../stopwatch.ts";
import { decisionNumber, type HearsDecision } from "../decisions.ts";
import type { Away } from "../world/awaytimes.ts";
import type { Action } from "./actions.ts";
import type { Devices } from "./devices.ts";
import { forge, type ForgerTools } from "./forgeries.ts";
import type { Phones } from "./phones.ts";
import type { Tally } from "./tally.ts";
import type { Truth } from "./truth.ts";

export interface CustodianRoundParts {
  readonly custodian: Pick<CustodianService, "record">;
  readonly devices: Devices;
  readonly forger: ForgerTools;
  readonly phones: Phones;
  readonly tally: Tally;
  readonly truth: Truth;
  readonly stopwatch: StopwatchService;
  readonly hears: HearsDecision;
  readonly away: Away;
}

interface Shown {
  readonly action: Action;
  readonly pass: Uint8Array;
}

const recordOnTime = decisionNumber("record");
const recordLate = decisionNumber("recordLate");
/** A scan as its venue's device signed it; a late one is received when the custodian is back. */
interface Signed {
  readonly action: Action;
  readonly bytes: Uint8Array;
  readonly late: boolean;
  readonly receivedAtMs: number;
}

const expired = refusalCodes.indexOf("pass-expired");

export interface CustodianRounds {
  /** Those of one window, which ends before `untilMs`, in the order of time. */
  readonly show: (actions: readonly Action[], untilMs: number) => Effect.Effect<void, StoreUnavailable>;
}

export const makeCustodianRounds = (parts: CustodianRoundParts): CustodianRounds => {
  const { custodian, devices, forger, phones, tally, truth, stopwatch, away } = parts;

  const shownBy = (action: Action): readonly Shown[] => {
    const visiting = phones.visiting(action.visit, action.atMs);
    const { pass, askAgain } = visiting;
    if (action.kind === "forge") {
      const bytes = forge(action, pass, forger);
      return bytes === undefined ? [] : [{ action, pass: bytes }];
    }
    if (action.kind === "replay")
      return visiting.shown === undefined ? [] : [{ action, pass: visiting.shown }];
    // A second showing follows only a first one that was refused as expired and a pass asked for since.
    if (pass === undefined || (action.kind === "showAgain" && !askAgain)) return [];
    if (action.kind === "show") visiting.shown = pass;
    return [{ action, pass }];
  };

  const answered = ({ action, late, receivedAtMs }: Signed, answer: number): void => {
    const decision = late ? recordLate : recordOnTime;
    parts.hears(action.person, receivedAtMs, decision, Math.max(answer, 0), action.venue);
    if (answer <= 0) {
      tally.checkedIn(receivedAtMs);
      truth.visited(action.person, action.venue, action.atMs);
      return;
    }
    tally.refused(answer, receivedAtMs);
    if (answer !== expired || action.kind !== "show" || late) return;
    const visiting = phones.visiting(action.visit, action.atMs);
    visiting.askAgain = true;
    visiting.pass = undefined;
  };

  const record = Effect.fnUntraced(function* (signed: readonly Signed[]) {
    if (signed.length === 0) return;
    const begun = stopwatch.now();
    const answers = yield* custodian.record(
      signed.map(({ bytes, receivedAtMs, late }) => ({ bytes, receivedAtMs, late })),
    );
    const stored = answers.filter((answer) => answer <= 0).length;
    if (stored > 0) tally.checkIn.add(stored, stopwatch.now() - begun);
    for (const [place, answer] of answers.entries()) {
      const one = signed[place];
      if (one !== undefined) answered(one, answer);
    }
  });

  /** Scans that venues keep while the custodian cannot be reached, and let people in unchecked. */
  let waiting: readonly Signed[] = [];

  const show: CustodianRounds["show"] = Effect.fnUntraced(function* (actions, untilMs) {
    const shown = actions.flatMap(shownBy);
    const scans = shown.map(({ action, pass }) => ({
      venue: devices.venueOf(action),
      pass,
      scannedAtMs: action.atMs,
    }));
    const bytes = yield* Effect.promise(() => signScans(devices.keys, scans));
    const signed = shown.map(({ action }, place): Signed => {
      const awayUntilMs = away.custodianUntilMs(action.atMs);
      const late = awayUntilMs > 0;
      return {
        action,
        bytes: bytes[place] ?? new Uint8Array(0),
        late,
        receivedAtMs: late ? awayUntilMs : action.atMs,
      };
    });
    waiting = [...waiting, ...signed.filter(({ late }) => late)];
    const back = waiting.filter(({ receivedAtMs }) => !(receivedAtMs >= untilMs));
    waiting = waiting.filter(({ receivedAtMs }) => receivedAtMs >= untilMs);
    yield* record(back);
    yield* record(signed.filter(({ late }) => !late));
  });

  return { show };
};
