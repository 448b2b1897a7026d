// Investigations at the policy level: officers ask, others approve, custodian and issuer decide by the generated rules what may be joined.
// The facts that rules ask for are those of the service level: signatures are good here, logs are cosigned, and records are those of the index.
// What is learnt is told to the watchers of promises, and compared with nothing, because here it cannot be wrong.
import { makeDisclosureColumns, type DisclosureColumns } from "../../impl/generated/core/disclosure.ts";
import { makeVisitColumns, restVisit, visitVisitRecorded } from "../../impl/generated/core/visit.ts";
import { refusalCodes } from "../../impl/generated/law.ts";
import { policyNumbers } from "../../impl/generated/policy.ts";
import {
  authorityApprove,
  authorityDeny,
  authorityReceiveAnswer,
  authorityReceiveRelease,
  authorityRequest,
} from "../../impl/generated/rules/authority.ts";
import { custodianRelease, custodianReleaseVisit } from "../../impl/generated/rules/custodian.ts";
import { issuerAnswer } from "../../impl/generated/rules/issuer.ts";
import { makeStepLog, never, startOfDay } from "../../impl/lifecycle/core.ts";
import { windowAt, type Observation } from "../../models/observations.ts";
import { vocabularies, type Policy } from "../../models/policy.ts";
import { makeCaseCounts, type CaseCounts } from "../casecounts.ts";
import type { CaseIntent } from "../world/request.ts";
import { countTransitions, type Counts } from "./counts.ts";
import { stateOf } from "./lawtables.ts";
import type { FoundRecord, Lookup } from "./records.ts";

export interface Cases {
  readonly counts: CaseCounts;
  readonly request: (intent: CaseIntent) => void;
  readonly decide: (
    caseNumber: number,
    officer: number,
    decision: "approve" | "deny",
    atMs: number,
  ) => Promise<void>;
  /** What was seen since the last call. */
  readonly takeSeen: () => readonly Observation[];
}

/** What the custodian is asked for under a case. */
export interface CaseLookup extends Lookup {
  readonly caseNumber: number;
}

export interface CasesParts {
  readonly policy: Policy;
  readonly counts: Counts;
  readonly find: (lookup: CaseLookup) => Promise<readonly FoundRecord[]>;
  /** When this person withdrew last before an instant; never if they did not. */
  readonly withdrewBy: (person: number, atMs: number) => number;
  readonly refused: (code: string, atMs: number) => void;
  readonly reidentified: (people: number) => void;
}

interface Open {
  readonly intent: CaseIntent;
  /** Its row with the authority, in slot 0. */
  readonly row: DisclosureColumns;
}

/** As it is observed: null for an instant that never comes. */
const instantOf = (at = never): number | null => (at === never ? null : at);

/** The lookup of a case that is approved at an instant. */
export const lookupOf = (
  { number, venues, windowStartMs, windowEndMs }: CaseIntent,
  atMs: number,
): CaseLookup => ({ caseNumber: number, venues, fromMs: windowStartMs, untilMs: windowEndMs, atMs });

const approved = stateOf("disclosure", "approved");
const good = 1;

