// The codes of problems that are no refusals of the law: each with its HTTP status, one sentence and what to do.
// Servers answer with them and clients, pages and scripts decide by them, so a code never changes its meaning.
// Refusals of the law keep their own codes and words; this table refuses to repeat one.
import { rosterProblems } from "../rosterrefused.ts";

interface ProblemWords {
  readonly status: number;
  readonly detail: string;
  readonly advice: string;
}

export const problemCodes = {
  ...rosterProblems,
  "input-invalid": {
    status: 400,
    detail: "What was sent is not what this address takes.",
    advice: "Correct the places listed in `errors`; /openapi.json says what is taken.",
  },
  "request-malformed": {
    status: 400,
    detail: "The request is not well-formed HTTP.",
    advice: "Send it again as HTTP/1.1 with correct headers.",
  },
  "phone-invalid": {
    status: 400,
    detail: "This is no mobile number of Korea.",
    advice: "Send one such as 010-1234-5678 or +82 10 1234 5678.",
  },
  "session-unknown": {
    status: 401,
    detail: "This session has ended, or never was.",
    advice: "Open a new session; a number that was verified on another device has to be verified here again.",
  },
  "sessions-exceeded": {
    status: 429,
    detail: "Too many sessions were opened from this network.",
    advice: "Ask again after the time in Retry-After.",
  },
  "notice-unknown": {
    status: 409,
    detail: "The hash is not that of the notice in force.",
    advice: "Read GET /v1/notice again, show it, and agree to its hash.",
  },
  "consent-record-absent": {
    status: 404,
    detail: "No consent of this session is on record.",
    advice: "Agree to the notice first; a receipt comes with it.",
  },
  "guardian-same-number": {
    status: 409,
    detail: "The guardian’s number is that of the one who asks.",
    advice: "Give the number of the guardian's own phone.",
  },
  "children-refused": {
    status: 403,
    detail: "This issuer does not serve people under 14.",
    advice: "Use another issuer, or another way such as the paper list.",
  },
  "code-wrong": {
    status: 422,
    detail: "The code is not the one that was sent.",
    advice: "Type it again as it stands in the message; the tries are counted.",
  },
  "sms-unavailable": {
    status: 503,
    detail: "Messages cannot be sent at the moment; nothing counts as sent.",
    advice: "Ask again after the time in Retry-After; passes are issued all the same.",
  },
  "caller-unknown": {
    status: 401,
    detail: "This server does not know who is asking.",
    advice: "Present what identifies the caller: a known key, a session's token, or the door key.",
  },
  "caller-not-allowed": {
    status: 403,
    detail: "This caller may not ask for this.",
    advice: "The table of callers says who may; ask as one of them.",
  },
  "host-unknown": {
    status: 421,
    detail: "This desk is not served under the name that was asked for.",
    advice: "Open the address that `entrylog officer desk` printed.",
  },
  "desk-session-ended": {
    status: 401,
    detail: "The session at this desk has ended, or never was.",
    advice: "Sign in again.",
  },
  "desk-code-wrong": {
    status: 422,
    detail: "This is not the code that the desk printed.",
    advice: "Type it as it stands in the desk's terminal.",
  },
  "desk-code-spent": {
    status: 409,
    detail: "No code of this desk can be used any more.",
    advice: "Sign in with the key that is enrolled, or start the desk again for a new code.",
  },
  "desk-key-absent": {
    status: 409,
    detail: "No key is enrolled at this desk.",
    advice: "Enrol one with the code in the desk's terminal.",
  },
  "desk-key-wrong": {
    status: 422,
    detail: "The key did not prove what was asked for.",
    advice: "Try again with a key that is enrolled here, over the text that is shown.",
  },
  "desk-asked-unknown": {
    status: 409,
    detail: "What this proof answers was not asked, was answered already, or is too old.",
    advice: "Begin this step again.",
  },
  "desk-demonstration-only": {
    status: 403,
    detail: "This desk is not a demonstration, or this session has no key.",
    advice: "Sign in with a key.",
  },
  "officer-declined": {
    status: 409,
    detail: "What another party sent is not what it says it is.",
    advice: "Nothing was signed, given or believed; tell the administrator.",
  },
  "officer-unlisted": {
    status: 403,
    detail: "The authority does not know this officer's key.",
    advice: "Ask the keeper of the roster whether this officer still stands.",
  },
  "not-found": {
    status: 404,
    detail: "There is nothing at this address.",
    advice: "Look at /docs for the addresses of this server.",
  },
  "method-not-allowed": {
    status: 405,
    detail: "This address is not asked in this way.",
    advice: "Use one of the methods in the header Allow.",
  },
  "request-slow": {
    status: 408,
    detail: "The request took too long to arrive.",
    advice: "Send the whole request without pausing.",
  },
  "body-too-large": {
    status: 413,
    detail: "The body is larger than this server takes.",
    advice: "Send less at once.",
  },
  "media-type-unsupported": {
    status: 415,
    detail: "The body is of a kind that this address does not take.",
    advice: "Send application/json.",
  },
  "requests-exceeded": {
    status: 429,
    detail: "Too many requests of this kind have come from this caller or network within a minute.",
    advice: "Ask again after the time in Retry-After.",
  },
  "headers-too-large": {
    status: 431,
    detail: "The headers are larger than this server takes.",
    advice: "Send fewer or shorter headers.",
  },
  "board-unknown": {
    status: 404,
    detail: "This issuer knows no board whose figures it could show.",
    advice: "Ask a board itself; check-in works all the same.",
  },
  "checkpoint-malformed": {
    status: 400,
    detail: "This is no request of a log to its witness.",
    advice: "Send it in the form of c2sp.org/tlog-witness.",
  },
  "checkpoint-unsigned": {
    status: 403,
    detail: "The checkpoint is not signed under the key that this witness has pinned for its log.",
    advice: "Sign it with the key on the log's card.",
  },
  "log-unknown": {
    status: 404,
    detail: "This witness has pinned no log of that origin.",
    advice: "Have its administrator add the log's card.",
  },
  "log-inconsistent": {
    status: 422,
    detail: "The checkpoint does not continue what this witness has cosigned before.",
    advice: "Send the right proof; a log that took something back is cosigned by nobody again.",
  },
  "proof-unavailable": {
    status: 503,
    detail: "Too few other parties have cosigned this party's log.",
    advice: "Ask again after the time in Retry-After; it is safe to ask twice.",
  },
  fault: {
    status: 500,
    detail: "This is a fault of the server, not of the request.",
    advice: "Ask again later; the operator finds the reason in the log.",
  },
  "upgrade-refused": {
    status: 400,
    detail: "This server speaks plain HTTP and changes to no other protocol.",
    advice: "Send the request without the header Upgrade.",
  },
  overloaded: {
    status: 503,
    detail: "Too many requests are waiting.",
    advice: "Ask again after the time in Retry-After; nothing of this request was stored.",
  },
  "not-ready": {
    status: 503,
    detail: "This server runs, but cannot serve yet.",
    advice: "Ask again after the time in Retry-After.",
  },
  stopping: {
    status: 503,
    detail: "This server is stopping.",
    advice: "Ask again after the time in Retry-After.",
  },
  "store-unavailable": {
    status: 503,
    detail: "This server cannot reach or write its store.",
    advice: "Ask again after the time in Retry-After; nothing of this request was stored.",
  },
  "peer-unavailable": {
    status: 503,
    detail: "Another party that this answer needs cannot be reached.",
    advice: "Ask again after the time in Retry-After; it is safe to ask twice.",
  },
} as const satisfies Readonly<Record<string, ProblemWords>>;

export type ProblemCode = keyof typeof problemCodes;

/** After how many seconds to ask again, by status: what is counted within a minute is surely forgotten after it. */
export const retryAfterSeconds: Readonly<Record<number, number>> = { 429: 60, 503: 1 };
