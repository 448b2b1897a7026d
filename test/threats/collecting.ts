// A small HTTP server that takes whatever is posted to it and keeps it: as a carrier it has the messages of the phones, as a collector
// of telemetry all that a party exports. It answers everything with an empty 200.
import { createServer } from "node:http";
import { Effect, type Scope } from "effect";

export interface Collected {
  readonly url: string;
  /** Every body, as it came. */
  readonly bodies: Buffer[];
}

export const openCollector: Effect.Effect<Collected, never, Scope.Scope> = Effect.map(
  Effect.acquireRelease(
    Effect.callback<Collected & { readonly close: () => void }>((resume) => {
      const bodies: Buffer[] = [];
      const server = createServer((request, response) => {
        const parts: Buffer[] = [];
        request.on("data", (part: Buffer) => parts.push(part));
        request.on("end", () => {
          bodies.push(Buffer.concat(parts));
          response.setHeader("content-type", "application/json").end("{}");
        });
      });
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        const port = address === null || typeof address === "string" ? 0 : address.port;
        const close = () => {
          server.closeAllConnections();
          server.close();
        };
        resume(Effect.succeed({ url: `http://127.0.0.1:${String(port)}`, bodies, close }));
      });
    }),
    ({ close }) => Effect.sync(close),
  ),
  ({ url, bodies }) => ({ url, bodies }),
);
