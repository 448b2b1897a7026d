// Logs and witnesses over real sockets: everybody reads the published layout at the public listener, the others cosign over mutual TLS,
// and what is not as published is told by its status. The paths of tiles are checked against the published examples.
import { assert, describe, it } from "@effect/vitest";
import { Context, Effect, Layer, Schema } from "effect";
import { HttpClient, HttpClientRequest } from "../../../impl/protocol/http/effecthttp.ts";
import { FetchHttpClient } from "effect/http";
import { makeKeptLog } from "../../../impl/log/keptlog.ts";
import { logHandlers, witnessedHandlers } from "../../../impl/log/loghandlers.ts";
import { openLogKeys } from "../../../impl/log/logkeys.ts";
import { checkProof } from "../../../impl/log/logproof.ts";
import { parseTilePath, tilePath, tilesOfSize } from "../../../impl/log/tilepath.ts";
import { TransparencyLog } from "../../../impl/log/transparencylog.ts";
import { LogWitness } from "../../../impl/log/witness.ts";
import { witnessHandlers } from "../../../impl/log/witnesshandlers.ts";
import { encodeEntry } from "../../../impl/protocol/logentries.ts";
import { CheckpointPage, logApi, WitnessedLogs } from "../../../impl/protocol/http/log.ts";
import { witnessApi, witnessPath } from "../../../impl/protocol/http/witness.ts";
import { remoteWitness } from "../../../impl/protocol/remote/witness.ts";
import { defaultLimits } from "../../../impl/server/limits.ts";
import { anyone, publicListener } from "../../../impl/server/publiclistener.ts";
import { routesOf } from "../../../impl/server/routes.ts";
import { pinnedCallers, tlsListener } from "../../../impl/server/tlslistener.ts";
import { Store } from "../../../impl/store/store.ts";
import { Vault } from "../../../impl/store/vault.ts";
import { newIdentity, peerOf } from "../server/listening.ts";
import { freshFolder } from "../store/freshfolder.ts";
import { erasedDay, openParties, type Parties, type Party } from "./parties.ts";

const readHistory = Schema.decodeUnknownSync(Schema.fromJsonString(CheckpointPage));
const readWitnessed = Schema.decodeUnknownSync(Schema.fromJsonString(WitnessedLogs));
const readProblem = Schema.decodeUnknownSync(Schema.fromJsonString(Schema.Struct({ code: Schema.String })));

const free = { host: "127.0.0.1", port: 0 };

/** One party's log to everybody, and its witness to the others. */
const serve = Effect.fnUntraced(function* ({ logs }: Parties, party: Party, callerKey: Uint8Array) {
  const services = Layer.mergeAll(
    Layer.succeed(TransparencyLog, logs[party].log),
    Layer.succeed(LogWitness, logs[party].witness),
  );
  const identity = yield* newIdentity(party);
  const open = yield* publicListener({
    place: free,
    limits: defaultLimits,
    identify: anyone,
    routes: routesOf(logApi, Layer.mergeAll(logHandlers, witnessedHandlers).pipe(Layer.provide(services))),
  });
  const parties = yield* tlsListener({
    place: free,
    limits: defaultLimits,
    identity,
    callerOfKey: pinnedCallers([{ key: callerKey, caller: { kind: "custodian" } }]),
    routes: routesOf(witnessApi, Layer.provide(witnessHandlers, services)),
  });
  return { identity, public: open, parties };
});

const got = Effect.fnUntraced(function* (url: string) {
  const client = yield* HttpClient.HttpClient;
  const response = yield* client.get(url);
  const bytes = new Uint8Array(yield* response.arrayBuffer);
  return {
    status: response.status,
    type: response.headers["content-type"],
    bytes,
    text: Buffer.from(bytes).toString(),
  };
});

