// The headers that come with every answer of a listener, where it has not said otherwise itself: that browsers keep no copy,
// guess no type, and let no other site embed or frame it. Pages bring stricter ones of their own.
// No answer ever names another origin that may read it: there are no headers of CORS, and so no foreign page can ask.
import { HttpServerResponse } from "../protocol/http/effecthttp.ts";

/** By name. */
export const guards = {
  "cache-control": "no-store",
  "content-security-policy": "frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
} as const;

export const guarded = (
  response: HttpServerResponse.HttpServerResponse,
): HttpServerResponse.HttpServerResponse =>
  HttpServerResponse.setHeaders(response, { ...guards, ...response.headers });
