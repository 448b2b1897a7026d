// What an issuer answers to people at its public listener: a session for a number, the notice and the consent, a code by SMS,
// passes, and the person's own questions. A session's bearer token says who asks; nothing here takes or tells a place.
// Every refusal is a problem document with a stable code: the law's own codes, or those of problemcodes.ts.
import { Schema } from "effect";
import { bindingBytes } from "../challengetext.ts";
import { SignedReceipt } from "../consentreceipt.ts";
import { AccountView, Disclosures } from "./accountview.ts";
import { bytesOf } from "./bytes.ts";
import { KnownCaller } from "./caller.ts";
import { HttpApi, HttpApiEndpoint, HttpApiGroup, OpenApi } from "./effecthttp.ts";
import {
  ClosedSession,
  ConfirmedByGuardian,
  NoticeHash,
  NoticeInForce,
  OpenedSession,
  PassToShow,
  SentCode,
  Verified,
} from "./peopleanswers.ts";
import { problemAnswers } from "./problem.ts";

const typedMost = 40;

/** A number as a person types it: 010-1234-5678, +82 10 1234 5678, 01012345678 are one. */
const TypedPhone = Schema.String.check(Schema.isMaxLength(typedMost));
const Code = Schema.String.check(
  Schema.isPattern(/^\d{1,12}$/u, { expected: "the figures of the code, such as 012345" }),
);
export const Sessions = HttpApiGroup.make("sessions")
  .add(
    HttpApiEndpoint.post("open", "/v1/sessions", {
      payload: Schema.Struct({ phone: TypedPhone }),
      success: OpenedSession,
      error: problemAnswers("phone-invalid", "sessions-exceeded"),
    })
      .annotate(OpenApi.Summary, "Opens a session for a phone number")
      .annotate(
        OpenApi.Description,
        "It proves nothing yet: a code sent to the number does. When it does, other sessions of the number end.",
      ),
    HttpApiEndpoint.delete("close", "/v1/sessions/current", {
      success: ClosedSession,
      error: problemAnswers("session-unknown"),
    })
      .annotate(OpenApi.Summary, "Ends this session")
      .annotate(
        OpenApi.Description,
        "What was verified stays for tracing until it ends by itself; withdraw to destroy it.",
      ),
  )
  .annotate(OpenApi.Description, "Sessions of people.")
  .middleware(KnownCaller);

export const Notices = HttpApiGroup.make("notices")
  .add(
    HttpApiEndpoint.get("inForce", "/v1/notice", {
      success: NoticeInForce,
    })
      .annotate(OpenApi.Summary, "The personal-information notice in force, in Korean and English")
      .annotate(
        OpenApi.Description,
        "Its hash is the SHA-256 of the notice as one line of JSON, fields in this order.",
      ),
  )
  .annotate(OpenApi.Description, "What people agree to.")
  .middleware(KnownCaller);

const Receipt = SignedReceipt.annotate({
  description: "A consent receipt after ISO/IEC TS 27560:2023, with the fields of Kantara 1.1, signed",
});

export const People = HttpApiGroup.make("people")
  .add(
    HttpApiEndpoint.post("agree", "/v1/consent", {
      payload: Schema.Struct({
        /** The hash of the notice that was shown. */
        notice: NoticeHash,
        /** One yes or no: whether the person is under 14. */
        under14: Schema.Boolean,
      }),
      success: Receipt,
      error: problemAnswers(
        "notice-unknown",
        "children-refused",
        "guardian-required",
        "collection-suspended",
        "session-unknown",
      ),
    }).annotate(OpenApi.Summary, "Agrees to the notice in force; answers the receipt"),
    HttpApiEndpoint.delete("withdraw", "/v1/consent", {
      success: Schema.Struct({ receipt: Schema.NullOr(Receipt) }),
      error: problemAnswers("account-unknown", "session-unknown"),
    })
      .annotate(OpenApi.Summary, "Withdraws: ends the account and what ties earlier passes to the person")
      .annotate(
        OpenApi.Description,
        "On a verified session every account of the number ends; on another only this session's.",
      ),
    HttpApiEndpoint.get("receipt", "/v1/consent/receipt", {
      success: Receipt,
      error: problemAnswers("consent-record-absent", "session-unknown"),
    }).annotate(OpenApi.Summary, "A receipt for the last consent of this session"),
    HttpApiEndpoint.post("sendCode", "/v1/codes", {
      success: SentCode,
      error: problemAnswers(
        "consent-required",
        "collection-suspended",
        "sends-exceeded",
        "code-locked",
        "sms-unavailable",
        "session-unknown",
      ),
    }).annotate(OpenApi.Summary, "Sends a code to the number of this session"),
    HttpApiEndpoint.post("verify", "/v1/verification", {
      payload: Schema.Struct({ code: Code }),
      success: Verified,
      error: problemAnswers(
        "code-wrong",
        "code-not-sent",
        "code-locked",
        "consent-required",
        "collection-suspended",
        "session-unknown",
      ),
    })
      .annotate(OpenApi.Summary, "Types the code: the number is verified on this session")
      .annotate(
        OpenApi.Description,
        "Other sessions of the number end at once, and the number is told by SMS.",
      ),
    HttpApiEndpoint.post("sendGuardianCode", "/v1/guardian/codes", {
      payload: Schema.Struct({ phone: TypedPhone }),
      success: SentCode,
      error: problemAnswers(
        "phone-invalid",
        "guardian-same-number",
        "children-refused",
        "sends-exceeded",
        "code-locked",
        "sms-unavailable",
        "session-unknown",
      ),
    })
      .annotate(OpenApi.Summary, "Sends a code to a guardian's own number, which is kept nowhere after")
      .annotate(OpenApi.Description, "For people under 14, where the issuer asks a guardian."),
    HttpApiEndpoint.post("confirmGuardian", "/v1/guardian/confirmation", {
      payload: Schema.Struct({ code: Code }),
      success: ConfirmedByGuardian,
      error: problemAnswers("code-wrong", "code-not-sent", "code-locked", "session-unknown"),
    }).annotate(OpenApi.Summary, "The guardian's code: a consent may now be given for this session"),
    HttpApiEndpoint.post("pass", "/v1/passes", {
      payload: Schema.Struct({
        /** The first 8 bytes of the phone's hash of a venue's challenge; it tells no place. */
        challenge: Schema.optionalKey(bytesOf(bindingBytes)),
      }),
      success: PassToShow,
      error: problemAnswers(
        "consent-required",
        "consent-outdated",
        "verification-required",
        "verification-expired",
        "passes-exceeded",
        "collection-suspended",
        "session-unknown",
      ),
    }).annotate(OpenApi.Summary, "A pass, to be shown at once"),
    HttpApiEndpoint.get("account", "/v1/account", {
      success: AccountView,
      error: problemAnswers("session-unknown"),
    }).annotate(OpenApi.Summary, "What do you hold about me? Everything, in words and as data"),
    HttpApiEndpoint.get("disclosures", "/v1/account/disclosures", {
      success: Disclosures,
      error: problemAnswers("session-unknown"),
    }).annotate(OpenApi.Summary, "Was I ever disclosed? The cases, when, and how many records"),
  )
  .annotate(OpenApi.Description, "For people, on their session.")
  .middleware(KnownCaller);

export const peopleApi = HttpApi.make("entrylog").add(Sessions, Notices, People);
