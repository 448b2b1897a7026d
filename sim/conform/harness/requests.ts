/**
 * One JSON request to a served party, as a phone, a door or the office makes it, over plain HTTP or mutual TLS.
 * It answers status and body, whatever they are; the harness puts them into the words of the contract.
 * It looks at no certificate of a server: that callers pin it is not what is tried here.
 */
import { Agent, request as plain, type RequestOptions } from "node:http";
import { Agent as SecureAgent, request as secure } from "node:https";
import { Effect, Schema } from "effect";
import type { TlsIdentity } from "../../../impl/server/identity.ts";

export interface Question {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly url: string;
  readonly token?: string | undefined;
  readonly identity?: TlsIdentity | undefined;
  readonly body?: unknown;
}

export interface Replied {
  readonly status: number;
  /** The code of a problem document; empty where all went well. */
  readonly code: string;
  readonly body: unknown;
}

const waitsMostMs = 20_000;
const agents = { plain: new Agent({ keepAlive: true }), secure: new SecureAgent({ keepAlive: true }) };
const asJson = Schema.decodeUnknownSync(Schema.fromJsonString(Schema.Unknown));
const asProblem = Schema.decodeUnknownSync(Schema.Struct({ code: Schema.String }));

const repliedOf = (status: number, text: string): Replied => {
  const body = text === "" ? null : asJson(text);
  return { status, body, code: status >= 200 && status < 300 ? "" : asProblem(body).code };
};

/** Dies when nobody answers, or with something else than JSON: a system that breaks differs. */
export const ask = ({ method, url, token, identity, body }: Question): Effect.Effect<Replied> =>
  Effect.promise(
    () =>
      new Promise<Replied>((resolve, reject) => {
        const sent = body === undefined ? "" : JSON.stringify(body);
        const isSecure = url.startsWith("https:");
        const options: RequestOptions = {
          method,
          agent: isSecure ? agents.secure : agents.plain,
          headers: {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(sent),
            ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          },
          signal: AbortSignal.timeout(waitsMostMs),
        };
        const request = isSecure
          ? secure(url, {
              ...options,
              rejectUnauthorized: false,
              ...(identity === undefined
                ? {}
                : { key: identity.privateKeyPem, cert: identity.certificatePem }),
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
      }),
  );
