// The custodian over the network: what devices, issuers and strangers get when they ask over mutual TLS, and what a venue gets that
// guesses, forges or replays at four in the morning. Real sockets on this machine, the real service, the machine's own clock.
import { connect } from "node:tls";
import { assert, describe, it } from "@effect/vitest";
import { Clock, Effect } from "effect";
import { custodianApi } from "../../../impl/protocol/http/custodian.ts";
import { HttpApiClient } from "../../../impl/protocol/http/effecthttp.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { tlsIdentityOf } from "../../../impl/server/identity.ts";
import { present } from "../protocol/hex.ts";
import { codesOf, deposit, passes, scanned } from "./gate.ts";
import { newKey } from "./issuer.ts";
import { openCustodianServer, partyKeys } from "./listening.ts";
import { makePlace } from "./place.ts";
import { ask, type Place, visitsIn } from "./rooms.ts";

const registration = (venue: number, key: ReturnType<typeof newKey>) => ({
  venue,
  kind: "karaoke",
  deviceKey: key.publicKey,
});

/** A custodian that collects, with an epoch of now. */
const openGate = Effect.fnUntraced(function* (place: Place) {
  const server = yield* openCustodianServer(place);
  yield* server.custodian.announceLevel("serious");
  const nowMs = yield* Clock.currentTimeMillis;
  return { ...server, nowMs, opened: yield* deposit(server.custodian, place, nowMs) };
});

const visits = (place: Place) => ask(place, "SELECT count(*) FROM visit")[0]?.[0];

describe("a device at the custodian", () => {
  it.live(
    "registers under the key that its connection proves, delivers on time and late, and is answered",
    () =>
      Effect.gen(function* () {
        const place = makePlace();
        const { portOf, nowMs, opened } = yield* openGate(place);
        const key = newKey();
        const port = yield* portOf(key);
        yield* port.registerVenue(registration(17, key));
        yield* port.registerVenue(registration(17, key));
        const shown = yield* passes(place, opened, nowMs, 3);
        const scans = shown.map((pass, index) => scanned(pass, nowMs + index, { key }));
        const [one, two, three] = scans.map(present);
        assert.deepStrictEqual(codesOf(yield* port.record([present(one), present(one)])), [
          "",
          "pass-replayed",
        ]);
        const late = [present(two), present(three)].map((scan) => ({ ...scan, late: true }));
        assert.deepStrictEqual(codesOf(yield* port.record(late)), ["", ""]);
        assert.deepStrictEqual(codesOf(yield* port.record(late)), ["", ""]);
        assert.deepStrictEqual(
          visitsIn(place).map((visit) => visit.late),
          [false, true, true],
        );
      }),
  );

  it.live("cannot speak for another: its number, its key and its scans are its own", () =>
    Effect.gen(function* () {
      const place = makePlace();
      const { portOf, nowMs, opened } = yield* openGate(place);
      const [mine, other] = [newKey(), newKey()];
      const port = yield* portOf(mine);
      const notOwnKey = yield* Effect.flip(port.registerVenue(registration(17, other)));
      assert.strictEqual(notOwnKey.code, "not-allowed");
      yield* port.registerVenue(registration(17, mine));
      const second = yield* Effect.flip(port.registerVenue(registration(18, mine)));
      assert.strictEqual(second.code, "not-allowed");
      const taken = yield* Effect.flip((yield* portOf(other)).registerVenue(registration(17, other)));
      assert.strictEqual(taken.code, "not-allowed");
      yield* (yield* portOf(other)).registerVenue(registration(18, other));
      const [pass] = yield* passes(place, opened, nowMs, 1);
      const ofOther = scanned(present(pass), nowMs, { key: other, venue: 18 });
      assert.deepStrictEqual(codesOf(yield* port.record([ofOther])), ["not-allowed"]);
      assert.strictEqual(visits(place), 0);
    }),
  );

  it.live("is unknown before it has registered: a stranger delivers nothing", () =>
    Effect.gen(function* () {
      const place = makePlace();
      const { portOf, nowMs, opened } = yield* openGate(place);
      const key = newKey();
      const [pass] = yield* passes(place, opened, nowMs, 1);
      const failure = yield* Effect.flip(
        (yield* portOf(key)).record([scanned(present(pass), nowMs, { key })]),
      );
      assert.strictEqual(failure.reason, "away");
      assert.match(failure.detail, /^caller-unknown/);
      assert.strictEqual(visits(place), 0);
    }),
  );

  it.live("is one of twenty that a network may register in a minute", () =>
    Effect.gen(function* () {
      const place = makePlace();
      const { portOf, peerOf } = yield* openGate(place);
      for (let venue = 1; venue <= 20; venue += 1) {
        const key = newKey();
        yield* (yield* portOf(key)).registerVenue(registration(venue, key));
      }
      const key = newKey();
      const peer = yield* peerOf(key);
      const api = yield* HttpApiClient.makeWith(custodianApi, { httpClient: peer.client });
      const failure = yield* Effect.flip(
        peer.ask(api.registering.register({ payload: registration(21, key) })),
      );
      assert.strictEqual(failure.code, "requests-exceeded");
      assert.deepStrictEqual(ask(place, "SELECT count(*) FROM venue"), [[20]]);
    }),
  );
});

