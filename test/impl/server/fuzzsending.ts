// Sends what was drawn over a real socket, as it is: headers twice, bodies that stop half-way, paths that are no words.
// It answers what came back, or nothing where the connection was cut on purpose.
import { request as plain } from "node:http";
import { request as secure } from "node:https";
import type { TlsIdentity } from "../../../impl/server/identity.ts";
import type { Asked } from "../serve/asks.ts";

export interface Sending {
  readonly url: string;
  readonly method: string;
  /** Name and value by turns. */
  readonly headers: readonly string[];
  readonly body: Buffer;
  readonly identity: TlsIdentity | undefined;
  readonly isTruncated: boolean;
}

export const send = ({
  url,
  method,
  headers,
  body,
  identity,
  isTruncated,
}: Sending): Promise<Asked | undefined> =>
  new Promise((resolve, reject) => {
    const own = ["host", new URL(url).host, "content-length", String(body.length + (isTruncated ? 10 : 0))];
    const options = { method, headers: [...own, ...headers], agent: false as const };
    const key = identity === undefined ? {} : { key: identity.privateKeyPem, cert: identity.certificatePem };
    const request = url.startsWith("https:")
      ? secure(url, { ...options, rejectUnauthorized: false, ...key })
      : plain(url, options);
    let isAnswered = false;
    request.on("response", (response) => {
      isAnswered = true;
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
    request.on("error", (error) => {
      if (isTruncated) resolve(undefined);
      else if (!isAnswered) reject(error);
    });
    if (!isTruncated) {
      request.end(body);
      return;
    }
    request.write(body.length === 0 ? " " : body, () => {
      if (!isAnswered) request.destroy();
    });
    request.on("close", () => {
      resolve(undefined);
    });
  });
