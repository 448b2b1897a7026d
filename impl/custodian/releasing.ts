/**
 * Releases the sealed records of a case (clauses S8, F6, C4, C7): checks text and officers, asks the law, verifies every record again,
 * marks each as disclosed, and signs what each issuer may open. A case is released once.
 * It opens nothing: the handles stay sealed, and the issuer is never told a place.
 */
import { Effect } from "effect";
import { vocabularies } from "../../models/policy.ts";
import { refusalCodes } from "../generated/law.ts";
import type { PolicyNumbers } from "../generated/policy.ts";
import { never } from "../lifecycle/core.ts";
import { Refused, isRefusal, refusalCode } from "../lifecycle/refused.ts";
import {
  checkApprovals,
  decodeCase,
  encodeApproval,
  type Approval,
  type CaseFacts,
} from "../protocol/casetext.ts";
import type { Released } from "../protocol/contracts.ts";
import { joinFields } from "../protocol/fields.ts";
import { commitToScope, drawScopeSalt } from "../protocol/release.ts";
import { seoulDay } from "../protocol/seoulday.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { decidingWindow, withoutOverlap, type ReleaseFacts } from "./casescope.ts";
import type { Changing } from "./changing.ts";
import type { CustodianConfiguration } from "./configuration.ts";
import type { Epochs } from "./epochs.ts";
import type { Looking } from "./looking.ts";
import { disclose } from "./disclosing.ts";
import { gatherRecords } from "./caserecords.ts";
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
  readonly epochs: Epochs;
  readonly looking: Looking;
}

const notAllowed = refusalCodes.indexOf("not-allowed");
const grounds: readonly string[] = vocabularies.ground;

/** The different officers on the roster whose signature under exactly this text is right. */
const officersBehind = (
  caseText: Uint8Array,
  approvals: readonly Approval[],
  { roster }: CustodianConfiguration,
): readonly number[] => [
  ...new Set(
    approvals
      .filter((approval) => checkApprovals(caseText, [approval], roster).ok)
      .map(({ officer }) => officer),
  ),
];

const approvalsMost = 64;

export const makeReleasing = (parts: ReleasingParts) => {
  const { configuration, policy, store, changing, epochs, looking } = parts;
  const { signingKey } = configuration;

  const releasedOn = (day: number) =>
    Effect.map(store.values("SELECT coalesce(sum(records), 0) FROM release WHERE day = ?1", [day]), ([row]) =>
      Number(row?.[0] ?? 0),
    );

  const isReleased = (caseId: string) =>
    Effect.map(store.values("SELECT 1 FROM release WHERE case_id = ?1", [caseId]), (rows) => rows.length > 0);

  /** What the law would be asked, as far as it matters; counting stops where it would refuse already. */
  const factsOf = Effect.fnUntraced(function* (
    { windows, ground }: CaseFacts,
    officers: number,
    approvedAtMs: number,
    nowMs: number,
  ) {
    const place = Math.max(0, grounds.indexOf(ground));
    const blank: ReleaseFacts = {
      officers,
      ground: place,
      approvedAtMs,
      records: 0,
      recordsOfDay: 0,
      cosigners: policy.witnessesRequired,
    };
    if (decidingWindow(windows, blank, nowMs, policy).refused) return blank;
    let records = 0;
    for (const window of withoutOverlap(windows)) records += yield* looking.count(window, nowMs);
    return { ...blank, records, recordsOfDay: records + (yield* releasedOn(seoulDay(nowMs))) };
  });

  return Effect.fnUntraced(function* (
    caseText: Uint8Array,
    approvals: readonly Approval[],
    approvedAtMs: number,
  ): Effect.fn.Return<CustodianReleased, Refused | StoreUnavailable> {
    const decoded = decodeCase(caseText);
    if (!decoded.ok || approvals.length > approvalsMost) return yield* new Refused({ code: "not-allowed" });
    const { caseId, windows, requestedAtMs } = decoded.value;
    const nowMs = yield* changing.now;
    const officers = officersBehind(caseText, approvals, configuration);
    // Officers sign when a case was asked for, and nobody signs when it was approved: a later instant than a request can wait
    // for, or one that has not come, would only lengthen the case.
    const approvedMs = Math.min(approvedAtMs, nowMs, requestedAtMs + policy.caseDecision);
    const facts = yield* factsOf(decoded.value, officers.length, approvedMs, nowMs);
    const { refused } = decidingWindow(windows, facts, nowMs, policy);
    const gathered = refused
      ? { records: [], tampered: 0 }
      : yield* gatherRecords(parts, withoutOverlap(windows), configuration.version, nowMs);
    const salt = drawScopeSalt();
    const commitment = commitToScope(salt, caseText);
    const lapsesAtMs = approvedMs + policy.caseLifetime;
    const about = { caseId, releasedAtMs: nowMs, lapsesAtMs, commitment, officers };

    const outcome = yield* changing.batch({}, (decide) =>
      Effect.gen(function* () {
        if (yield* isReleased(caseId)) return { answer: notAllowed, records: [], parts: [] };
        const day = seoulDay(nowMs);
        // Counted again here, because another case may have been released in between.
        const recordsOfDay = facts.recordsOfDay === 0 ? 0 : facts.records + (yield* releasedOn(day));
        const { window } = decidingWindow(windows, { ...facts, recordsOfDay }, nowMs, policy);
        const { venues, windowStart, windowEnd } = window;
        const { ground, records } = facts;
        const answer = decide.release(
          officers.length,
          ground,
          venues,
          windowStart,
          windowEnd,
          approvedMs,
          records,
          recordsOfDay,
          facts.cosigners,
          nowMs,
        );
        if (isRefusal(answer)) return { answer, records: [], parts: [] };
        const disclosed = yield* disclose(store, decide, gathered.records, nowMs);
        const signed = approvals.filter(({ officer }) => officers.includes(officer)).map(encodeApproval);
        yield* store.run("INSERT INTO release VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)", [
          caseId,
          day,
          nowMs,
          disclosed.length,
          gathered.tampered,
          commitment,
          joinFields(signed),
        ]);
        yield* changing.remember(nowMs);
        return { answer: 0, records: disclosed, parts: yield* partsOf(signingKey, epochs, about, disclosed) };
      }),
    );
    if (isRefusal(outcome.answer)) return yield* new Refused({ code: refusalCode(outcome.answer) });
    const { records } = outcome;
    return {
      parts: outcome.parts,
      records: records.length,
      recordsEndAtMs: records.reduce((earliest, { eraseAtMs }) => Math.min(earliest, eraseAtMs), never),
      scopeSalt: salt,
      tampered: gathered.tampered,
    };
  });
};
