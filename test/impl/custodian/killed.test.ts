// A custodian's process killed at random points while a venue goes on scanning and an issuer goes on depositing over the network:
// whatever was answered is there, what waited is delivered, and nothing is there twice. `npm run test:full` kills it more often.
import { spawn, type ChildProcess } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { assert, it } from "@effect/vitest";
import { Clock, Context, Effect, Layer } from "effect";
import { PolicyInForce } from "../../../impl/lifecycle/desk.ts";
import { freePorts } from "../../../impl/serve/freeports.ts";
import { CustodianPort } from "../../../impl/protocol/contracts.ts";
import { drawSigningSeed, importSigningKey } from "../../../impl/protocol/ed25519.ts";
import { encodeRoster } from "../../../impl/protocol/officers.ts";
import { passVersions } from "../../../impl/protocol/pass.ts";
import { randomBelow, randomBytes } from "../../../impl/protocol/randomness.ts";
import { remoteCustodian } from "../../../impl/protocol/remote/custodian.ts";
import { openPeer } from "../../../impl/protocol/remote/peerclient.ts";
import { tlsIdentityOf } from "../../../impl/server/identity.ts";
import { rootKeyFileLayer } from "../../../impl/store/rootkey.ts";
import { storeLayer } from "../../../impl/store/sqlite.ts";
import { Vault } from "../../../impl/store/vault.ts";
import { vaultFolderLayer } from "../../../impl/store/vaultfolder.ts";
import { openDevice } from "../../../impl/venue/device.ts";
import { Venue, venueLayer } from "../../../impl/venue/venue.ts";
import { present, toHex } from "../protocol/hex.ts";
import { freshFolder } from "../store/freshfolder.ts";
import { newKey, type OpenedEpoch } from "./issuer.ts";
import { makePlace, roster } from "./place.ts";
import { ask, visitsIn } from "./rooms.ts";

const kills = process.env["FULL_TESTS"] === "1" ? 200 : 5;
const child = fileURLToPath(new URL("serving.ts", import.meta.url));

/** Starts the custodian and waits until it serves. */
const started = (folder: string, port: number): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child, folder, String(port)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    createInterface({ input: running.stdout }).on("line", () => resolve(running));
    running.on("error", reject);
  });

const killed = (running: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    running.on("close", () => resolve());
    running.kill("SIGKILL");
  });

const venueRooms = (folder: string) => {
  const vaultFolder = join(folder, "vault");
  return Layer.merge(
    storeLayer({ file: join(folder, "venue.sqlite") }),
    vaultFolderLayer({ folder: vaultFolder }).pipe(
      Layer.provide(rootKeyFileLayer({ file: join(folder, "root.key"), randomBytes, vaultFolder })),
    ),
  );
};

it.live(
  "a custodian that is killed again and again loses nothing that it answered and doubles nothing",
  () =>
    Effect.gen(function* () {
      const place = makePlace({ scansPerMinute: 1_000_000 });
      const issuer = present(place.issuers[0]);
      const tlsSeed = drawSigningSeed();
      const depositsSeed = drawSigningSeed();
      const depositsKey = present(importSigningKey(depositsSeed));
      const issuerTls = newKey();
      const told = [tlsSeed, depositsSeed, issuerTls.publicKey, encodeRoster(roster)].map(toHex);
      writeFileSync(join(place.folder, "told.txt"), told.join("\n"));
      const [port = 0] = yield* freePorts(1);
      let running = yield* Effect.promise(() => started(place.folder, port));

      const portOf = Effect.fnUntraced(function* (key: ReturnType<typeof newKey>) {
        return yield* remoteCustodian(
          yield* openPeer({
            name: "custodian",
            url: `https://127.0.0.1:${String(port)}`,
            pinnedKey: present(importSigningKey(tlsSeed)).publicKey,
            identity: yield* tlsIdentityOf(key, "asker"),
          }),
        );
      });
      const deposits = yield* portOf(issuerTls);
      const rooms = yield* Layer.build(venueRooms(freshFolder()));
      const atCustodian = yield* portOf(yield* openDevice(Context.get(rooms, Vault)));
      const built = yield* Layer.build(
        venueLayer(passVersions.deployed).pipe(
          Layer.provide([Layer.succeed(CustodianPort, atCustodian), Layer.succeedContext(rooms)]),
          Layer.provide(Layer.succeed(PolicyInForce, place.policy)),
        ),
      );
      const venue = Context.get(built, Venue);
      yield* venue.register({ venue: 17, kind: "karaoke" });

      /** An epoch that the custodian has on disk, asked for until it says so or says that it knows it already. */
      const openEpoch = Effect.fnUntraced(function* () {
        const nowMs = yield* Clock.currentTimeMillis;
        const opened = yield* Effect.promise(() => issuer.open(nowMs, depositsKey));
        yield* deposits.deposit([opened.deposit], nowMs);
        return opened;
      });
      const checked: string[] = [];
      const waiting: string[] = [];
      let opened: OpenedEpoch = yield* openEpoch();
      const scanOne = Effect.gen(function* () {
        const nowMs = yield* Clock.currentTimeMillis;
        const [pass] = yield* Effect.promise(() => issuer.issue(opened, nowMs, 1));
        const admission = yield* venue.scan(present(pass));
        (admission === "checked" ? checked : waiting).push(toHex(present(pass)));
      });
      const scanFor = (ms: number) =>
        Effect.gen(function* () {
          const untilMs = (yield* Clock.currentTimeMillis) + ms;
          while (!((yield* Clock.currentTimeMillis) >= untilMs)) {
            yield* Effect.all([scanOne, scanOne, scanOne], { concurrency: "unbounded", discard: true });
            // Passes enough are left in an epoch, and a new day needs a new one.
            if (checked.length + waiting.length > 3_000 * epochs) {
              opened = yield* Effect.orElseSucceed(openEpoch(), () => opened);
              epochs += 1;
            }
          }
        });
      let epochs = 1;
      /** However slow the machine, the venue finds its custodian again before the next kill. */
      const scanUntilChecked = Effect.gen(function* () {
        const before = checked.length;
        while (checked.length === before) yield* Effect.andThen(scanOne, Effect.sleep("50 millis"));
      });

      for (let kill = 0; kill < kills; kill += 1) {
        // At the point of the kill scans are under way: the kill does not wait for any of them.
        const point = 20 + randomBelow(300);
        yield* Effect.all(
          [
            scanFor(point + 100),
            Effect.delay(
              Effect.promise(() => killed(running)),
              point,
            ),
          ],
          {
            concurrency: "unbounded",
          },
        );
        running = yield* Effect.promise(() => started(place.folder, port));
        yield* scanUntilChecked;
      }
      const delivery = yield* venue.deliver;
      assert.deepStrictEqual([delivery.refused, delivery.waiting], [{}, 0]);
      yield* Effect.promise(() => killed(running));

      assert.isAtLeast(checked.length, kills);
      const all = checked.length + waiting.length;
      const visits = visitsIn(place);
      assert.deepStrictEqual([visits.length, new Set(visits.map(({ pass }) => pass)).size], [all, all]);
      assert.deepStrictEqual(ask(place, "SELECT sum(recorded), sum(erased) FROM day_count"), [[all, 0]]);
      assert.deepStrictEqual(ask(place, "SELECT count(*) FROM dispute"), [[0]]);
    }),
  process.env["FULL_TESTS"] === "1" ? 1_800_000 : 120_000,
);
