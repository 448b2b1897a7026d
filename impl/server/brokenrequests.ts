// Answers what never becomes a request: headers too large or too slow, bytes that are no HTTP, a body that stalls.
// Node gives the bare connection for these; they too get a problem document, and then the connection ends.
// A connection that is gone already, that never came to a request, or that has begun to be answered, is only closed.
import type * as Http from "node:http";
import type { Duplex } from "node:stream";
import { Predicate } from "effect";
import { problem, problemBody, problemMediaType } from "../protocol/http/problem.ts";
import type { ProblemCode } from "../protocol/http/problemcodes.ts";

const codeOf: Readonly<Record<string, ProblemCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: "request-slow",
  HPE_HEADER_OVERFLOW: "headers-too-large",
};

const statusText: Readonly<Record<number, string>> = {
  400: "Bad Request",
  408: "Request Timeout",
  431: "Request Header Fields Too Large",
};

const rawAnswer = (code: ProblemCode): string => {
  const stated = problem(code);
  const body = JSON.stringify(problemBody(stated));
  return [
    `HTTP/1.1 ${String(stated.status)} ${statusText[stated.status] ?? "Error"}`,
    `content-type: ${problemMediaType}`,
    `content-length: ${String(Buffer.byteLength(body))}`,
    "connection: close",
    "",
    body,
  ].join("\r\n");
};

/** What Node says of a request, and not of a connection. */
const isOfRequest = (code: string): boolean => code.startsWith("HPE_") || code.startsWith("ERR_HTTP_");

const goneWithinMs = 1_000;

export const answerBrokenRequests = (server: Http.Server): void => {
  server.on("clientError", (error: unknown, socket: Duplex) => {
    const code = Predicate.hasProperty(error, "code") && typeof error.code === "string" ? error.code : "";
    // A handshake that failed or never ended has no connection through which anything could be answered.
    if (!isOfRequest(code) || !socket.writable) {
      socket.destroy();
      return;
    }
    socket.end(rawAnswer(codeOf[code] ?? "request-malformed"));
    // Whoever is slow to send may be slow to go, too.
    setTimeout(() => socket.destroy(), goneWithinMs).unref();
  });
};
