// A runner's place, tried with real sockets by somebody who holds its secret, another one, or none: only the first is let in.
// What runners say over such a line is Effect's own, and is tested where processes are.
import { connect as plainly } from "node:net";
import { connect, type ConnectionOptions } from "node:tls";
import { Context, Effect, Layer } from "effect";
import { SocketServer } from "effect/socket/SocketServer";
import { expect, it } from "vitest";
import { listeningLayer } from "../../../impl/cluster/lines.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { freePorts } from "../../../impl/serve/freeports.ts";

const secret = randomBytes(32);
const spoken = { ciphers: "PSK", maxVersion: "TLSv1.2", checkServerIdentity: () => undefined } as const;

const heldBy = (psk: Uint8Array): ConnectionOptions => ({
  ...spoken,
  pskCallback: () => ({ psk, identity: "somebody" }),
});

/** What becomes of a connection: the first word of either end. */
const tried = (port: number, options: ConnectionOptions) =>
  Effect.promise(
    () =>
      new Promise<string>((resolve) => {
        const socket = connect({ host: "127.0.0.1", port, ...options });
        socket.once("secureConnect", () => {
          resolve(socket.getCipher().name);
          socket.destroy();
        });
        socket.once("error", () => resolve("refused"));
      }),
  );

/** Whether anything is answered to somebody who speaks no TLS. */
const spokenPlainly = (port: number) =>
  Effect.promise(
    () =>
      new Promise<string>((resolve) => {
        const socket = plainly({ host: "127.0.0.1", port }, () => socket.write("GET / HTTP/1.1\r\n\r\n"));
        let heard = "";
        socket.on("data", (bytes) => (heard += bytes.toString("latin1")));
        socket.on("error", () => undefined);
        socket.on("close", () => resolve(heard));
      }),
  );

it("a runner is reached by those who hold the secret of its cluster, and by nobody else", () =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const [port = 0] = yield* freePorts(1);
        const built = yield* Layer.build(listeningLayer({ host: "127.0.0.1", port }, secret));
        yield* Effect.forkScoped(Context.get(built, SocketServer).run(() => Effect.never));
        expect(yield* tried(port, heldBy(secret))).toBe("ECDHE-PSK-CHACHA20-POLY1305");
        expect(yield* tried(port, heldBy(randomBytes(32)))).toBe("refused");
        expect(yield* tried(port, { rejectUnauthorized: false })).toBe("refused");
        expect(yield* spokenPlainly(port)).not.toMatch(/HTTP|entrylog/);
      }),
    ),
  ));
