// The door's own listener, before a real custodian over the network: who has the door's key may work here, and nobody else; passes
// come in as texts and go out as admitted or why not. Real sockets, real files, the machine's own clock.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { assert, describe, it } from "@effect/vitest";
import { Clock, Context, Effect, Layer } from "effect";
import { PolicyInForce } from "../../../impl/lifecycle/desk.ts";
import { CustodianPort } from "../../../impl/protocol/contracts.ts";
import { doorApi } from "../../../impl/protocol/http/venuedoor.ts";
import { encodePassText, passVersions } from "../../../impl/protocol/pass.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { defaultLimits } from "../../../impl/server/limits.ts";
import { publicListener } from "../../../impl/server/publiclistener.ts";
import { routesOf } from "../../../impl/server/routes.ts";
import { rootKeyFileLayer } from "../../../impl/store/rootkey.ts";
import { storeLayer } from "../../../impl/store/sqlite.ts";
import { Vault } from "../../../impl/store/vault.ts";
import { vaultFolderLayer } from "../../../impl/store/vaultfolder.ts";
import { openDevice } from "../../../impl/venue/device.ts";
import { doorHandlers } from "../../../impl/venue/doorhandlers.ts";
import { doorKeyFile, identifyByDoorKey, openDoorKey } from "../../../impl/venue/doorkey.ts";
import { Venue, venueLayer, type VenueOptions } from "../../../impl/venue/venue.ts";
import { boundPass, deposit, passes } from "../custodian/gate.ts";
import { openCustodianServer } from "../custodian/listening.ts";
import { makePlace } from "../custodian/place.ts";
import { ask, visitsIn } from "../custodian/rooms.ts";
import { present } from "../protocol/hex.ts";
import { freshFolder } from "../store/freshfolder.ts";

/** A venue's process in small: its rooms, its client of the custodian under the device's key, and its listener. */
const openDoor = Effect.fnUntraced(function* (options: VenueOptions = {}) {
  const place = makePlace();
  const server = yield* openCustodianServer(place);
  yield* server.custodian.announceLevel("serious");
  const nowMs = yield* Clock.currentTimeMillis;
  const opened = yield* deposit(server.custodian, place, nowMs);
  const folder = freshFolder();
  const vaultFolder = join(folder, "vault");
  const rooms = yield* Layer.build(
    Layer.merge(
      storeLayer({ file: join(folder, "venue.sqlite") }),
      vaultFolderLayer({ folder: vaultFolder }).pipe(
        Layer.provide(rootKeyFileLayer({ file: join(folder, "root.key"), randomBytes, vaultFolder })),
      ),
    ),
  );
  const port = yield* server.portOf(yield* openDevice(Context.get(rooms, Vault)));
  const built = yield* Layer.build(
    venueLayer(passVersions.deployed, options).pipe(
      Layer.provide([Layer.succeed(CustodianPort, port), Layer.succeedContext(rooms)]),
      Layer.provide(Layer.succeed(PolicyInForce, place.policy)),
    ),
  );
  const venue = Context.get(built, Venue);
  const key = yield* openDoorKey(folder);
  const listening = yield* publicListener({
    place: { host: "127.0.0.1", port: 0 },
    limits: defaultLimits,
    identify: identifyByDoorKey(key),
    routes: routesOf(doorApi, Layer.provide(doorHandlers, Layer.succeed(Venue, venue))),
  });
  const asked = (method: string, path: string, body?: unknown, shown = key) =>
    Effect.promise(async () => {
      const response = await fetch(`${listening.url}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${shown}`,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const answer: unknown = JSON.parse(await response.text());
      return [response.status, answer] as const;
    });
  return { place, folder, key, asked, nowMs, opened, venue };
});

const registration = { venue: 17, kind: "karaoke" };

describe("the door's listener", () => {
  it.live("registers, shows a challenge, admits and refuses, and tells how many wait", () =>
    Effect.gen(function* () {
      const { asked, place, opened, nowMs, venue } = yield* openDoor();
      const [found, before] = yield* asked("GET", "/v1/registration");
      assert.strictEqual(found, 200);
      assert.deepInclude(before, { registration: null });
      const [unregistered, problem] = yield* asked("POST", "/v1/challenges");
      assert.strictEqual(unregistered, 409);
      assert.deepInclude(problem, { code: "venue-unregistered" });

      assert.strictEqual((yield* asked("PUT", "/v1/registration", registration))[0], 200);
      const [, registered] = yield* asked("GET", "/v1/registration");
      assert.deepInclude(registered, { registration });

      const shown = yield* venue.challenge;
      const bound = yield* boundPass(place, opened, nowMs, shown);
      const [plain] = yield* passes(place, opened, nowMs, 1);
      const [admitted, admission] = yield* asked("POST", "/v1/scans", { text: encodePassText(bound) });
      assert.deepStrictEqual([admitted, admission], [200, { admission: "checked" }]);
      const text = encodePassText(present(plain));
      assert.strictEqual((yield* asked("POST", "/v1/scans", { text }))[0], 200);
      const [status, replayed] = yield* asked("POST", "/v1/scans", { text });
      assert.strictEqual(status, 409);
      assert.deepInclude(replayed, { code: "pass-replayed", title: "Pass replayed" });
      const [, malformed] = yield* asked("POST", "/v1/scans", { text: "no pass" });
      assert.deepInclude(malformed, { code: "pass-malformed" });
      const [, waiting] = yield* asked("GET", "/v1/waiting");
      assert.deepInclude(waiting, { waiting: 0, waitingMost: 100_000 });
      assert.deepStrictEqual(
        visitsIn(place).map((visit) => visit.venue),
        [17, 17],
      );
    }),
  );

  it.live("refuses whoever does not have the door's key, at every address", () =>
    Effect.gen(function* () {
      const { asked, folder, key } = yield* openDoor();
      assert.strictEqual(readFileSync(doorKeyFile(folder), "utf8"), `${key}\n`);
      assert.strictEqual(yield* openDoorKey(folder), key);
      for (const [method, path, body] of [
        ["GET", "/v1/registration", undefined],
        ["PUT", "/v1/registration", registration],
        ["POST", "/v1/challenges", undefined],
        ["POST", "/v1/scans", { text: "x" }],
        ["GET", "/v1/waiting", undefined],
      ] as const) {
        for (const shown of ["", key.slice(1), `${key}A`, "A".repeat(43)]) {
          const [status, problem] = yield* asked(method, path, body, shown);
          assert.strictEqual(status, 401, `${method} ${path}`);
          assert.deepInclude(problem, { code: "caller-unknown" });
        }
      }
    }),
  );

  it.live("takes no pass without a challenge where the door requires one", () =>
    Effect.gen(function* () {
      const { asked, place, opened, nowMs } = yield* openDoor({ challenge: "required" });
      yield* asked("PUT", "/v1/registration", registration);
      const [plain] = yield* passes(place, opened, nowMs, 1);
      const [status, problem] = yield* asked("POST", "/v1/scans", { text: encodePassText(present(plain)) });
      assert.strictEqual(status, 409);
      assert.deepInclude(problem, { code: "challenge-mismatch" });
      assert.deepStrictEqual(ask(place, "SELECT count(*) FROM visit"), [[0]]);
    }),
  );
});
