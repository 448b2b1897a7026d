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
import type { Action } from "./actions.ts";
import type { Devices } from "./devices.ts";
import { forge, type ForgerTools } from "./forgeries.ts";
import type { Phones } from "./phones.ts";
import type { Tally } from "./tally.ts";
import type { Truth } from "./truth.ts";

export interface CustodianRoundParts {
  readonly custodian: CustodianService;
  readonly devices: Devices;
  readonly forger: ForgerTools;
  readonly phones: Phones;
  readonly tally: Tally;
  readonly truth: Truth;
  readonly stopwatch: StopwatchService;
  readonly hears: HearsDecision;
}

interface Shown {
  readonly action: Action;
  readonly pass: Uint8Array;
}

const record = decisionNumber("record");
const expired = refusalCodes.indexOf("pass-expired");

export interface CustodianRounds {
  readonly show: (actions: readonly Action[]) => Effect.Effect<void, StoreUnavailable>;
}

export const makeCustodianRounds = (parts: CustodianRoundParts): CustodianRounds => {
  const { custodian, devices, forger, phones, tally, truth, stopwatch } = parts;

  const shownBy = (action: Action): readonly Shown[] => {
    const visiting = phones.visiting(action.visit, action.atMs);
    const { pass, askAgain } = visiting;
    if (action.kind === "forge") {
      const bytes = forge(action, pass, forger);
      return bytes === undefined ? [] : [{ action, pass: bytes }];
    }
    if (action.kind === "replay") return visiting.shown === undefined ? [] : [{ action, pass: visiting.shown }];
    // A second showing follows only a first one that was refused as expired and a pass asked for since.
    if (pass === undefined || (action.kind === "showAgain" && !askAgain)) return [];
    if (action.kind === "show") visiting.shown = pass;
    return [{ action, pass }];
  };

  const answered = ({ action }: Shown, answer: number): void => {
    parts.hears(action.person, action.atMs, record, Math.max(answer, 0), action.venue);
    if (answer <= 0) {
      tally.checkedIn(action.atMs);
      truth.visited(action.person, action.venue, action.atMs);
      return;
    }
    tally.refused(answer, action.atMs);
    const visiting = phones.visiting(action.visit, action.atMs);
    if (answer === expired && action.kind === "show") {
      visiting.askAgain = true;
      visiting.pass = undefined;
    }
  };

  const show: CustodianRounds["show"] = Effect.fnUntraced(function* (actions) {
    const shown = actions.toSorted((a, b) => a.atMs - b.atMs).flatMap(shownBy);
    if (shown.length === 0) return;
    const signed = yield* Effect.promise(() =>
      signScans(
        devices.keys,
        shown.map(({ action, pass }) => ({ venue: devices.venueOf(action), pass, scannedAtMs: action.atMs })),
      ),
    );
    const scans = shown.map(({ action }, place) => ({
      bytes: signed[place] ?? new Uint8Array(0),
      receivedAtMs: action.atMs,
      late: false,
    }));
    const begun = stopwatch.now();
    const answers = yield* custodian.record(scans);
    const stored = answers.filter((answer) => answer <= 0).length;
    if (stored > 0) tally.checkIn.add(stored, stopwatch.now() - begun);
    for (const [place, answer] of answers.entries()) {
      const one = shown[place];
      if (one !== undefined) answered(one, answer);
    }
  });

  return { show };
};
