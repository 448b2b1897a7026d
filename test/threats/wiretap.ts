// Someone on the network between two parties: every byte of every connection passes through here, both ways, and is kept with the
// time at which it passed. A card with this address instead of the party's own leads here; the key on the card stays the party's.
// It changes nothing on the way.
import { connect, createServer, type AddressInfo, type Socket } from "node:net";
import { Effect, type Scope } from "effect";

export interface Overheard {
  /** Whose door it was. */
  readonly at: string;
  readonly direction: "in" | "out";
  /** The how-manieth connection at this door. */
  readonly connection: number;
  readonly atMs: number;
  readonly bytes: Buffer;
}

const addressOf = (address: string | AddressInfo | null): AddressInfo => {
  if (address === null || typeof address === "string") throw new Error("the tap has no port");
  return address;
};

/** Listens before a port; answers its own. */
export const tap = (
  at: string,
  port: number,
  heard: Overheard[],
  now: () => number,
): Effect.Effect<number, never, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.callback<{ readonly port: number; readonly close: () => void }>((resume) => {
        const open = new Set<Socket>();
        let connections = 0;
        const server = createServer((near) => {
          const connection = connections;
          connections += 1;
          const far = connect(port, "127.0.0.1");
          for (const socket of [near, far]) {
            open.add(socket);
            socket.on("error", () => {
              near.destroy();
              far.destroy();
            });
            socket.on("close", () => {
              open.delete(socket);
              near.destroy();
              far.destroy();
            });
          }
          near.on("data", (bytes: Buffer) =>
            heard.push({ at, direction: "in", connection, atMs: now(), bytes }),
          );
          far.on("data", (bytes: Buffer) =>
            heard.push({ at, direction: "out", connection, atMs: now(), bytes }),
          );
          near.pipe(far);
          far.pipe(near);
        });
        server.listen(0, "127.0.0.1", () => {
          resume(
            Effect.succeed({
              port: addressOf(server.address()).port,
              close: () => {
                for (const socket of open) socket.destroy();
                server.close();
              },
            }),
          );
        });
      }),
      ({ close }) => Effect.sync(close),
    ),
    (opened) => opened.port,
  );