describe("over HTTP", () => {
  it.live("the log is cosigned by two others and read by everybody", () =>
    Effect.gen(function* () {
      const parties = yield* openParties(freshFolder());
      const identity = yield* newIdentity("custodian");
      const board = yield* serve(parties, "board", identity.publicKey);
      const authority = yield* serve(parties, "authority", identity.publicKey);
      const { rooms, logs } = parties;
      const keys = yield* openLogKeys(Context.get(rooms.custodian, Vault), "custodian");
      const log = yield* makeKeptLog({
        origin: keys.name,
        key: keys.log,
        witnesses: [
          remoteWitness(yield* peerOf(board, identity), logs.board.witness.pinned),
          remoteWitness(yield* peerOf(authority, identity), logs.authority.witness.pinned),
        ],
        witnessesRequired: 2,
      }).pipe(Effect.provideService(Store, Context.get(rooms.custodian, Store)));
      // The board has seen more of this log than its next checkpoint tells from nothing: it answers with its size.
      yield* log.append(erasedDay(0));
      yield* log.publish;
      yield* log.append(erasedDay(1));
      const again = yield* makeKeptLog({
        origin: keys.name,
        key: keys.log,
        witnesses: [
          remoteWitness(yield* peerOf(board, identity), logs.board.witness.pinned),
          remoteWitness(yield* peerOf(authority, identity), logs.authority.witness.pinned),
        ],
        witnessesRequired: 2,
      }).pipe(Effect.provideService(Store, Context.get(rooms.custodian, Store)));
      const checked = checkProof(yield* again.proofOf(1), logs.custodian.pinned);
      assert.deepStrictEqual(checked.ok && checked.value.cosigners, ["entrylog/authority", "entrylog/board"]);

      const custodian = yield* serve(
        { rooms, logs: { ...logs, custodian: { ...logs.custodian, log: again } } },
        "custodian",
        identity.publicKey,
      );
      const { url } = custodian.public;
      const checkpoint = yield* got(`${url}/log/checkpoint`);
      assert.strictEqual(checkpoint.type, "text/plain; charset=utf-8");
      assert.deepStrictEqual(checkpoint.text.split("\n").slice(0, 2), ["entrylog/custodian", "2"]);
      const tile = yield* got(`${url}/log/tile/0/000.p/2`);
      assert.deepStrictEqual(
        [tile.status, tile.type, tile.bytes.length],
        [200, "application/octet-stream", 64],
      );
      const entries = yield* got(`${url}/log/tile/entries/000.p/2`);
      assert.isTrue(entries.text.includes(Buffer.from(encodeEntry(erasedDay(1))).toString()));
      const history = readHistory((yield* got(`${url}/log/checkpoints?after=1`)).text);
      assert.deepStrictEqual(history, { checkpoints: [checkpoint.text] });
      for (const wrong of ["0/000", "0/000.p/3", "0/0", "entries/000.p/0", "6/000.p/1", "0/x000/000.p/2"]) {
        const answer = yield* got(`${url}/log/tile/${wrong}`);
        assert.deepStrictEqual([answer.status, answer.type], [404, "application/problem+json"], wrong);
      }
      const seen = readWitnessed((yield* got(`${board.public.url}/log/witnessed`)).text);
      assert.strictEqual(seen.logs.length, 1);
      assert.strictEqual(seen.logs[0]?.checkpoint.split("\n")[1], "2");
    }).pipe(Effect.provide(FetchHttpClient.layer)),
  );

  it.live("a witness answers as published: another size, and what it refuses", () =>
    Effect.gen(function* () {
      const parties = yield* openParties(freshFolder());
      const identity = yield* newIdentity("custodian");
      const board = yield* serve(parties, "board", identity.publicKey);
      const peer = yield* peerOf(board, identity);
      const { log } = parties.logs.custodian;
      yield* log.append(erasedDay(0));
      yield* log.publish;
      const note = yield* log.reading.checkpoint;
      const asked = (body: string) =>
        Effect.flatMap(
          peer.client.execute(HttpClientRequest.post(witnessPath).pipe(HttpClientRequest.bodyText(body))),
          (response) =>
            Effect.map(
              response.text,
              (text) => [response.status, response.headers["content-type"], text] as const,
            ),
        );
      assert.deepStrictEqual(yield* asked(`old 0\n\n${note}`), [409, "text/x.tlog.size", "1\n"]);
      assert.strictEqual((yield* asked(`old 1\n\n${note}`))[0], 200);
      const codeOf = ([status, type, text]: readonly [number, string | undefined, string]) => [
        status,
        type,
        readProblem(text).code,
      ];
      const problemType = "application/problem+json";
      assert.deepStrictEqual(codeOf(yield* asked("nothing")), [400, problemType, "checkpoint-malformed"]);
      assert.deepStrictEqual(codeOf(yield* asked(`old 0\n\n${note.replace("custodian", "custodiam")}`)), [
        404,
        problemType,
        "log-unknown",
      ]);
      assert.deepStrictEqual(codeOf(yield* asked(`old 0\n\n${note.replace("\n1\n", "\n2\n")}`)), [
        403,
        problemType,
        "checkpoint-unsigned",
      ]);
    }),
  );
});

describe("the path of a tile", () => {
  it("is the published one", () => {
    assert.strictEqual(tilePath({ level: 0, index: 234_067, width: 256 }), "0/x234/067");
    assert.strictEqual(tilePath({ level: 1, index: 0, width: 17 }), "1/000.p/17");
    assert.strictEqual(tilePath({ level: "entries", index: 273, width: 112 }), "entries/273.p/112");
    assert.deepStrictEqual(tilesOfSize(0, 513).map(tilePath), ["0/000", "0/001", "0/002.p/1"]);
  });

  it("is read back, and no other spelling of it is", () => {
    for (const path of ["0/000", "5/999", "0/x001/000", "0/x999/999.p/255", "entries/000.p/1"]) {
      const place = parseTilePath(path.split("/"));
      assert.strictEqual(place === undefined ? "" : tilePath(place), path);
    }
    for (const path of [
      "00/000",
      "6/000",
      "0",
      "0/0",
      "0/0000",
      "0/x000/000",
      "0/001/000",
      "0/000.p",
      "0/000.p/0",
      "0/000.p/01",
      "0/000.p/256",
      "0/x1/000",
      "entry/000",
      "0/x001/x001/000",
    ])
      assert.isUndefined(parseTilePath(path.split("/")), path);
  });
});
