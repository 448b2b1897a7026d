/**
 * Releases the sealed records of a case (clauses S8, F6, C4, C7, C17): checks text, officers and log, asks the law, verifies every
 * record again, marks each as disclosed, signs what each issuer may open, and logs it, all in one transaction.
 * A case is released once; who asks again in the same way gets the same until the case is over.
 * It opens nothing: the handles stay sealed, and the issuer is never told a place.
 */
import { Effect } from "effect";
import { vocabularies } from "../../models/policy.ts";
import { refusalCodes } from "../generated/law.ts";
import type { PolicyNumbers } from "../generated/policy.ts";
import { never } from "../lifecycle/core.ts";
import { Refused, isRefusal, refusalCode } from "../lifecycle/refused.ts";
import type { ProofUnavailable, TransparencyLog } from "../log/transparencylog.ts";
import { decodeCase, type CaseFacts } from "../protocol/casetext.ts";
import type { Released, ReleasedPart, ReleaseRequest } from "../protocol/contracts.ts";
import { hexOf } from "../protocol/fields.ts";
import { commitToScope, releaseHash } from "../protocol/release.ts";
import { seoulDay } from "../protocol/seoulday.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { approvedCase, type ApprovedCase } from "./approvedcase.ts";
import { gatherRecords } from "./caserecords.ts";
import { decidingWindow, withoutOverlap, type ReleaseFacts } from "./casescope.ts";
import type { Changing } from "./changing.ts";
import type { CustodianConfiguration } from "./configuration.ts";
import type { Days } from "./days.ts";
import { disclose } from "./disclosing.ts";
import type { Disputes } from "./disputes.ts";
import type { Epochs } from "./epochs.ts";
import type { Looking } from "./looking.ts";
import { makeReleaseNotes, type ReleaseNote } from "./releasenotes.ts";
import type { ReleasedCopies } from "./releasedcopies.ts";
import { partsOf } from "./releaseparts.ts";

/** What is released, and how many records were left out because a signature was not right any more. */
export interface CustodianReleased extends Released {
  readonly tampered: number;
}

export interface ReleasingParts {
  readonly configuration: CustodianConfiguration;
  readonly policy: PolicyNumbers;
  readonly store: StoreService;
  readonly changing: Changing;
  readonly days: Days;
  readonly epochs: Epochs;
  readonly looking: Looking;
  readonly disputes: Disputes;
  readonly copies: ReleasedCopies;
  readonly log: TransparencyLog["Service"];
}

const notAllowed = new Refused({ code: "not-allowed" });
const grounds: readonly string[] = vocabularies.ground;
const approvalsMost = 64;

