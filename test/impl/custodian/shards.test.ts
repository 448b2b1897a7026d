// `serve custodian --cluster`: three processes over a real PostgreSQL server share the check-in; in the midst of it one is frozen for a while
// and another killed. Doors go on with the others, as a venue's queue does: what was not answered is delivered late to another process.
// In the end every pass that a door was told is stored is there, once, and nothing else is.
import { join } from "node:path";
import { Clock, Effect, Redacted } from "effect";
import { expect, it } from "vitest";
import { Custodian } from "../../../impl/custodian/custodian.ts";
import { payloadBytes } from "../../../impl/custodian/payload.ts";
import { passBytes } from "../../../impl/protocol/pass.ts";
import { randomBelow } from "../../../impl/protocol/randomness.ts";
import { postgresLayer } from "../../../impl/store/postgres.ts";
import { Store } from "../../../impl/store/store.ts";
import type { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import { startPostgres } from "../../../sim/postgres/server.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { withTool } from "../../with-tool.ts";
import { present, toHex } from "../protocol/hex.ts";
import { codesOf, scanned } from "./gate.ts";
import { newKey } from "./issuer.ts";
import { prepareCustodian, schema, startSeveral } from "./processes.ts";
import { placeLayer } from "./rooms.ts";

const venues = [17, 18, 19, 20, 21, 22];
const passesAtOnce = 5;
const runsForMs = 14_000;

/** Locks with two keys are those of shards. */
const shardHolders =
  "SELECT count(DISTINCT pid) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND granted";

withTool("postgres", "one custodian in three processes", (program) => {
  const startedServer = Effect.acquireRelease(
    Effect.promise(() => startPostgres(join(program, ".."))),
    ({ stop }) => Effect.promise(stop),
  );

  it("shares check-in, and loses and doubles nothing when one is frozen and one is killed", () =>
    Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const { url } = yield* startedServer;
          const line = postgresLayer({ url: Redacted.make(url), schema, isShared: true });
          const { folder, issuer, deposits, keys, portOf, announce } = yield* prepareCustodian(url);
          const running = yield* startSeveral(folder, 3);
          const urls = running.map(({ url: at }) => at("custodian", "parties"));
          yield* announce(present(urls[0]), "serious");

          /** A number that the store answers. */
          const asked = (text: string) =>
            Effect.provide(
              Effect.flatMap(Store, ({ values }) => values(text)),
              line,
            ).pipe(Effect.map(([row]) => Number(row?.[0])));
          /** Waits until so many processes hold shards. */
          const held = (by: number): Effect.Effect<void, StoreUnavailable> =>
            Effect.flatMap(asked(shardHolders), (now) =>
              now === by ? Effect.void : Effect.delay(held(by), 100),
            );

          const epochs = yield* Effect.forEach(Array.from({ length: 24 }).keys(), (count) =>
            Effect.gen(function* () {
              const atMs = yield* Clock.currentTimeMillis;
              const opened = yield* Effect.promise(() => issuer.open(atMs, deposits));
              const port = yield* portOf(present(urls[count % 3]), keys.issuer);
              expect(codesOf(yield* port.deposit([opened.deposit], atMs))).toEqual([""]);
              return opened;
            }),
          );
          yield* held(3);

          const stored: string[] = [];
          let unanswered = 0;
          const beganAtMs = yield* Clock.currentTimeMillis;
          const door = Effect.fnUntraced(function* (venue: number) {
            const key = newKey();
            const ports = yield* Effect.forEach(urls, (at) => portOf(at, key));
            const anyPort = () => present(ports[randomBelow(ports.length)]);
            yield* anyPort().registerVenue({ venue, kind: "karaoke", deviceKey: key.publicKey });
            for (;;) {
              const nowMs = yield* Clock.currentTimeMillis;
              if (nowMs >= beganAtMs + runsForMs) return;
              const epoch = present(epochs[randomBelow(epochs.length)]);
              const passes = yield* Effect.promise(() => issuer.issue(epoch, nowMs, passesAtOnce));
              const scans = passes.map((pass) => scanned(pass, nowMs, { venue, key }));
              let answers = yield* Effect.result(anyPort().record(scans));
              while (answers._tag === "Failure") {
                unanswered += 1;
                yield* Effect.sleep(50);
                answers = yield* Effect.result(
                  anyPort().record(scans.map((scan) => ({ ...scan, late: true }))),
                );
              }
              expect(codesOf(answers.success)).toEqual(passes.map(() => ""));
              stored.push(...passes.map(toHex));
              yield* Effect.sleep(20);
            }
          });
          const [, killed, frozen] = running;
          const troubles = Effect.gen(function* () {
            yield* Effect.sleep(4_000);
            // Until then each process has heard from the others whatever it gave them to store.
            expect(running.filter(({ said }) => said().includes("stored here"))).toEqual([]);
            present(frozen).signal("SIGSTOP");
            yield* Effect.sleep(4_000);
            present(frozen).signal("SIGCONT");
            yield* Effect.sleep(1_000);
            present(killed).signal("SIGKILL");
          });
          yield* Effect.all([...venues.map(door), troubles], { concurrency: "unbounded", discard: true });
          expect(unanswered).toBeGreaterThan(0);
          yield* held(2);
          expect(yield* asked("SELECT count(*) FROM entrylog_custodian_cluster.cluster_messages")).toBe(0);

          for (const process of running) process.signal("SIGTERM");
          for (const process of running) yield* process.ended;
          // Alone now, as any custodian over this store.
          const place = { folder, policy: defaultPolicy, issuers: [], roster: [] };
          const found = yield* Effect.provide(
            Effect.flatMap(Custodian, ({ lookup }) =>
              Effect.forEach(venues, (venue) => lookup(venue, beganAtMs - 60_000, beganAtMs + 120_000)),
            ),
            placeLayer(place, postgresLayer({ url: Redacted.make(url), schema })),
          );
          const passesFound = found
            .flat()
            .flatMap(({ positions, payloads }) =>
              positions.map((_, at) =>
                toHex(payloads.subarray(at * payloadBytes, at * payloadBytes + passBytes)),
              ),
            );
          expect(passesFound.sort()).toEqual(stored.sort());
        }),
      ),
    ));
});
