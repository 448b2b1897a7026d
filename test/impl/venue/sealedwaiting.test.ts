// What waits at a venue is sealed on disk, comes out as it went in, and can be opened by nobody once nothing waits: its key is gone.
// What waited before scans were sealed is delivered all the same.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { expect, it } from "vitest";
import { Store } from "../../../impl/store/store.ts";
import type { VaultService } from "../../../impl/store/vault.ts";
import { sealedWaiting } from "../../../impl/venue/sealedwaiting.ts";
import { makeWaiting, waitingSql, type Waiting } from "../../../impl/venue/waiting.ts";
import { freshFolder } from "../store/freshfolder.ts";
import { storeLayer } from "../../../impl/store/sqlite.ts";

const scan = (place: number): Uint8Array => new TextEncoder().encode(`scan number ${String(place)}`);
const waits = (...places: readonly number[]) =>
  places.map((place) => ({ bytes: scan(place), scannedAtMs: place }));
const told = (waiting: Waiting) =>
  Effect.map(waiting.oldest(100), (found) => found.map(({ bytes }) => Buffer.from(bytes).toString()));

/** A vault in memory. */
const vaultOf = (secrets: Map<string, Uint8Array>): VaultService => ({
  statement: "nothing is kept",
  put: (name, bytes) => Effect.sync(() => void secrets.set(name, bytes)),
  get: (name) =>
    Effect.sync(() => {
      const bytes = secrets.get(name);
      return bytes === undefined ? undefined : { bytes, endsAtMs: 0 };
    }),
  erase: (name) => Effect.sync(() => secrets.delete(name)),
  names: () => [...secrets.keys()],
  eraseDue: () => Effect.succeed([]),
});

const withSealed = (
  use: (scene: {
    readonly plain: Waiting;
    readonly secrets: Map<string, Uint8Array>;
    readonly open: Effect.Effect<Waiting>;
    readonly onDisk: () => string;
  }) => Effect.Effect<void>,
) => {
  const file = join(freshFolder(), "venue.sqlite");
  return Effect.runPromise(
    Effect.gen(function* () {
      const store = yield* Store;
      yield* store.script(waitingSql);
      const plain = makeWaiting(store);
      const secrets = new Map<string, Uint8Array>();
      yield* use({
        plain,
        secrets,
        open: Effect.orDie(Effect.suspend(() => sealedWaiting(plain, vaultOf(secrets)))),
        onDisk: () => readFileSync(file, "latin1") + readFileSync(`${file}-wal`, "latin1"),
      });
    }).pipe(Effect.provide(storeLayer({ file }))),
  );
};

it("opens what it sealed, in order, also after a restart, and no file shows it", () =>
  withSealed(({ open, onDisk, secrets }) =>
    Effect.gen(function* () {
      const waiting = yield* open;
      expect([...secrets.keys()]).toEqual([]);
      yield* waiting.add(waits(1, 2));
      yield* waiting.add(waits(3));
      expect([...secrets.keys()]).toEqual(["waiting"]);
      expect(yield* told(yield* open)).toEqual(["scan number 1", "scan number 2", "scan number 3"]);
      expect(onDisk()).not.toContain("scan number");
    }).pipe(Effect.orDie),
  ));

it("ends its key with the last that waits, delivered or too old, and not before", () =>
  withSealed(({ open, secrets }) =>
    Effect.gen(function* () {
      const waiting = yield* open;
      yield* waiting.add(waits(1, 2));
      const first = secrets.get("waiting");
      const [one] = yield* waiting.oldest(1);
      yield* waiting.remove([one?.sequence ?? 0]);
      expect(secrets.get("waiting")).toEqual(first);
      expect(yield* waiting.removeUntil(1)).toBe(0);
      expect(yield* waiting.removeUntil(2)).toBe(1);
      expect([...secrets.keys()]).toEqual([]);
      yield* waiting.add(waits(5));
      expect(secrets.get("waiting")).not.toEqual(first);
      expect(yield* told(waiting)).toEqual(["scan number 5"]);
    }).pipe(Effect.orDie),
  ));

it("ends, as it opens, a key that a crash left behind", () =>
  withSealed(({ open, secrets }) =>
    Effect.gen(function* () {
      secrets.set("waiting", new Uint8Array(32));
      yield* open;
      expect([...secrets.keys()]).toEqual([]);
    }),
  ));

it("hands on what waited before scans were sealed, as it is", () =>
  withSealed(({ open, plain }) =>
    Effect.gen(function* () {
      yield* plain.add(waits(1));
      const waiting = yield* open;
      yield* waiting.add(waits(2));
      expect(yield* told(waiting)).toEqual(["scan number 1", "scan number 2"]);
    }).pipe(Effect.orDie),
  ));

it("loses nothing that is added while the last is removed", () =>
  withSealed(({ open }) =>
    Effect.gen(function* () {
      const waiting = yield* open;
      for (let turn = 0; turn < 20; turn += 1) {
        yield* waiting.add(waits(turn));
        const [last] = yield* waiting.oldest(1);
        yield* Effect.all([waiting.remove([last?.sequence ?? 0]), waiting.add(waits(1_000 + turn))], {
          concurrency: "unbounded",
        });
        expect(yield* told(waiting)).toEqual([`scan number ${String(1_000 + turn)}`]);
        yield* waiting.removeUntil(2_000);
      }
    }).pipe(Effect.orDie),
  ));