describe("a registered venue at four in the morning", () => {
  it.live(
    "cannot make people up: guesses, forgeries, altered and replayed passes are refused, and nothing is stored",
    () =>
      Effect.gen(function* () {
        const place = makePlace();
        const { portOf, nowMs, opened } = yield* openGate(place);
        const key = newKey();
        const port = yield* portOf(key);
        yield* port.registerVenue(registration(17, key));
        const forger = newKey();
        const issuer = present(place.issuers[0]);
        const [forged] = yield* Effect.promise(() => issuer.issue(opened, nowMs, 1, forger));
        // A pass that somebody showed at another venue, kept by whoever saw it.
        const other = newKey();
        yield* (yield* portOf(other)).registerVenue(registration(18, other));
        const [used] = yield* passes(place, opened, nowMs, 1);
        const first = scanned(present(used), nowMs, { key: other, venue: 18 });
        assert.deepStrictEqual(codesOf(yield* (yield* portOf(other)).record([first])), [""]);
        const [real] = yield* passes(place, opened, nowMs, 1);
        const altered = present(real).with(40, (present(real)[40] ?? 0) ^ 1);
        const noise = randomBytes(122);
        noise[0] = 1;
        noise[10] = 0;
        const tries = [noise, present(forged), altered, present(used)].map((pass) =>
          scanned(pass, nowMs, { key }),
        );
        const refused = ["epoch-unknown", "pass-forged", "pass-forged", "pass-replayed"];
        assert.deepStrictEqual(codesOf(yield* port.record(tries)), refused);
        // The same as late ones, which nobody's clock judges: still no pass.
        const late = tries.map((scan) => ({ ...scan, late: true }));
        assert.deepStrictEqual(codesOf(yield* port.record(late)), refused);
        assert.deepStrictEqual(
          visitsIn(place).map((visit) => visit.venue),
          [18],
        );
      }),
  );
});

describe("other callers", () => {
  it.live("an issuer deposits what is its own, and nothing in another's name", () =>
    Effect.gen(function* () {
      const place = makePlace();
      const { portOf, nowMs } = yield* openGate(place);
      const issuer = present(place.issuers[0]);
      const { deposit: bytes } = yield* Effect.promise(() => issuer.open(nowMs));
      const asOther = yield* portOf(partyKeys["issuer 2"]);
      assert.deepStrictEqual(codesOf(yield* asOther.deposit([bytes], nowMs)), ["not-allowed"]);
      const asSelf = yield* portOf(partyKeys["issuer 1"]);
      assert.deepStrictEqual(codesOf(yield* asSelf.deposit([bytes], nowMs)), [""]);
      const registered = ask(place, "SELECT count(*) FROM epoch");
      // An issuer that did not hear the answer asks again, and hears the same; it is registered once.
      assert.deepStrictEqual(codesOf(yield* asSelf.deposit([bytes], nowMs)), [""]);
      assert.deepStrictEqual(ask(place, "SELECT count(*) FROM epoch"), registered);
    }),
  );

  it.live("the office tells the level, and collection stops at once", () =>
    Effect.gen(function* () {
      const place = makePlace();
      const { portOf, peerOf, nowMs, opened } = yield* openGate(place);
      const key = newKey();
      const port = yield* portOf(key);
      yield* port.registerVenue(registration(17, key));
      const office = yield* peerOf(partyKeys.office);
      const api = yield* HttpApiClient.makeWith(custodianApi, { httpClient: office.client });
      yield* office.ask(api.levels.announce({ payload: { level: "caution" } }));
      const [pass] = yield* passes(place, opened, nowMs, 1);
      assert.deepStrictEqual(codesOf(yield* port.record([scanned(present(pass), nowMs, { key })])), [
        "collection-suspended",
      ]);
    }),
  );

  it.live("everybody reads how many visits there were, are and were erased", () =>
    Effect.gen(function* () {
      const place = makePlace();
      const { portOf, public: open, nowMs, opened } = yield* openGate(place);
      const key = newKey();
      const port = yield* portOf(key);
      yield* port.registerVenue(registration(17, key));
      const [pass] = yield* passes(place, opened, nowMs, 1);
      yield* port.record([scanned(present(pass), nowMs, { key })]);
      const text = yield* Effect.promise(async () => (await fetch(`${open.url}/v1/counts`)).text());
      const answer: unknown = JSON.parse(text);
      assert.deepInclude(answer, { recorded: 1, live: 1, erased: 0 });
    }),
  );
});

