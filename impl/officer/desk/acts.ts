// The steps of a case that an officer signs at the desk, each with exactly the text for which the key is asked: asking for a case,
// approving one, and giving shares. The first two sign that very text with the officer's own key; shares are given under a
// release that is checked in steps.ts, and their text is for the officer and the key alone.
import { Clock, Effect } from "effect";
import { approvalText, decodeCase } from "../../protocol/casetext.ts";
import { joinFields } from "../../protocol/fields.ts";
import { problem } from "../../protocol/http/problem.ts";
import type { Office } from "../office.ts";
import {
  approveCase,
  openCase,
  shareCase,
  showCase,
  signCase,
  textToApprove,
  type CaseAsked,
  type ShownText,
} from "../steps.ts";

export interface Act {
  readonly kind: "request" | "approve" | "share";
  readonly caseId: string;
  readonly shown: ShownText;
}

/** What the officer reads, and the key proves. */
export const textOfAct = ({ kind, shown }: Act, officer: number): Uint8Array =>
  kind === "share"
    ? joinFields([
        shown.caseText,
        new TextEncoder().encode(`officer ${String(officer)} gives shares at ${String(shown.atMs)}\n`),
      ])
    : approvalText(shown.caseText, officer, shown.atMs);

export const factsOfAct = ({ shown }: Act) => {
  const facts = decodeCase(shown.caseText);
  return facts.ok ? facts.value : undefined;
};

export const requesting = Effect.fnUntraced(function* (office: Office, asked: CaseAsked) {
  const { caseId, caseText } = yield* openCase(office, asked);
  const atMs = yield* Clock.currentTimeMillis;
  return { kind: "request", caseId, shown: { caseText, atMs } } satisfies Act;
});

/** Who asked for a case and has not signed it yet signs what was asked; anybody else approves, or is refused by the law. */
export const approving = Effect.fnUntraced(function* (office: Office, caseId: string) {
  const { requestedBy, signedBy } = yield* showCase(office, caseId);
  const { officer } = office.officer;
  const asks = requestedBy === officer && !signedBy.includes(officer);
  const { caseText, atMs } = yield* textToApprove(office, caseId);
  return { kind: asks ? "request" : "approve", caseId, shown: { caseText, atMs } } satisfies Act;
});

export const sharing = Effect.fnUntraced(function* (office: Office, caseId: string) {
  const { state } = yield* showCase(office, caseId);
  if (state !== "approved" && state !== "released") return yield* problem("not-allowed");
  const { caseText, atMs } = yield* textToApprove(office, caseId);
  return { kind: "share", caseId, shown: { caseText, atMs } } satisfies Act;
});

/** Takes the step, and answers where the case stands then. */
export const taking = Effect.fnUntraced(function* (office: Office, { kind, caseId, shown }: Act) {
  switch (kind) {
    case "request":
      return yield* signCase(office, caseId, shown);
    case "approve":
      return yield* approveCase(office, caseId, shown);
    case "share": {
      yield* shareCase(office, caseId);
      const { state } = yield* showCase(office, caseId);
      return { caseId, state };
    }
  }
});
