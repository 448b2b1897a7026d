// What crosses between an officer's desk and its page in the officer's browser: keys of the browser, texts to be signed, cases, and
// what was found under one. The page decodes by these forms, so nothing of a server stands here.
// An answer that holds an end also holds the desk's own instant, because the clock of the browser counts for nothing.
import { Schema } from "effect";
import { DisclosureState } from "../generated/schemas.ts";
import { Denial } from "./denial.ts";

const Instant = Schema.Int;
/** What WebAuthn makes: bytes as base64url without padding, and no more than any key or certificate needs. */
const Made = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9_-]{1,32768}$/u, { expected: "bytes as base64url without padding" }),
);
const CredentialId = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9_-]{1,1400}$/u, { expected: "the id of a key, as base64url" }),
);

/** What is to be read before anybody has signed in. */
export const DeskView = Schema.Struct({
  officer: Schema.Int,
  demonstration: Schema.Boolean,
  /** Whether a key of the browser is enrolled. */
  hasKey: Schema.Boolean,
});
export type DeskView = typeof DeskView.Type;

/** Ed25519, ECDSA with P-256 and RSA, as COSE numbers them. */
export const keyAlgorithms = [-8, -7, -257] as const;

/** A key is to be made for this challenge. */
export const KeyAsked = Schema.Struct({
  id: Schema.String,
  challenge: Schema.String,
  rpId: Schema.String,
  userId: Schema.String,
  userName: Schema.String,
  /** Keys that are enrolled already. */
  known: Schema.Array(Schema.String),
});
export type KeyAsked = typeof KeyAsked.Type;

export const KeyMade = Schema.Struct({
  credentialId: CredentialId,
  clientData: Made,
  attestation: Made,
});
export type KeyMade = typeof KeyMade.Type;

/** A key is to prove that its owner is there. */
export const ProofAsked = Schema.Struct({
  id: Schema.String,
  challenge: Schema.String,
  rpId: Schema.String,
  known: Schema.Array(Schema.String),
});
export type ProofAsked = typeof ProofAsked.Type;

export const Proof = Schema.Struct({
  credentialId: CredentialId,
  clientData: Made,
  authenticatorData: Made,
  signature: Made,
});
export type Proof = typeof Proof.Type;

/** What a session is. */
export const SessionView = Schema.Struct({
  endsInMs: Schema.Int,
  /** Opened without a key, which only a demonstration allows. */
  keyless: Schema.Boolean,
});
export type SessionView = typeof SessionView.Type;

export const DeskSession = Schema.Struct({
  /** To be sent as `Authorization: Bearer TOKEN`. */
  token: Schema.String,
  ...SessionView.fields,
});
export type DeskSession = typeof DeskSession.Type;

export const DeskWindow = Schema.Struct({ venue: Schema.Int, fromMs: Instant, untilMs: Instant });
export type DeskWindow = typeof DeskWindow.Type;

/** Exactly the text that is signed; the challenge ends with its SHA-256. */
export const ToSign = Schema.Struct({
  caseId: Schema.String,
  text: Schema.String,
  ground: Schema.String,
  windows: Schema.Array(DeskWindow),
  asked: ProofAsked,
});
export type ToSign = typeof ToSign.Type;

/** Where a case stands after a step. */
export const StepDone = Schema.Struct({ caseId: Schema.String, state: DisclosureState });
export type StepDone = typeof StepDone.Type;

export const DeskCase = Schema.Struct({
  ...StepDone.fields,
  ground: Schema.String,
  requestedAtMs: Schema.NullOr(Instant),
  requestedBy: Schema.NullOr(Schema.Int),
  approvedBy: Schema.NullOr(Schema.Int),
  signedBy: Schema.Array(Schema.Int),
  denial: Schema.NullOr(Denial),
  lapsesAtMs: Schema.NullOr(Instant),
  answerEndsAtMs: Schema.NullOr(Instant),
  records: Schema.NullOr(Schema.Int),
  /** Places and times, where this officer may see them. */
  windows: Schema.NullOr(Schema.Array(DeskWindow)),
});
export type DeskCase = typeof DeskCase.Type;

export const DeskCases = Schema.Struct({ nowMs: Instant, cases: Schema.Array(DeskCase) });
export type DeskCases = typeof DeskCases.Type;
export const OneDeskCase = Schema.Struct({ nowMs: Instant, case: DeskCase });
export type OneDeskCase = typeof OneDeskCase.Type;

export const DeskAnswer = Schema.Struct({
  nowMs: Instant,
  caseId: Schema.String,
  endsAtMs: Schema.NullOr(Instant),
  waitingFor: Schema.Array(Schema.Int),
  refusedClaims: Schema.Int,
  visits: Schema.Array(
    Schema.Struct({
      /** Null where nobody stands behind a record any more. */
      phoneNumber: Schema.NullOr(Schema.String),
      venue: Schema.Int,
      scannedAtMs: Instant,
      issuer: Schema.Int,
      late: Schema.Boolean,
      disputed: Schema.Boolean,
    }),
  ),
  atTwoIssuers: Schema.Array(
    Schema.Struct({ phoneNumber: Schema.String, issuers: Schema.Array(Schema.Int) }),
  ),
  nobody: Schema.Int,
});
export type DeskAnswer = typeof DeskAnswer.Type;

/** A step of a case as it stands in a party's log, and what is wrong with that log, if anything is. */
export const LoggedStep = Schema.Struct({
  step: Schema.Literals(["approved", "released", "answered"]),
  party: Schema.String,
  atMs: Instant,
  /** Its place in the log, and of how many entries. */
  place: Schema.Int,
  entries: Schema.Int,
  /** The other parties that cosigned a log which holds it. */
  cosigners: Schema.Array(Schema.String),
  verified: Schema.Boolean,
  /** Stable codes of `entrylog audit`. */
  wrong: Schema.Array(Schema.String),
});
export type LoggedStep = typeof LoggedStep.Type;

export const LoggedSteps = Schema.Struct({
  steps: Schema.Array(LoggedStep),
  /** Logs in which something is wrong, or that could not be read. */
  doubtful: Schema.Array(Schema.Struct({ party: Schema.String, wrong: Schema.Array(Schema.String) })),
  /** Issuers to whom records were released, and whose logs show no answer to that release. */
  unanswered: Schema.Array(Schema.String),
});
export type LoggedSteps = typeof LoggedSteps.Type;
