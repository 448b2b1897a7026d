/**
 * Stores the visits of checked scans: one transaction a batch, each scan decided by the law in its order, and answered after the commit.
 * The bit of a pass is set in the same transaction as its visit, so a second copy is refused, inside one batch too; a second
 * delivery of the very same scan, where there can be one, is answered as the first; a claim of another venue's pass is noted as a dispute.
 * Only what the law took is written: place, time, and the sealed pass under the key of its day.
 */
import { Effect } from "effect";
import { passPassIssued, passPassScanned, restPass } from "../generated/core/pass.ts";
import { restVisit } from "../generated/core/visit.ts";
import { refusalCodes } from "../generated/law.ts";
import type { CustodianDecider } from "../generated/services/custodian.ts";
import { visitTable } from "../generated/tables.ts";
import { never } from "../lifecycle/core.ts";
import { isRefusal } from "../lifecycle/refused.ts";
import type { Answers } from "../protocol/contracts.ts";
import { hexOf } from "../protocol/fields.ts";
import type { Scan } from "../protocol/scan.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { country } from "./announcing.ts";
import type { Changing } from "./changing.ts";
import type { CheckedScan } from "./checking.ts";
import type { Days, KeptDay } from "./days.ts";
import type { Disputes } from "./disputes.ts";
import type { Epochs, KnownEpoch } from "./epochs.ts";
import type { ScanRate } from "./scanrate.ts";
import type { Silence } from "./silence.ts";
import type { StoredBefore } from "./storedbefore.ts";
import { visitName, type VisitsToWrite, type VisitWriter } from "./visitwriter.ts";

export interface RecordingParts {
  readonly changing: Changing;
  readonly days: Days;
  readonly epochs: Epochs;
  readonly rate: ScanRate;
  readonly silence: Silence;
  readonly storedBefore: StoredBefore;
  readonly disputes: Disputes;
  readonly writer: VisitWriter;
  /** Whether decisions are watched, so that instances need names. */
  readonly watched: boolean;
}

const triesMore = 2;

const exceeded = refusalCodes.indexOf("scans-exceeded");
const replayed = refusalCodes.indexOf("pass-replayed");
const notSilent = refusalCodes.indexOf("venue-not-silent");

/** A rightly signed scan that the law refused because something was stored before it. */
interface CameAfter {
  readonly place: number;
  readonly scan: Scan;
  readonly day: KeptDay;
}

/** Puts the pass of a scan into the scratch slot as the law made it, and as far as its bit says. */
const bringPass = ({ scratch, desk }: CustodianDecider, checked: CheckedScan, isStored: boolean): void => {
  restPass(scratch.pass, 0);
  const issuedAtMs = checked.scan?.pass.issuedAtMs;
  if (issuedAtMs !== undefined) passPassIssued(scratch.pass, 0, issuedAtMs, desk.policy, desk.log);
  if (issuedAtMs !== undefined && isStored)
    passPassScanned(scratch.pass, 0, issuedAtMs, desk.policy, desk.log);
  // Those steps were taken before, by others; they are no news to the books.
  desk.log.length = 0;
};

