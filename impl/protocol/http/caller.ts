// Who is asking, as a handler sees it: a party known by its key, a person by their session, a door by its key.
// Every endpoint of every party stands behind the middleware declared here; the servers implement it.
// It refuses to be skipped: a group without it has no caller to hand to its handlers.
import { Context } from "effect";
import { HttpApiMiddleware } from "./effecthttp.ts";
import { problemAnswers } from "./problem.ts";

export type Caller =
  /** Somebody at the public listener who showed nothing. */
  | { readonly kind: "anyone" }
  /** A person with a live session; the session's text id, never its token. */
  | { readonly kind: "person"; readonly session: string }
  /** The people of a venue, at their own door. */
  | { readonly kind: "door" }
  /** An officer at their own desk; the session that a key of their browser opened. */
  | { readonly kind: "desk"; readonly session: string }
  /** A key that this party has never been told of. */
  | { readonly kind: "stranger"; readonly key: Uint8Array }
  | { readonly kind: "issuer"; readonly number: number }
  | { readonly kind: "custodian" }
  | { readonly kind: "authority" }
  | { readonly kind: "board" }
  /** The national office that announces the crisis level and the daily figures. */
  | { readonly kind: "office" }
  | { readonly kind: "officer"; readonly number: number }
  | { readonly kind: "venue"; readonly number: number };

export type CallerKind = Caller["kind"];

export class CurrentCaller extends Context.Service<CurrentCaller, Caller>()(
  "entrylog/impl/protocol/http/CurrentCaller",
) {}

/**
 * Finds out who asks and whether the table lets them, before the body is read; turns every failure into a problem.
 * The errors are those of every address; the listener itself answers the ones that no handler gets to see.
 */
export class KnownCaller extends HttpApiMiddleware.Service<KnownCaller, { provides: CurrentCaller }>()(
  "entrylog/impl/protocol/http/KnownCaller",
  {
    error: problemAnswers(
      "input-invalid",
      "caller-unknown",
      "caller-not-allowed",
      "method-not-allowed",
      "request-slow",
      "body-too-large",
      "media-type-unsupported",
      "headers-too-large",
      "fault",
      "overloaded",
      "store-unavailable",
    ),
  },
) {}
