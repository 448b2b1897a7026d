// A phone network for tests: it takes the issuers' messages over HTTP and keeps the last one to each number.
// A test reads the inbox in its own process, and a program that a test starts reads it over HTTP.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Effect, Schema } from "effect";

/** `GET /phones/NUMBER` answers the last message to a number, and `inbox` has it too. */
export const openCarrier = Effect.acquireRelease(
  Effect.promise(async () => {
    const folder = mkdtempSync(join(tmpdir(), "entrylog-carrier-"));
    writeFileSync(join(folder, "secret"), "a secret of the carrier");
    const inbox = new Map<string, string>();
    const message = Schema.decodeUnknownSync(
      Schema.fromJsonString(Schema.Struct({ to: Schema.String, text: Schema.String })),
    );
    const server: Server = createServer((request, response) => {
      if (request.method === "GET") {
        const number = decodeURIComponent(request.url?.split("/").at(-1) ?? "");
        response.writeHead(200, { "content-type": "text/plain" }).end(inbox.get(number) ?? "");
        return;
      }
      let body = "";
      request.setEncoding("utf8").on("data", (chunk: string) => (body += chunk));
      request.on("end", () => {
        const { to, text } = message(body);
        inbox.set(to, text);
        response.writeHead(204).end();
      });
    });
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const url = `http://127.0.0.1:${String(address.port)}`;
    return {
      url,
      folder,
      inbox,
      server,
      sms: { url: `${url}/messages`, secretFile: `../../${basename(folder)}/secret` },
    };
  }),
  ({ folder, server }) =>
    Effect.promise(async () => {
      await new Promise((closed) => server.close(closed));
      rmSync(folder, { recursive: true, force: true });
    }),
);