describe("broken requests", () => {
  it.live(
    "too many scans, a body too large and a request cut off store nothing, and the next one is served",
    () =>
      Effect.gen(function* () {
        const place = makePlace();
        const { portOf, parties, nowMs, opened } = yield* openGate(place);
        const key = newKey();
        const port = yield* portOf(key);
        yield* port.registerVenue(registration(17, key));
        const [pass] = yield* passes(place, opened, nowMs, 1);
        const scan = scanned(present(pass), nowMs, { key });
        const many = Array.from({ length: 501 }, () => scan.bytes);
        const { privateKeyPem, certificatePem } = yield* tlsIdentityOf(key, "device");
        const sent = (text: string, close: boolean) =>
          Effect.promise(
            () =>
              new Promise<string>((resolve) => {
                const socket = connect({
                  host: "127.0.0.1",
                  port: parties.port,
                  key: privateKeyPem,
                  cert: certificatePem,
                  rejectUnauthorized: false,
                });
                let heard = "";
                socket.setEncoding("utf8").on("data", (chunk: string) => (heard += chunk));
                socket.on("error", () => resolve(heard));
                socket.on("close", () => resolve(heard));
                socket.write(text, () => {
                  if (close) socket.destroy();
                });
              }),
          );
        const headers = (length: number) =>
          `POST /v1/scans HTTP/1.1\r\nhost: custodian\r\nconnection: close\r\ncontent-type: application/json\r\ncontent-length: ${String(length)}\r\n\r\n`;
        const whole = JSON.stringify({
          scans: many.map((bytes) => Buffer.from(bytes).toString("base64url")),
        });
        assert.match(yield* sent(headers(whole.length) + whole, false), /"code":"input-invalid"/);
        assert.match(yield* sent(headers(5_000_000), false), /"code":"body-too-large"/);
        const right = JSON.stringify({ scans: [Buffer.from(scan.bytes).toString("base64url")] });
        yield* sent(headers(right.length) + right.slice(0, 100), true);
        assert.strictEqual(visits(place), 0);
        // Doubled and at the same time, as late ones: stored once, answered the same.
        const late = { ...scan, late: true };
        const answers = yield* Effect.all(
          [port.record([late]), port.record([late]), port.record([late, late])],
          {
            concurrency: "unbounded",
          },
        );
        assert.deepStrictEqual(answers.map(codesOf), [[""], [""], ["", ""]]);
        assert.strictEqual(visits(place), 1);
      }),
  );

  it.live(
    "when there is no room the answer is overloaded with a time to come back, and a venue lets its scans wait",
    () =>
      Effect.gen(function* () {
        const place = makePlace();
        const full = {
          _tag: "Overloaded",
          code: "overloaded",
          sentence: "Too many requests are waiting.",
          advice: "Try again in a moment.",
        } as const;
        const server = yield* openCustodianServer(place, (custodian) => ({
          ...custodian,
          recordOne: () => Effect.fail(full),
        }));
        const key = newKey();
        const port = yield* server.portOf(key);
        yield* port.registerVenue(registration(17, key));
        const peer = yield* server.peerOf(key);
        const api = yield* HttpApiClient.makeWith(custodianApi, { httpClient: peer.client });
        const failure = yield* Effect.flip(
          peer.ask(api.scans.record({ payload: { scans: [new Uint8Array(9)] } })),
        );
        assert.strictEqual(failure.code, "overloaded");
        const nowMs = yield* Clock.currentTimeMillis;
        const refused = yield* Effect.flip(
          port.record([{ bytes: new Uint8Array(9), receivedAtMs: nowMs, late: false }]),
        );
        assert.strictEqual(refused.reason, "away");
      }),
  );
});
