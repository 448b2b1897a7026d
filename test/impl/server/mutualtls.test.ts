// Calls between parties are authenticated both ways: who asks proves a key, and so does who answers.
// A wrong key, no certificate, somebody else's certificate and recorded bytes get nobody anywhere.
// All over real sockets on this machine.
import { connect as connectPlain, createServer } from "node:net";
import { connect } from "node:tls";
import { assert, describe, it } from "@effect/vitest";
import { Effect } from "effect";
import { HttpApiClient } from "../../../impl/protocol/http/effecthttp.ts";
import { newIdentity, openSmallServer, partiesApi, peerOf } from "./listening.ts";

const figures = { confirmed: 51, inTreatment: 1, released: 2, deceased: 3, tested: 4 };

const publish = (peer: Effect.Success<ReturnType<typeof peerOf>>) =>
  Effect.gen(function* () {
    const board = yield* HttpApiClient.makeWith(partiesApi, { httpClient: peer.client });
    return yield* peer.ask(board.publishing.publish({ params: { date: "2020-07-01" }, payload: figures }));
  });

describe("mutual TLS", () => {
  it.live("lets the office publish, known by its key", () =>
    Effect.gen(function* () {
      const office = yield* newIdentity("office");
      const server = yield* openSmallServer({
        callers: [{ key: office.publicKey, caller: { kind: "office" } }],
      });
      const answer = yield* publish(yield* peerOf(server, office));
      assert.strictEqual(answer.confirmed, 51);
      assert.deepStrictEqual(server.published, [{ date: "2020-07-01", confirmed: 51 }]);
    }),
  );

  it.live(
    "refuses a stranger's key with caller-unknown, and a known key of the wrong kind with caller-not-allowed",
    () =>
      Effect.gen(function* () {
        const stranger = yield* newIdentity("office");
        const issuer = yield* newIdentity("issuer-1");
        const server = yield* openSmallServer({
          callers: [{ key: issuer.publicKey, caller: { kind: "issuer", number: 1 } }],
        });
        const first = yield* Effect.flip(publish(yield* peerOf(server, stranger)));
        assert.strictEqual(first.code, "caller-unknown");
        const second = yield* Effect.flip(publish(yield* peerOf(server, issuer)));
        assert.strictEqual(second.code, "caller-not-allowed");
        assert.deepStrictEqual(server.published, []);
      }),
  );

  it.live("refuses a caller without a certificate", () =>
    Effect.gen(function* () {
      const server = yield* openSmallServer();
      const answer = yield* Effect.promise(
        () =>
          new Promise<string>((resolve, reject) => {
            const socket = connect({
              host: "127.0.0.1",
              port: server.parties.port,
              rejectUnauthorized: false,
            });
            socket.on("error", reject);
            let text = "";
            socket.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
            socket.on("end", () => resolve(text));
            socket.write(
              "PUT /v1/figures/2020-07-01 HTTP/1.1\r\nhost: board\r\nconnection: close\r\ncontent-length: 0\r\n\r\n",
            );
          }),
      );
      assert.match(answer, /^HTTP\/1\.1 401 /);
      assert.match(answer, /"code":"caller-unknown"/);
    }),
  );

  it.live("refuses a certificate whose key the caller does not hold", () =>
    Effect.gen(function* () {
      const office = yield* newIdentity("office");
      const thief = yield* newIdentity("thief");
      const server = yield* openSmallServer({
        callers: [{ key: office.publicKey, caller: { kind: "office" } }],
      });
      const failure = yield* Effect.exit(
        Effect.flatMap(peerOf(server, { ...thief, certificatePem: office.certificatePem }), publish),
      );
      assert.isTrue(failure._tag === "Failure");
      assert.deepStrictEqual(server.published, []);
    }),
  );

  it.live("does not send a byte of a request to a server whose key is not the pinned one", () =>
    Effect.gen(function* () {
      const office = yield* newIdentity("office");
      const other = yield* newIdentity("board");
      const server = yield* openSmallServer({
        callers: [{ key: office.publicKey, caller: { kind: "office" } }],
      });
      const failure = yield* Effect.flip(
        publish(yield* peerOf(server, office, { pinnedKey: other.publicKey })),
      );
      assert.strictEqual(failure.code, "peer-unavailable");
      assert.match(failure.message, /is not the one whose key is pinned/);
      assert.deepStrictEqual(server.published, []);
    }),
  );

  it.live("a recorded connection, sent again byte for byte, publishes nothing", () =>
    Effect.gen(function* () {
      const office = yield* newIdentity("office");
      const server = yield* openSmallServer({
        callers: [{ key: office.publicKey, caller: { kind: "office" } }],
      });
      const recorded: Buffer[] = [];
      const wire = createServer((inside) => {
        const outside = connectPlain(server.parties.port, "127.0.0.1");
        inside.on("data", (chunk) => recorded.push(chunk));
        inside.pipe(outside).pipe(inside);
        inside.on("error", () => outside.destroy());
        outside.on("error", () => inside.destroy());
      });
      yield* Effect.acquireRelease(
        Effect.promise(() => new Promise<void>((resolve) => wire.listen(0, "127.0.0.1", () => resolve()))),
        () => Effect.sync(() => wire.close()),
      );
      const address = wire.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      yield* publish(yield* peerOf(server, office, { url: `https://127.0.0.1:${String(port)}` }));
      assert.strictEqual(server.published.length, 1);
      assert.isAbove(Buffer.concat(recorded).length, 500);
      yield* Effect.promise(
        () =>
          new Promise<void>((resolve) => {
            const socket = connectPlain(server.parties.port, "127.0.0.1");
            socket.on("close", () => resolve());
            socket.on("error", () => undefined);
            socket.resume();
            socket.end(Buffer.concat(recorded));
          }),
      );
      assert.strictEqual(server.published.length, 1);
    }),
  );
});
