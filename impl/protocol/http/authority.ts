// What the authority answers: officers open, sign, approve, deny and close cases, fetch what was released to re-seal their
// shares, and read the sealed answers; everybody may read the yearly counts. What only an officer may read passes through
// sealed. Every step is safe to repeat: a lost answer is asked for again, and nothing happens twice.
import { Schema } from "effect";
import { vocabularies } from "../../../models/policy.ts";
import { DisclosureState } from "../../generated/schemas.ts";
import { Denial, DenialReason } from "../denial.ts";
import { firstYear, lastYear, PublicReport, YearlyCounts } from "../publicreport.ts";
import { bytesOf, bytesUpTo, Bytes } from "./bytes.ts";
import { KnownCaller } from "./caller.ts";
import { HttpApi, HttpApiEndpoint, HttpApiGroup, OpenApi } from "./effecthttp.ts";
import { problemAnswers } from "./problem.ts";

const Instant = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 2 ** 47 }));
const Officer = Schema.Int;
const IssuerNumber = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 255 }));
/** A few more than a case may have, so that the law says what is too much. */
export const windowsMost = 64;
const resealedBytesMost = 2_097_152;

export const CaseId = Schema.String.check(
  Schema.isPattern(/^[0-9A-Za-z-]{1,64}$/u, { expected: "the id of a case, such as case-1" }),
);

export const Window = Schema.Struct({
  venue: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 4_294_967_295 })),
  fromMs: Instant,
  untilMs: Instant,
});

/** A case as one officer may see it: the text and its windows only as long as they have to decide, or of their own case. */
export const CaseView = Schema.Struct({
  caseId: CaseId,
  state: DisclosureState,
  ground: Schema.String,
  requestedAtMs: Schema.NullOr(Schema.Int),
  requestedBy: Schema.NullOr(Officer),
  approvedBy: Schema.NullOr(Officer),
  signedBy: Schema.Array(Officer),
  /** Who denied it, and why. */
  denial: Schema.NullOr(Denial),
  lapsesAtMs: Schema.NullOr(Schema.Int),
  answerEndsAtMs: Schema.NullOr(Schema.Int),
  records: Schema.NullOr(Schema.Int),
  refusedClaims: Schema.NullOr(Schema.Int),
  windows: Schema.NullOr(Schema.Array(Window)),
  caseText: Schema.NullOr(Bytes),
});
export type CaseView = typeof CaseView.Type;

const Approval = Schema.Struct({ approvedAtMs: Instant, signature: bytesOf(64) });
const Done = Schema.Struct({ caseId: CaseId, state: DisclosureState });
const params = { id: CaseId };

const Place = Schema.Struct({
  recordHash: bytesOf(32),
  venue: Schema.Int,
  scannedAtMs: Schema.Int,
  late: Schema.Boolean,
  disputed: Schema.Boolean,
});

export const Release = Schema.Struct({
  caseId: CaseId,
  caseText: Bytes,
  /** Opens the commitment in the authority's log. */
  scopeSalt: Bytes,
  /** One for each issuer that has not answered, as protocol/releasedpart.ts writes it. */
  parts: Schema.Array(Bytes),
});

export const Answers = Schema.Struct({
  caseId: CaseId,
  /** Issuers that have not answered; an answer is read when all have. */
  waitingFor: Schema.Array(IssuerNumber),
  refusedClaims: Schema.Int,
  answers: Schema.Array(
    Schema.Struct({ issuer: IssuerNumber, release: Bytes, answer: Bytes, places: Schema.Array(Place) }),
  ),
});

const opening = problemAnswers("not-found", "not-allowed", "officers-too-few", "case-same-officer");
const asking = problemAnswers(
  "not-found",
  "not-allowed",
  "officers-too-few",
  "case-unlogged",
  "release-forged",
  "proof-unavailable",
  "peer-unavailable",
);

