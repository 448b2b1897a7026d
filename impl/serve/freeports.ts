// Ports that nobody listens at just now, for whoever wants to run everything without the usual ones.
// They are all held at once while they are found, so that no two are the same; tests and second copies use them.
// Somebody else may take one before it is used: then the party that wanted it says so and does not start.
import { createServer, type Server } from "node:net";
import { Effect } from "effect";
import { randomBelow } from "../protocol/randomness.ts";

/** Below those that systems give to whoever connects or asks for any port, so that nobody takes one by chance meanwhile. */
const lowest = 10_000;
const ports = 22_000;
const triesMost = 100;

const listening = (host: string, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, host, () => {
      resolve(server);
    });
  });

const held = (host: string): Effect.Effect<Server> =>
  Effect.suspend(() => Effect.tryPromise(() => listening(host, lowest + randomBelow(ports)))).pipe(
    Effect.retry({ times: triesMost }),
    Effect.orDie,
  );

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
};

export const freePorts = (count: number, host = "127.0.0.1"): Effect.Effect<ReadonlyArray<number>> =>
  Effect.acquireUseRelease(
    Effect.replicateEffect(held(host), count),
    (servers) => Effect.succeed(servers.map(portOf)),
    (servers) =>
      Effect.sync(() => {
        for (const server of servers) server.close();
      }),
  );
