/**
 * One JSON request to a served party and its answer, as a phone, a door, a device or the office makes it, over plain HTTP or mutual TLS.
 * Conformance and load ask with it; it answers status, code and body, whatever they are, and rejects where nobody answers.
 * It looks at no certificate of a server: that callers pin it is tried elsewhere.
 */
import { Agent, request as plain, type RequestOptions } from "node:http";
import { Agent as SecureAgent, request as secure } from "node:https";
import { Schema } from "effect";
import type { TlsIdentity } from "../impl/server/identity.ts";

export interface Question {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  readonly token?: string | undefined;
  readonly identity?: Pick<TlsIdentity, "privateKeyPem" | "certificatePem"> | undefined;
  readonly body?: unknown;
  /** An address of this machine to ask from; any unless given. */
  readonly from?: string | undefined;
  readonly withinMs?: number | undefined;
}

export interface Replied {
  readonly status: number;
  /** The code of a problem document; empty where all went well. */
  readonly code: string;
  readonly body: unknown;
}

/** The connections that requests go over; they stay open from one to the next. */
export interface Connections {
  readonly plain: Agent;
  readonly secure: SecureAgent;
}

/** At most so many to one place under one identity; whoever finds none free waits for one. */
export const makeConnections = (most = Infinity): Connections => ({
  plain: new Agent({ keepAlive: true, maxSockets: most }),
  secure: new SecureAgent({ keepAlive: true, maxSockets: most }),
});

const waitsMostMs = 20_000;
const anyNumber = makeConnections();
const asJson = Schema.decodeUnknownSync(Schema.fromJsonString(Schema.Unknown));
const asProblem = Schema.decodeUnknownSync(Schema.Struct({ code: Schema.String }));

const repliedOf = (status: number, text: string): Replied => {
  const body = text === "" ? null : asJson(text);
  return { status, body, code: status >= 200 && status < 300 ? "" : asProblem(body).code };
};

export const exchange = (
  { method, url, token, identity, body, from, withinMs = waitsMostMs }: Question,
  connections = anyNumber,
): Promise<Replied> =>
  new Promise((resolve, reject) => {
    const sent = body === undefined ? "" : JSON.stringify(body);
    const isSecure = url.startsWith("https:");
    const options: RequestOptions = {
      method,
      agent: isSecure ? connections.secure : connections.plain,
      headers: {
        "content-type": "application/json",
        "content-length": Buffer.byteLength(sent),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(from === undefined ? {} : { localAddress: from }),
      signal: AbortSignal.timeout(withinMs),
    };
    const request = isSecure
      ? secure(url, {
          ...options,
          rejectUnauthorized: false,
          ...(identity === undefined ? {} : { key: identity.privateKeyPem, cert: identity.certificatePem }),
        })
      : plain(url, options);
    request.on("error", reject).on("response", (response) => {
      let text = "";
      response
        .setEncoding("utf8")
        .on("data", (chunk: string) => (text += chunk))
        .on("error", reject)
        .on("end", () => {
          try {
            resolve(repliedOf(response.statusCode ?? 0, text));
          } catch (cause) {
            reject(cause instanceof Error ? cause : new Error(String(cause)));
          }
        });
    });
    request.end(sent);
  });
