// What an officer's desk answers to its page: sign-in by a key of the browser, the steps of a case with the text that each one signs,
// what was found, and what stands in the logs. It is served on the officer's own machine, to the officer's browser.
// Nothing is signed or given for a session alone: each signature asks for the key again, over exactly the text that was shown.
import { Schema } from "effect";
import { vocabularies } from "../../../models/policy.ts";
import { DenialReason } from "../denial.ts";
import {
  DeskAnswer,
  DeskCases,
  DeskSession,
  DeskView,
  KeyAsked,
  KeyMade,
  LoggedSteps,
  OneDeskCase,
  Proof,
  ProofAsked,
  SessionView,
  StepDone,
  ToSign,
} from "../desk.ts";
import { CaseId, Window, windowsMost } from "./authority.ts";
import { KnownCaller } from "./caller.ts";
import { HttpApi, HttpApiEndpoint, HttpApiGroup, OpenApi } from "./effecthttp.ts";
import { problemAnswers } from "./problem.ts";

const AskedId = Schema.String.check(
  Schema.isPattern(/^[A-Za-z0-9_-]{22}$/u, { expected: "the id of what was asked for" }),
);
const Code = Schema.String.check(Schema.isMaxLength(40));

export const DeskDoor = HttpApiGroup.make("deskdoor")
  .add(
    HttpApiEndpoint.get("view", "/v1/desk", { success: DeskView }).annotate(
      OpenApi.Summary,
      "Whose desk this is, and how one may sign in",
    ),
    HttpApiEndpoint.post("enrol", "/v1/desk/enrolments", {
      payload: Schema.Struct({ code: Code }),
      success: KeyAsked,
      error: problemAnswers("desk-code-wrong", "desk-code-spent"),
    }).annotate(OpenApi.Summary, "Asks for the first key, with the code that the desk printed"),
    HttpApiEndpoint.post("enrolled", "/v1/desk/enrolments/:id", {
      params: { id: AskedId },
      payload: KeyMade,
      success: DeskSession,
      error: problemAnswers("desk-code-spent", "desk-key-wrong", "desk-asked-unknown"),
    }).annotate(OpenApi.Summary, "Keeps the first key, and signs in"),
    HttpApiEndpoint.post("signIn", "/v1/desk/sign-ins", {
      success: ProofAsked,
      error: problemAnswers("desk-key-absent"),
    }).annotate(OpenApi.Summary, "Asks for the proof of an enrolled key"),
    HttpApiEndpoint.post("signedIn", "/v1/desk/sign-ins/:id", {
      params: { id: AskedId },
      payload: Proof,
      success: DeskSession,
      error: problemAnswers("desk-key-wrong", "desk-asked-unknown"),
    }).annotate(OpenApi.Summary, "Signs in with the proof"),
    HttpApiEndpoint.post("withoutKey", "/v1/desk/demonstrations", {
      success: DeskSession,
      error: problemAnswers("desk-demonstration-only"),
    }).annotate(OpenApi.Summary, "Signs in without a key, in a demonstration alone"),
  )
  .annotate(OpenApi.Description, "The door of an officer's desk.")
  .middleware(KnownCaller);

const params = { id: CaseId };
const far = problemAnswers(
  "not-found",
  "not-allowed",
  "officers-too-few",
  "officer-declined",
  "officer-unlisted",
  "peer-unavailable",
);

export const Desk = HttpApiGroup.make("desk")
  .add(
    HttpApiEndpoint.get("session", "/v1/desk/session", { success: SessionView }).annotate(
      OpenApi.Summary,
      "For how long this session goes on",
    ),
    HttpApiEndpoint.delete("signOut", "/v1/desk/session", {
      success: Schema.Struct({ ended: Schema.Literal(true) }),
    }).annotate(OpenApi.Summary, "Ends the session"),
    HttpApiEndpoint.post("addKey", "/v1/desk/keys", {
      success: KeyAsked,
      error: problemAnswers("desk-demonstration-only"),
    }).annotate(OpenApi.Summary, "Asks for a further key"),
    HttpApiEndpoint.post("keyAdded", "/v1/desk/keys/:id", {
      params: { id: AskedId },
      payload: KeyMade,
      success: Schema.Struct({ keys: Schema.Int }),
      error: problemAnswers("desk-key-wrong", "desk-asked-unknown"),
    }).annotate(OpenApi.Summary, "Keeps a further key"),
    HttpApiEndpoint.get("list", "/v1/desk/cases", { success: DeskCases, error: far }).annotate(
      OpenApi.Summary,
      "The newest cases, as this officer may see them",
    ),
    HttpApiEndpoint.get("read", "/v1/desk/cases/:id", { params, success: OneDeskCase, error: far }).annotate(
      OpenApi.Summary,
      "One case",
    ),
    HttpApiEndpoint.get("steps", "/v1/desk/cases/:id/steps", {
      params,
      success: LoggedSteps,
    }).annotate(
      OpenApi.Summary,
      "The steps of a case in the parties' logs, verified against the pinned cards",
    ),
    HttpApiEndpoint.get("answer", "/v1/desk/cases/:id/answer", {
      params,
      success: DeskAnswer,
      error: far,
    }).annotate(OpenApi.Summary, "What the issuers answered, opened here with the officer's key"),
  )
  .add(
    HttpApiEndpoint.post("request", "/v1/desk/cases", {
      payload: Schema.Struct({
        ground: Schema.Literals(vocabularies.ground),
        windows: Schema.Array(Window).check(Schema.isMaxLength(windowsMost)),
      }),
      success: ToSign,
      error: far,
    }).annotate(OpenApi.Summary, "Opens a case, and answers the text that asking for it signs"),
    HttpApiEndpoint.post("approve", "/v1/desk/cases/:id/approval", {
      params,
      success: ToSign,
      error: far,
    }).annotate(OpenApi.Summary, "The text that approving a case signs"),
    HttpApiEndpoint.post("share", "/v1/desk/cases/:id/shares", {
      params,
      success: ToSign,
      error: far,
    }).annotate(OpenApi.Summary, "The text for which the key is asked before shares are given"),
    HttpApiEndpoint.post("sign", "/v1/desk/signatures/:id", {
      params: { id: AskedId },
      payload: Schema.Struct({ proof: Schema.NullOr(Proof) }),
      success: StepDone,
      error: [...far, ...problemAnswers("desk-key-wrong", "desk-asked-unknown")],
    }).annotate(OpenApi.Summary, "Takes the step whose text was shown, with the key's proof over that text"),
    HttpApiEndpoint.post("deny", "/v1/desk/cases/:id/denial", {
      params,
      payload: Schema.Struct({ reason: DenialReason }),
      success: ToSign,
      error: far,
    }).annotate(
      OpenApi.Summary,
      "The text for which the key is asked before a case is denied, with a reason",
    ),
    HttpApiEndpoint.post("close", "/v1/desk/cases/:id/close", {
      params,
      success: ToSign,
      error: far,
    }).annotate(
      OpenApi.Summary,
      "The text for which the key is asked before a case is closed and what it learned is erased",
    ),
  )
  .annotate(OpenApi.Description, "The desk of an officer who has signed in.")
  .middleware(KnownCaller);

export const deskApi = HttpApi.make("entrylog").add(DeskDoor, Desk);