export const recordChecked = (
  { changing, days, epochs, rate, silence, storedBefore, disputes, writer, watched }: RecordingParts,
  checked: readonly CheckedScan[],
): Effect.Effect<Answers, StoreUnavailable> => {
  const decideOne = (
    decide: CustodianDecider,
    crisis: number,
    facts: CheckedScan,
    epoch: KnownEpoch | undefined,
    writing: VisitsToWrite,
  ): number => {
    const { scan, receivedAtMs: at } = facts;
    const { scratch } = decide;
    bringPass(
      decide,
      facts,
      epoch !== undefined && scan !== undefined && epochs.isStored(epoch, scan.pass.number),
    );
    restVisit(scratch.visit, 0);
    const venue = scan?.venue ?? 0;
    const day = epoch === undefined ? undefined : days.held(epoch.day);
    const given = [
      crisis,
      watched && epoch !== undefined && scan !== undefined
        ? `${hexOf(epoch.id)}/${String(scan.pass.number)}`
        : "",
      watched && day !== undefined ? visitName(day.day, writing.nextPosition(day)) : "",
      scan === undefined ? 0 : 1,
      facts.venueKnown,
      day === undefined ? 0 : facts.epochKnown,
      facts.passSigned,
      facts.scanSigned,
      facts.challengeAnswered,
      rate.lastMinute(venue, at),
      scan?.scannedAtMs ?? 0,
      scan?.pass.issuedAtMs ?? never,
    ] as const;
    const answer = facts.late
      ? decide.recordLate(...given, silence.isSilentSince(venue, scan?.scannedAtMs ?? 0) ? 1 : 0, at)
      : decide.record(...given, at);
    if (facts.scanSigned === 1 && answer !== exceeded) rate.count(venue, at);
    if (isRefusal(answer) || scan === undefined || epoch === undefined || day === undefined) return answer;
    epochs.store(epoch, scan.pass.number);
    if (!facts.late) silence.heard(venue, scan.scannedAtMs);
    const state = scratch.visit.state[0] ?? 0;
    if (visitTable.gone[state] === false)
      writing.add(day, scan, state, scratch.visit.eraseAt[0] ?? never, scratch.visit.late[0] ?? 0);
    return answer;
  };

  /** Those that another venue's scan came before are disputed; the very same late scan again is answered as it was. */
  const settle = Effect.fnUntraced(function* ({ place, scan, day }: CameAfter, answers: Answers) {
    const where = yield* storedBefore(day, scan);
    const mayBeSecond = checked[place]?.late === true || checked[place]?.perhapsAgain === true;
    if (where === "thisScan" && mayBeSecond) answers[place] = 0;
    if (where === "elsewhere" && answers[place] === replayed) yield* disputes.claim(day, scan);
  });

  const batch = changing.batchBesideOthers({ crisis: [country] }, (decide) =>
    Effect.gen(function* () {
      const names = new Set<string>();
      for (const { epochKnown, epoch } of checked) if (epochKnown === 1) names.add(epoch);
      const known = yield* epochs.load(names);
      const wanted = new Set<number>();
      for (const { day } of known.values()) wanted.add(day);
      for (const day of wanted) {
        const kept = yield* days.find(day);
        // Who watches is told the place of a visit when it is decided; else it is taken when something is written.
        if (watched && kept !== undefined) yield* days.takePositions(kept, 0);
      }
      const late = checked.filter((facts) => facts.late && facts.scanSigned === 1);
      yield* silence.load(new Set(late.map(({ scan }) => scan?.venue ?? 0)), late[0]?.receivedAtMs ?? 0);
      const crisis = decide.books.crisis.slot(country);
      const answers = new Int32Array(checked.length);
      const writing = writer.begin();
      const after: CameAfter[] = [];
      let lastStored = 0;
      for (const [place, facts] of checked.entries()) {
        const epoch = facts.epochKnown === 1 ? known.get(facts.epoch) : undefined;
        const answer = decideOne(decide, crisis, facts, epoch, writing);
        answers[place] = isRefusal(answer) ? answer : 0;
        if (!isRefusal(answer) && facts.receivedAtMs > lastStored) lastStored = facts.receivedAtMs;
        if ((answer === replayed || answer === notSilent) && epoch !== undefined) {
          const { scan } = facts;
          const day = days.held(epoch.day);
          if (scan !== undefined && day !== undefined) after.push({ place, scan, day });
        }
      }
      if (lastStored > 0) {
        // First, because it says whether another process has decided about these passes meanwhile.
        yield* epochs.flush;
        yield* writing.flush;
        yield* changing.remember(lastStored);
      }
      for (const refused of after) yield* settle(refused, answers);
      return answers;
    }),
  );
  // By then what is in memory is forgotten, and what the other process stored is read.
  return Effect.retry(batch, { times: triesMore, while: ({ reason }) => reason === "overtaken" });
};