export const makeReleasing = (parts: ReleasingParts) => {
  const { configuration, policy, store, changing, days, looking, epochs, disputes, copies, log } = parts;
  const notes = makeReleaseNotes(store);

  /** What the law would be asked, as far as it matters, and the visits behind it; nobody looks where it would refuse already. */
  const factsOf = Effect.fnUntraced(function* (
    { windows, ground }: CaseFacts,
    { officers, approvedAtMs, cosigners }: ApprovedCase,
    nowMs: number,
  ) {
    const blank: ReleaseFacts = {
      officers: officers.length,
      ground: Math.max(0, grounds.indexOf(ground)),
      approvedAtMs,
      records: 0,
      recordsOfDay: 0,
      cosigners,
    };
    if (decidingWindow(windows, blank, nowMs, policy).refused) return { facts: blank, visits: [] };
    const visits = (yield* Effect.forEach(withoutOverlap(windows), (window) =>
      looking.visits(window, nowMs),
    )).flat();
    const records = visits.reduce((sum, { positions }) => sum + positions.length, 0);
    const recordsOfDay = records + (yield* notes.releasedOn(seoulDay(nowMs)));
    return { facts: { ...blank, records, recordsOfDay }, visits };
  });

  const refusedClaims = Effect.fnUntraced(function* (windows: CaseFacts["windows"]) {
    let claims = 0;
    for (const window of withoutOverlap(windows)) claims += yield* disputes.refusedClaims(window);
    return claims;
  });

  /** What was released, with its proof; asked for after the transaction, because the proof may wait for other parties. */
  const answer = Effect.fnUntraced(function* (
    note: ReleaseNote,
    released: readonly ReleasedPart[],
  ): Effect.fn.Return<CustodianReleased, StoreUnavailable | ProofUnavailable> {
    const { records, tampered, recordsEndAtMs, refusedClaims: claims, logIndex } = note;
    const logged = yield* log.proofOf(logIndex);
    return { parts: released, records, tampered, recordsEndAtMs, refusedClaims: claims, logged };
  });

  /** A case that was released already: the same again, to whoever asks in the same way, until it is over. */
  const again = Effect.fnUntraced(function* (note: ReleaseNote, asked: ReleaseNote["asked"], nowMs: number) {
    if (note.asked !== asked) return yield* notAllowed;
    if (nowMs >= note.lapsesAtMs) return yield* new Refused({ code: "case-over" });
    const kept = note.records === 0 ? [] : yield* copies.read(note.caseId, nowMs);
    if (kept === undefined) return yield* new Refused({ code: "case-window-erased" });
    return yield* answer(note, kept);
  });

  return Effect.fnUntraced(function* (
    request: ReleaseRequest,
  ): Effect.fn.Return<CustodianReleased, Refused | StoreUnavailable | ProofUnavailable> {
    const { caseText, scopeSalt } = request;
    const decoded = decodeCase(caseText);
    if (!decoded.ok || request.approvals.length > approvalsMost) return yield* notAllowed;
    const { caseId, windows } = decoded.value;
    const nowMs = yield* changing.now;
    const approved = approvedCase(request, decoded.value, configuration, policy, nowMs);
    const { officers, approvals, approvedAtMs } = approved;
    const commitment = commitToScope(scopeSalt, caseText);
    const asked = notes.askedBy(commitment, officers);
    const before = yield* notes.find(caseId);
    if (before !== undefined && approved.cosigners >= policy.witnessesRequired)
      return yield* again(before, asked, nowMs);
    const { facts, visits } = yield* factsOf(decoded.value, approved, nowMs);
    const gathered = decidingWindow(windows, facts, nowMs, policy).refused
      ? { records: [], tampered: 0 }
      : yield* gatherRecords(parts, visits, configuration.version);
    const lapsesAtMs = approvedAtMs + policy.caseLifetime;
    const about = { caseId, releasedAtMs: nowMs, lapsesAtMs, commitment, officers };

    const outcome = yield* changing.batch({}, (decide) =>
      Effect.gen(function* () {
        const other = yield* notes.find(caseId);
        if (other !== undefined) return { answer: refusalCodes.indexOf("not-allowed"), other };
        const day = seoulDay(nowMs);
        // Counted again here, because another case may have been released in between.
        const recordsOfDay = facts.recordsOfDay === 0 ? 0 : facts.records + (yield* notes.releasedOn(day));
        const { window } = decidingWindow(windows, { ...facts, recordsOfDay }, nowMs, policy);
        const { venues, windowStart, windowEnd } = window;
        const answered = decide.release(
          officers.length,
          facts.ground,
          venues,
          windowStart,
          windowEnd,
          approvedAtMs,
          facts.records,
          recordsOfDay,
          approved.cosigners,
          nowMs,
        );
        if (isRefusal(answered)) return { answer: answered, other };
        const disclosed = yield* disclose(store, days, decide, gathered.records, nowMs);
        const released = yield* partsOf(
          configuration.signingKey,
          epochs,
          about,
          disclosed,
          yield* disputes.disputed(disclosed),
        );
        const recordsEndAtMs = disclosed.reduce((end, { eraseAtMs }) => Math.min(end, eraseAtMs), never);
        const logIndex = yield* log.append({
          kind: "case.released",
          caseId,
          releasedAtMs: nowMs,
          officers: [...officers].sort((one, another) => one - another),
          commitment: hexOf(commitment),
          parts: released.map(({ issuer, release, records }) => ({
            issuer,
            releaseHash: hexOf(releaseHash(release)),
            records: records.length,
          })),
        });
        const note: ReleaseNote = {
          caseId,
          day,
          releasedAtMs: nowMs,
          lapsesAtMs,
          records: disclosed.length,
          tampered: gathered.tampered,
          recordsEndAtMs,
          refusedClaims: yield* refusedClaims(windows),
          logIndex,
          asked,
        };
        yield* notes.keep(note, commitment, approvals);
        if (released.length > 0) yield* copies.keep(caseId, released, Math.min(lapsesAtMs, recordsEndAtMs));
        yield* changing.remember(nowMs);
        return { answer: 0, other, note, released };
      }),
    );
    // Two that asked at once: the first was released, and the second gets the same.
    if (outcome.other !== undefined && approved.cosigners >= policy.witnessesRequired)
      return yield* again(outcome.other, asked, nowMs);
    if (outcome.note === undefined) return yield* new Refused({ code: refusalCode(outcome.answer) });
    return yield* answer(outcome.note, outcome.released);
  });
};
