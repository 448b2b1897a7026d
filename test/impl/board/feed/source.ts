// A source on this machine for tests: files by their paths, or whatever a test wants a server to do that is slow, broken or gone.
// It counts what it was asked, and closes with the scope.
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { Effect, type Scope } from "effect";

export type Answering = (response: ServerResponse, request: IncomingMessage) => void;

/** Sent as a file is. */
export const file =
  (text: string): Answering =>
  (response) => {
    response.writeHead(200, { "content-type": "text/csv; charset=utf-8" }).end(text);
  };

export interface Source {
  readonly url: string;
  /** By path; everything else is not found. */
  readonly files: Map<string, Answering>;
  readonly asked: string[];
}

export const openSource: Effect.Effect<Source, never, Scope.Scope> = Effect.map(
  Effect.acquireRelease(
    Effect.callback<Source & { readonly close: () => void }>((resume) => {
      const files = new Map<string, Answering>();
      const asked: string[] = [];
      const server = createServer((request, response) => {
        const path = request.url ?? "";
        asked.push(path);
        const answering = files.get(path);
        if (answering === undefined) response.writeHead(404).end("404: Not Found");
        else answering(response, request);
      });
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        const port = typeof address === "object" && address !== null ? address.port : 0;
        const close = () => {
          server.closeAllConnections();
          server.close();
        };
        resume(Effect.succeed({ url: `http://127.0.0.1:${String(port)}`, files, asked, close }));
      });
    }),
    ({ close }) => Effect.sync(close),
  ),
  ({ url, files, asked }) => ({ url, files, asked }),
);