export const makeCases = (parts: CasesParts): Cases => {
  const { counts: tally, find, withdrewBy, refused, reidentified } = parts;
  const policy = policyNumbers(parts.policy);
  const log = makeStepLog();
  const visit = makeVisitColumns(1);
  const open = new Map<number, Open>();
  const releasedOn = new Map<number, number>();
  const counts = makeCaseCounts();
  let seen: Observation[] = [];

  /** Counts a decision; answers whether it was refused. */
  const isRefused = (answer: number, atMs: number): boolean => {
    countTransitions(tally, log);
    if (answer <= 0) return false;
    counts.refused += 1;
    refused(refusalCodes[answer] ?? "", atMs);
    return true;
  };

  const groundOf = ({ ground }: CaseIntent): number => vocabularies.ground.indexOf(ground);

  const release = (found: readonly FoundRecord[], atMs: number): void => {
    for (const { scannedAtMs, eraseAtMs } of found) {
      restVisit(visit, 0);
      visitVisitRecorded(visit, 0, scannedAtMs, 0, scannedAtMs, policy, log);
      visit.eraseAt[0] = eraseAtMs;
      log.length = 0;
      custodianReleaseVisit(visit, 0, atMs, policy, log);
      countTransitions(tally, log);
      seen.push({
        kind: "visitReleased",
        at: atMs,
        eraseAtBefore: eraseAtMs,
        eraseAtAfter: instantOf(visit.eraseAt[0]),
      });
    }
  };

  const learn = ({ intent }: Open, officer: number, found: readonly FoundRecord[], atMs: number): void => {
    let people = 0;
    const windows = intent.venues.map((venue) => ({
      venue,
      fromMs: intent.windowStartMs,
      untilMs: intent.windowEndMs,
    }));
    for (const { person, venue, scannedAtMs } of found) {
      const named = !(withdrewBy(person, atMs) >= scannedAtMs);
      if (named) people += 1;
      seen.push({
        kind: "reidentified",
        at: atMs,
        case: String(intent.number),
        requestedBy: String(intent.requestedBy),
        approvedBy: String(officer),
        approvedAt: atMs,
        venue,
        ...windowAt(windows, venue, scannedAtMs),
        scannedAt: scannedAtMs,
        named,
        person: String(person),
      });
    }
    counts.answered += 1;
    counts.people += people;
    counts.nobody += found.length - people;
    reidentified(people);
  };

  const join = async (held: Open, officer: number, atMs: number): Promise<void> => {
    const { intent, row } = held;
    const { venues, windowStartMs, windowEndMs } = intent;
    const day = startOfDay(atMs);
    const found = await find(lookupOf(intent, atMs));
    const records = found.length;
    const recordsOfDay = records + (releasedOn.get(day) ?? 0);
    const officers = policy.officersRequired;
    const cosigners = policy.witnessesRequired;
    const ground = groundOf(intent);
    const released = custodianRelease(
      officers,
      ground,
      venues.length,
      windowStartMs,
      windowEndMs,
      atMs,
      records,
      recordsOfDay,
      cosigners,
      atMs,
      policy,
      log,
    );
    if (isRefused(released, atMs)) return;
    seen.push({
      kind: "released",
      at: atMs,
      officers,
      ground: intent.ground,
      venues: venues.length,
      windowStart: windowStartMs,
      windowEnd: windowEndMs,
      approvedAt: atMs,
      records,
      recordsOfDay,
      cosigners,
    });
    release(found, atMs);
    releasedOn.set(day, recordsOfDay);
    if (isRefused(authorityReceiveRelease(row, 0, records, atMs, policy, log), atMs)) return;
    if (records === 0) return;
    const caseEndsAt = atMs + policy.caseLifetime;
    const answer = issuerAnswer(
      good,
      officers,
      good,
      0,
      records,
      recordsOfDay,
      cosigners,
      caseEndsAt,
      atMs,
      policy,
      log,
    );
    if (isRefused(answer, atMs)) return;
    seen.push({ kind: "answered", at: atMs, officers, records, cosigners, caseEndsAt });
    const recordsEndAt = found.reduce((end, { eraseAtMs }) => Math.min(end, eraseAtMs), never);
    if (isRefused(authorityReceiveAnswer(row, 0, recordsEndAt, atMs, policy, log), atMs)) return;
    seen.push({
      kind: "answerKept",
      at: atMs,
      recordsEndAt,
      answerEndsAt: instantOf(row.answerEndsAt[0]),
    });
    learn(held, officer, found, atMs);
  };

  return {
    counts,
    request: (intent) => {
      counts.requested += 1;
      const row = makeDisclosureColumns(1);
      const { atMs, venues, windowStartMs, windowEndMs } = intent;
      const answer = authorityRequest(
        row,
        0,
        intent.requestedBy + 1,
        groundOf(intent),
        venues.length,
        windowStartMs,
        windowEndMs,
        atMs,
        policy,
        log,
      );
      if (isRefused(answer, atMs)) return;
      open.set(intent.number, { intent, row });
    },
    decide: async (caseNumber, officer, decision, atMs) => {
      const held = open.get(caseNumber);
      if (held === undefined) return;
      if (decision === "deny") {
        isRefused(authorityDeny(held.row, 0, officer + 1, atMs, policy, log), atMs);
        open.delete(caseNumber);
        return;
      }
      if (isRefused(authorityApprove(held.row, 0, officer + 1, atMs, policy, log), atMs)) return;
      seen.push({
        kind: "caseApproved",
        at: atMs,
        requestedBy: String(held.intent.requestedBy),
        approvedBy: String(officer),
      });
      if (held.row.state[0] !== approved) return;
      counts.approved += 1;
      open.delete(caseNumber);
      await join(held, officer, atMs);
    },
    takeSeen: () => {
      const taken = seen;
      seen = [];
      return taken;
    },
  };
};
