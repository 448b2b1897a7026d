// The investigators of a simulated city: officers with their own keys take cases through the real authority, custodian and issuer.
// Whatever an officer intends is tried; what the law refuses is counted, and what is joined is compared with the truth.
// The truth is known here only, because a simulation knows who went where; no party is ever told.
import { Effect } from "effect";
import type { AuthorityService } from "../../impl/authority/authority.ts";
import type { NamedVisit, OfficerClient } from "../../impl/officer/client.ts";
import type { IssuerPort } from "../../impl/protocol/contracts.ts";
import type { Refused } from "../../impl/lifecycle/refused.ts";
import type { ProofUnavailable } from "../../impl/log/transparencylog.ts";
import type { PeerUnavailable } from "../../impl/protocol/remote/peerunavailable.ts";
import type { StoreUnavailable } from "../../impl/store/unavailable.ts";
import type { StopwatchService } from "../stopwatch.ts";
import type { CaseIntent } from "../world/request.ts";
import { venueNumber, venueOfNumber } from "./devices.ts";
import { makeCaseCounts, type CaseCounts } from "../casecounts.ts";
import type { Tally } from "./tally.ts";
import type { Truth } from "./truth.ts";

/** What was learnt under a case, for whoever watches the promises. */
export interface Learned {
  readonly caseId: string;
  readonly officers: readonly [number, number];
  readonly windows: readonly { readonly venue: number; readonly fromMs: number; readonly untilMs: number }[];
  readonly approvedAtMs: number;
  readonly atMs: number;
  readonly visits: readonly (NamedVisit & {
    /** Who it was, as the simulation knows; undefined when nobody can say. */
    readonly person: number | undefined;
  })[];
}

export interface InvestigationParts {
  readonly authority: AuthorityService;
  readonly issuer: IssuerPort["Service"];
  readonly officers: readonly OfficerClient[];
  readonly custodianKey: Uint8Array;
  readonly truth: Truth;
  readonly tally: Tally;
  readonly stopwatch: StopwatchService;
  readonly learned: (learned: Learned) => void;
}

interface Open {
  readonly caseId: string;
  readonly caseText: Uint8Array;
  readonly requestedBy: OfficerClient;
  readonly windows: Learned["windows"];
}

export interface Investigations {
  readonly counts: CaseCounts;
  readonly request: (intent: CaseIntent) => Effect.Effect<void, StoreUnavailable>;
  readonly decide: (
    caseNumber: number,
    officer: number,
    decision: "approve" | "deny",
    atMs: number,
  ) => Effect.Effect<void, StoreUnavailable>;
}

export const makeInvestigations = (parts: InvestigationParts): Investigations => {
  const { authority, issuer, officers, tally, truth } = parts;
  const open = new Map<number, Open>();
  const counts = makeCaseCounts();
  const clientOf = (officer: number): OfficerClient | undefined => officers[officer % officers.length];

  /** A refusal is a result here; a store that cannot serve ends the run. In one process no other party is ever away. */
  const orRefused = <A>(
    tried: Effect.Effect<A, Refused | StoreUnavailable | ProofUnavailable | PeerUnavailable>,
  ): Effect.Effect<A | undefined, StoreUnavailable> =>
    Effect.catchTags(tried, {
      Refused: ({ code }) =>
        Effect.sync(() => {
          counts.refused += 1;
          tally.refusedAs(code);
          return undefined;
        }),
      ProofUnavailable: Effect.die,
      PeerUnavailable: Effect.die,
    });

  const request: Investigations["request"] = Effect.fnUntraced(function* (intent) {
    const client = clientOf(intent.requestedBy);
    if (client === undefined) return;
    counts.requested += 1;
    const windows = intent.venues.map((venue) => ({
      venue: venueNumber(venue),
      fromMs: intent.windowStartMs,
      untilMs: intent.windowEndMs,
    }));
    const asked = authority.request({ officer: client.officer, ground: intent.ground, windows });
    const opened = yield* orRefused(asked);
    if (opened === undefined) return;
    const { caseId, caseText } = opened;
    const approval = yield* Effect.orDie(client.approve(caseText));
    yield* orRefused(authority.signRequest({ caseId, approval }));
    open.set(intent.number, { caseId, caseText, requestedBy: client, windows });
  });

  const compare = (visits: readonly NamedVisit[]): void => {
    for (const { venue, scannedAtMs, phoneNumber } of visits) {
      if (phoneNumber === null) counts.nobody += 1;
      else if (truth.wasThere(phoneNumber, venueOfNumber(venue), scannedAtMs)) counts.people += 1;
      else counts.wrong += 1;
    }
  };

  /** From approval to answer: release, two officers' shares, join, opening. */
  const join = Effect.fnUntraced(function* (held: Open, second: OfficerClient, approvedAtMs: number) {
    const { caseId } = held;
    const begun = parts.stopwatch.now();
    const released = yield* orRefused(authority.askRelease(caseId));
    if (released === undefined || released.records === 0) return;
    const forOfficers = yield* orRefused(authority.releaseOf(caseId));
    const issuerSealingKey = yield* issuer.sealingKey;
    const resealed = new Map<number, readonly Uint8Array[]>();
    for (const part of forOfficers?.parts ?? []) {
      const asked = { caseId, part, custodianKey: parts.custodianKey, issuerSealingKey };
      const both = [held.requestedBy, second].map((client) => Effect.orDie(client.reseal(asked)));
      resealed.set(part.issuer, yield* Effect.all(both));
    }
    const joined = yield* orRefused(authority.join(caseId, resealed));
    if (joined === undefined) return;
    counts.answered += 1;
    const answers = (yield* orRefused(authority.answerFor(caseId, second.officer))) ?? [];
    const answerKey = yield* issuer.answerKey;
    const visits = (yield* Effect.forEach(answers, (answer) =>
      Effect.orDie(second.openAnswer(answer, answerKey)),
    )).flat();
    for (const client of [held.requestedBy, second]) client.endCase(caseId);
    tally.reidentification.add(joined.people, parts.stopwatch.now() - begun);
    tally.today().reidentified += joined.people;
    compare(visits);
    parts.learned({
      caseId,
      officers: [held.requestedBy.officer, second.officer],
      windows: held.windows,
      approvedAtMs,
      atMs: approvedAtMs,
      visits: visits.map((visit) => ({
        ...visit,
        person: truth.whoWas(visit.phoneNumber, venueOfNumber(visit.venue), visit.scannedAtMs),
      })),
    });
  });

  const decide: Investigations["decide"] = Effect.fnUntraced(function* (caseNumber, officer, decision, atMs) {
    const held = open.get(caseNumber);
    const client = clientOf(officer);
    if (held === undefined || client === undefined) return;
    const { caseId, caseText } = held;
    if (decision === "deny") {
      yield* orRefused(authority.deny({ caseId, officer: client.officer, reason: "need-not-shown" }));
      open.delete(caseNumber);
      return;
    }
    const approval = yield* Effect.orDie(client.approve(caseText));
    const approved = yield* orRefused(Effect.as(authority.approve({ caseId, approval }), true));
    if (approved === undefined) return;
    // Where the policy asks for more officers than two, the case waits for the next.
    if ((yield* authority.read(caseId)).state !== "approved") return;
    counts.approved += 1;
    open.delete(caseNumber);
    yield* join(held, client, atMs);
  });

  return { counts, request, decide };
};
