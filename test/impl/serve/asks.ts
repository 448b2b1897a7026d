// One request to a party for tests that ask as anybody: with a key, without one, with a token, over either listener.
// It answers status, headers and body, and keeps no connection, so that every request proves its key anew.
// The server's certificate is not looked at here; that callers pin it is tested beside the client.
import { request as plain, type IncomingHttpHeaders, type RequestOptions } from "node:http";
import { request as secure } from "node:https";
import type { TlsIdentity } from "../../../impl/server/identity.ts";

export interface Asked {
  readonly status: number;
  readonly contentType: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface Question {
  readonly url: string;
  readonly method?: string;
  readonly identity?: TlsIdentity | undefined;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Without an answer in this time the request ends; as long as it takes unless told otherwise. */
  readonly withinMs?: number;
}

export const ask = ({
  url,
  method = "GET",
  identity,
  headers = {},
  body = "",
  withinMs,
}: Question): Promise<Asked> =>
  new Promise((resolve, reject) => {
    const options: RequestOptions = {
      method,
      headers: { "content-type": "application/json", "content-length": Buffer.byteLength(body), ...headers },
      agent: false,
      ...(withinMs === undefined ? {} : { signal: AbortSignal.timeout(withinMs) }),
    };
    const request = url.startsWith("https:")
      ? secure(url, {
          ...options,
          rejectUnauthorized: false,
          ...(identity === undefined ? {} : { key: identity.privateKeyPem, cert: identity.certificatePem }),
        })
      : plain(url, options);
    request.on("response", (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => {
        resolve({
          status: response.statusCode ?? 0,
          contentType: response.headers["content-type"],
          headers: response.headers,
          body: text,
        });
      });
      response.on("error", reject);
    });
    request.on("error", reject);
    request.end(body);
  });