export const Cases = HttpApiGroup.make("cases")
  .add(
    HttpApiEndpoint.post("open", "/v1/cases", {
      payload: Schema.Struct({
        ground: Schema.Literals(vocabularies.ground),
        windows: Schema.Array(Window).check(Schema.isMaxLength(windowsMost)),
      }),
      success: Schema.Struct({ caseId: CaseId, caseText: Bytes }),
      error: problemAnswers("not-allowed", "officers-too-few", "case-without-ground", "case-window-exceeded"),
    }).annotate(OpenApi.Summary, "Opens a case; its text is to be signed by the officer who asks"),
    HttpApiEndpoint.get("list", "/v1/cases", {
      success: Schema.Struct({ cases: Schema.Array(CaseView) }),
    }).annotate(OpenApi.Summary, "The newest cases, without the places of other officers' cases"),
    HttpApiEndpoint.get("read", "/v1/cases/:id", {
      params,
      success: CaseView,
      error: problemAnswers("not-found"),
    }).annotate(OpenApi.Summary, "One case, as this officer may see it"),
    HttpApiEndpoint.post("sign", "/v1/cases/:id/signature", {
      params,
      payload: Approval,
      success: Done,
      error: opening,
    }).annotate(OpenApi.Summary, "The officer who asked signs the text and the instant"),
    HttpApiEndpoint.post("approve", "/v1/cases/:id/approval", {
      params,
      payload: Approval,
      success: Done,
      error: opening,
    }).annotate(OpenApi.Summary, "Another officer signs the same text with their own instant"),
    HttpApiEndpoint.post("deny", "/v1/cases/:id/denial", {
      params,
      payload: Schema.Struct({ reason: DenialReason }),
      success: Done,
      error: opening,
    }).annotate(OpenApi.Summary, "An officer denies the case, for one of a few listed reasons"),
  )
  .add(
    HttpApiEndpoint.get("release", "/v1/cases/:id/release", { params, success: Release, error: asking })
      .annotate(OpenApi.Summary, "What the custodian released, for an officer of the case")
      .annotate(OpenApi.Description, "The custodian is asked when it has not been; asking again is safe."),
    HttpApiEndpoint.post("shares", "/v1/cases/:id/shares", {
      params,
      payload: Schema.Struct({
        shares: Schema.Array(
          Schema.Struct({ issuer: IssuerNumber, resealed: bytesUpTo(resealedBytesMost) }),
        ).check(Schema.isMaxLength(16)),
      }),
      success: Schema.Struct({ people: Schema.Int, waitingFor: Schema.Array(IssuerNumber) }),
      error: asking,
    })
      .annotate(OpenApi.Summary, "One officer's shares, re-sealed to the issuers and bound to the case")
      .annotate(OpenApi.Description, "The issuers are asked as soon as enough officers have given theirs."),
    HttpApiEndpoint.get("answer", "/v1/cases/:id/answer", { params, success: Answers, error: asking })
      .annotate(OpenApi.Summary, "The issuers' answers, sealed to this officer")
      .annotate(OpenApi.Description, "Issuers that did not answer before are asked again first."),
    HttpApiEndpoint.post("close", "/v1/cases/:id/close", {
      params,
      success: Done,
      error: problemAnswers("not-found", "not-allowed"),
    }).annotate(OpenApi.Summary, "Closes the case, and erases what it learned"),
  )
  .annotate(OpenApi.Description, "For officers, each with a key of their own.")
  .middleware(KnownCaller);

const Year = Schema.FiniteFromString.check(Schema.isBetween({ minimum: firstYear, maximum: lastYear }));

export const Statistics = HttpApiGroup.make("statistics")
  .add(
    HttpApiEndpoint.get("ofYear", "/v1/statistics", {
      query: { year: Year },
      success: YearlyCounts,
    }).annotate(
      OpenApi.Summary,
      "How many cases a year had, how they ended, and how many records they touched",
    ),
  )
  .annotate(OpenApi.Description, "For everybody: the yearly report on such processing (clause F13).")
  .middleware(KnownCaller);

export const PublicReports = HttpApiGroup.make("report")
  .add(
    HttpApiEndpoint.get("report", "/v1/report", {
      query: { year: Schema.optionalKey(Year) },
      success: PublicReport,
      error: problemAnswers("store-unavailable"),
    }).annotate(
      OpenApi.Summary,
      "The counts of a year, this one unless told otherwise, and where the log stands",
    ),
  )
  .annotate(OpenApi.Description, "For everybody: what the authority's page shows.")
  .middleware(KnownCaller);

export const casesApi = HttpApi.make("entrylog").add(Cases);
export const statisticsApi = HttpApi.make("entrylog").add(Statistics, PublicReports);
