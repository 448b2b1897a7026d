// The text of a case: the exact bytes that officers read and sign, one line a fact. Authority and custodian use it;
// the issuer never sees it, because it names places. A text has one form only: whatever would not be written the
// same way again is refused. Whether ground, venues and windows are within the limits is for the law to say, so a
// window that ends before it starts can be read here.

import { accepted, refused } from "./decoded.ts";
import type { Decoded } from "./decoded.ts";
import { signatureBytes } from "./ed25519.ts";
import { FieldReader, joinFields, numberField, sameBytes } from "./fields.ts";
import { verifyingKeyOf } from "./officers.ts";
import type { Officer, Roster } from "./officers.ts";
import { signOne, verifyOne } from "./signing.ts";

export interface CaseWindow {
  readonly venue: number;
  readonly fromMs: number;
  readonly untilMs: number;
}

export interface CaseFacts {
  readonly caseId: string;
  readonly ground: string;
  readonly requestedAtMs: number;
  readonly windows: readonly CaseWindow[];
}

const title = "entrylog case, version 1";
const caseIdForm = /^[0-9A-Za-z-]{1,64}$/;
const windowForm = /^venue ([0-9]{1,10}) from ([0-9]{1,15}) until ([0-9]{1,15})$/;
const requestedForm = /^requested ([0-9]{1,15})$/;

export const isCaseId = (text: string): boolean => caseIdForm.test(text);

export const encodeCase = (facts: CaseFacts): Uint8Array => {
  const lines = [
    title,
    `case ${facts.caseId}`,
    // As a JSON string, so that a ground of several lines stays one fact.
    `ground ${JSON.stringify(facts.ground)}`,
    `requested ${facts.requestedAtMs}`,
    ...facts.windows.map(({ venue, fromMs, untilMs }) => `venue ${venue} from ${fromMs} until ${untilMs}`),
  ];
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
};

const readGround = (line: string | undefined): string | undefined => {
  if (line?.startsWith("ground ") !== true) return undefined;
  try {
    const ground: unknown = JSON.parse(line.slice("ground ".length));
    return typeof ground === "string" ? ground : undefined;
  } catch {
    // Not JSON: not a ground.
    return undefined;
  }
};

const readWindow = (line: string): CaseWindow | undefined => {
  const parts = windowForm.exec(line);
  return parts === null
    ? undefined
    : { venue: Number(parts[1]), fromMs: Number(parts[2]), untilMs: Number(parts[3]) };
};

export const decodeCase = (bytes: Uint8Array): Decoded<CaseFacts, "form"> => {
  const lines = new TextDecoder().decode(bytes).split("\n");
  const caseId = lines[1]?.slice("case ".length) ?? "";
  const ground = readGround(lines[2]);
  const requested = requestedForm.exec(lines[3] ?? "");
  const windows = lines.slice(4, -1).map(readWindow);
  const read = windows.filter((window) => window !== undefined);
  if (ground === undefined || requested === null || !isCaseId(caseId) || read.length !== windows.length) {
    return refused("form");
  }
  const facts = { caseId, ground, requestedAtMs: Number(requested[1]), windows: read };
  return sameBytes(encodeCase(facts), bytes) ? accepted(facts) : refused("form");
};

export interface Approval {
  readonly officer: number;
  /** When this officer agreed, by the officer's own clock, under the signature; nobody else's word for it counts. */
  readonly approvedAtMs: number;
  readonly signature: Uint8Array;
}

/** The exact bytes that one officer reads and signs: the case, and one line that says who agrees and when. */
export const approvalText = (caseText: Uint8Array, officer: number, approvedAtMs: number): Uint8Array =>
  joinFields([caseText, new TextEncoder().encode(`officer ${officer} agrees at ${approvedAtMs}\n`)]);

export const approveCase = (officer: Officer, caseText: Uint8Array, approvedAtMs: number): Approval => ({
  officer: officer.officer,
  approvedAtMs,
  signature: signOne({
    key: officer.signing,
    purpose: "case",
    message: approvalText(caseText, officer.officer, approvedAtMs),
  }),
});

export const encodeApproval = (approval: Approval): Uint8Array =>
  joinFields([numberField(approval.officer, 2), numberField(approval.approvedAtMs, 6), approval.signature]);

export const decodeApproval = (bytes: Uint8Array): Decoded<Approval, "length"> => {
  const reader = new FieldReader(bytes);
  const approval = {
    officer: reader.number(2),
    approvedAtMs: reader.number(6),
    signature: reader.bytes(signatureBytes),
  };
  return reader.complete ? accepted(approval) : refused("length");
};

export type ApprovalFault = "unknownOfficer" | "sameOfficer" | "signature";

/** The officers who approved exactly this text: each on the roster, each once, each signature right. */
export const checkApprovals = (
  caseText: Uint8Array,
  approvals: readonly Approval[],
  roster: Roster,
): Decoded<readonly number[], ApprovalFault> => {
  const officers = new Set<number>();
  for (const { officer, approvedAtMs, signature } of approvals) {
    const key = verifyingKeyOf(roster, officer);
    if (key === undefined) return refused("unknownOfficer");
    if (officers.has(officer)) return refused("sameOfficer");
    const message = approvalText(caseText, officer, approvedAtMs);
    if (!verifyOne({ key, purpose: "case", message, signature })) return refused("signature");
    officers.add(officer);
  }
  return accepted([...officers]);
};

/** When so many different officers had agreed, by their own clocks; undefined while they are fewer. */
export const approvedSince = (approvals: readonly Approval[], needed: number): number | undefined => {
  const earliest = new Map<number, number>();
  for (const { officer, approvedAtMs } of approvals) {
    earliest.set(officer, Math.min(earliest.get(officer) ?? approvedAtMs, approvedAtMs));
  }
  return [...earliest.values()].sort((one, other) => one - other)[Math.max(1, needed) - 1];
};
