// The steps of a case that an officer signs at the desk, each with exactly the text for which the key is asked: asking for a case,
// approving or denying one, giving shares, and closing it. Asking and approving sign that very text with the officer's own key;
// shares are given under a release that is checked in steps.ts, and the text of the others is for the officer and the key alone.
import { Clock, Effect } from "effect";
import { approvalText, decodeCase } from "../../protocol/casetext.ts";
import type { DenialReason } from "../../protocol/denial.ts";
import { joinFields } from "../../protocol/fields.ts";
import { problem } from "../../protocol/http/problem.ts";
import type { Office } from "../office.ts";
import {
  approveCase,
  closeCase,
  denyCase,
  openCase,
  shareCase,
  showCase,
  signCase,
  textToApprove,
  type CaseAsked,
  type ShownText,
} from "../steps.ts";

interface OfCase {
  readonly caseId: string;
  readonly shown: ShownText;
}

export type Act = OfCase &
  (
    | { readonly kind: "request" | "approve" | "share" | "close" }
    | { readonly kind: "deny"; readonly reason: DenialReason }
  );

/** What is done, where it is not the text of the case that is signed. */
const doneBy = (act: Act): string | undefined => {
  switch (act.kind) {
    case "request":
    case "approve":
      return undefined;
    case "share":
      return "gives shares";
    case "close":
      return "closes the case";
    case "deny":
      return `denies the case as ${act.reason}`;
  }
};

/** What the officer reads, and the key proves. */
export const textOfAct = (act: Act, officer: number): Uint8Array => {
  const { caseText, atMs } = act.shown;
  const done = doneBy(act);
  return done === undefined
    ? approvalText(caseText, officer, atMs)
    : joinFields([
        caseText,
        new TextEncoder().encode(`officer ${String(officer)} ${done} at ${String(atMs)}\n`),
      ]);
};

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
  const shown = yield* textToApprove(office, caseId);
  return { kind: asks ? "request" : "approve", caseId, shown } satisfies Act;
});

export const sharing = Effect.fnUntraced(function* (office: Office, caseId: string) {
  const { state } = yield* showCase(office, caseId);
  if (state !== "approved" && state !== "released") return yield* problem("not-allowed");
  return { kind: "share", caseId, shown: yield* textToApprove(office, caseId) } satisfies Act;
});

export const denying = Effect.fnUntraced(function* (office: Office, caseId: string, reason: DenialReason) {
  return { kind: "deny", reason, caseId, shown: yield* textToApprove(office, caseId) } satisfies Act;
});

export const closing = Effect.fnUntraced(function* (office: Office, caseId: string) {
  return { kind: "close", caseId, shown: yield* textToApprove(office, caseId) } satisfies Act;
});

/** Takes the step, and answers where the case stands then. */
export const taking = Effect.fnUntraced(function* (office: Office, act: Act) {
  const { caseId, shown } = act;
  switch (act.kind) {
    case "request":
      return yield* signCase(office, caseId, shown);
    case "approve":
      return yield* approveCase(office, caseId, shown);
    case "share": {
      yield* shareCase(office, caseId);
      const { state } = yield* showCase(office, caseId);
      return { caseId, state };
    }
    case "deny":
      return yield* denyCase(office, caseId, act.reason);
    case "close":
      return yield* closeCase(office, caseId);
  }
});
