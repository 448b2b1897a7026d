// The steps of a case as one officer takes them from their own machine, each checked here and believed of nobody: the text
// that comes back is the text that was asked for, what is signed is what is shown, shares are given only under a release
// that the custodian signed, and only this officer opens what was sealed to them.
// Each step may be taken again when its answer was lost.
import { Clock, Effect } from "effect";
import { approvalText, decodeCase, type CaseWindow } from "../protocol/casetext.ts";
import type { ReleasedPart } from "../protocol/contracts.ts";
import type { DenialReason } from "../protocol/denial.ts";
import { problem } from "../protocol/http/problem.ts";
import { decodeReleasedPart } from "../protocol/releasedpart.ts";
import { OfficerDeclined } from "./declined.ts";
import type { Office } from "./office.ts";
import { findingsOf, type Findings, type FoundVisit } from "./findings.ts";

const declined = (code: OfficerDeclined["code"]) => new OfficerDeclined({ code });

const sameWindows = (one: readonly CaseWindow[], other: readonly CaseWindow[]): boolean =>
  one.length === other.length &&
  one.every((window, place) => {
    const { venue, fromMs, untilMs } = other[place] ?? { venue: -1, fromMs: 0, untilMs: 0 };
    return window.venue === venue && window.fromMs === fromMs && window.untilMs === untilMs;
  });

/** What an officer was shown before signing: the text of a case, and the instant that their signature will say. */
export interface ShownText {
  readonly caseText: Uint8Array;
  readonly atMs: number;
}

export interface CaseAsked {
  readonly ground: "none" | "investigation";
  readonly windows: readonly CaseWindow[];
}

/** Opens a case, and checks that its text is exactly what was asked; nothing is signed yet. */
export const openCase = Effect.fnUntraced(function* ({ cases, ask, client }: Office, asked: CaseAsked) {
  const { caseId, caseText } = yield* ask(cases.open({ payload: asked }));
  const facts = yield* client.readCase(caseText);
  if (facts.caseId !== caseId || facts.ground !== asked.ground || !sameWindows(facts.windows, asked.windows))
    return yield* declined("case-altered");
  return { caseId, caseText };
});

/** Signs a case that this officer asked for: exactly its text, with the instant that was shown. */
export const signCase = Effect.fnUntraced(function* (
  { cases, ask, client }: Office,
  caseId: string,
  { caseText, atMs }: ShownText,
) {
  const approval = yield* client.approve(caseText, atMs);
  return yield* ask(cases.sign({ params: { id: caseId }, payload: approval }));
});

/** Opens a case and signs it at once. */
export const requestCase = Effect.fnUntraced(function* (office: Office, asked: CaseAsked) {
  const { caseId, caseText } = yield* openCase(office, asked);
  const atMs = yield* Clock.currentTimeMillis;
  const { state } = yield* signCase(office, caseId, { caseText, atMs });
  return { caseId, state, caseText, signed: approvalText(caseText, office.officer.officer, atMs) };
});

export const listCases = ({ cases, ask }: Office) => Effect.map(ask(cases.list()), (answer) => answer.cases);

export const showCase = ({ cases, ask }: Office, caseId: string) =>
  ask(cases.read({ params: { id: caseId } }));

/** The text that this officer would sign, as the authority shows it; refused when it is the text of another case. */
export const textToApprove = Effect.fnUntraced(function* (office: Office, caseId: string) {
  const { caseText } = yield* showCase(office, caseId);
  if (caseText === null) return yield* problem("not-allowed");
  const facts = decodeCase(caseText);
  if (!facts.ok || facts.value.caseId !== caseId) return yield* declined("case-unreadable");
  const nowMs = yield* Clock.currentTimeMillis;
  return { caseText, atMs: nowMs, signed: approvalText(caseText, office.officer.officer, nowMs) };
});

/** Signs exactly the text that was shown, with its instant. */
export const approveCase = Effect.fnUntraced(function* (
  { cases, ask, client }: Office,
  caseId: string,
  { caseText, atMs }: ShownText,
) {
  const approval = yield* client.approve(caseText, atMs);
  return yield* ask(cases.approve({ params: { id: caseId }, payload: approval }));
});

export const denyCase = ({ cases, ask }: Office, caseId: string, reason: DenialReason) =>
  ask(cases.deny({ params: { id: caseId }, payload: { reason } }));

export const closeCase = ({ cases, ask }: Office, caseId: string) =>
  ask(cases.close({ params: { id: caseId } }));

const readParts = (parts: readonly Uint8Array[]): readonly ReleasedPart[] | undefined => {
  const read = parts.map(decodeReleasedPart).filter((part): part is ReleasedPart => part !== undefined);
  return read.length === parts.length ? read : undefined;
};

/** Fetches what was released and gives this officer's shares for every issuer that has not answered. */
export const shareCase = Effect.fnUntraced(function* (office: Office, caseId: string) {
  const { cases, ask, client, custodianKey, issuers } = office;
  const release = yield* ask(cases.release({ params: { id: caseId } }));
  const parts = readParts(release.parts);
  if (parts === undefined) return yield* declined("release-forged");
  const shares = yield* Effect.forEach(parts, (part) =>
    Effect.gen(function* () {
      const issuer = issuers.get(part.issuer);
      if (issuer === undefined) return yield* declined("issuer-unknown");
      const asked = { caseId, part, custodianKey, issuerSealingKey: issuer.sealing };
      return { issuer: part.issuer, resealed: yield* client.reseal(asked) };
    }),
  ).pipe(Effect.ensuring(Effect.sync(() => client.endCase(caseId))));
  const given = yield* ask(cases.shares({ params: { id: caseId }, payload: { shares } }));
  return { caseId, records: parts.reduce((sum, { records }) => sum + records.length, 0), ...given };
});

export interface CaseRead extends Findings {
  readonly caseId: string;
  readonly waitingFor: readonly number[];
  readonly refusedClaims: number;
}

/** Opens what the issuers answered this officer. */
export const readCase = Effect.fnUntraced(function* (office: Office, caseId: string) {
  const { cases, ask, client, issuers } = office;
  const { waitingFor, refusedClaims, answers } = yield* ask(cases.answer({ params: { id: caseId } }));
  const visits = yield* Effect.forEach(answers, (answer) =>
    Effect.gen(function* () {
      const issuer = issuers.get(answer.issuer);
      if (issuer === undefined) return yield* declined("issuer-unknown");
      const opened = yield* client.openAnswer({ caseId, ...answer }, issuer.answers);
      return opened.map((visit): FoundVisit => ({ issuer: answer.issuer, ...visit }));
    }),
  );
  return { caseId, waitingFor, refusedClaims, ...findingsOf(visits.flat()) } satisfies CaseRead;
});
