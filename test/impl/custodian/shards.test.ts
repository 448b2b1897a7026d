// `serve custodian --cluster`: three processes over a real PostgreSQL server share the check-in, and one of them is killed in the midst of it.
// Doors go on with the other two, as a venue's queue does: what was not answered is delivered late to another process. In the end every
// pass that a door was told is stored is there, once, and nothing else is.
import { join } from "node:path";
import { Clock, Effect, Redacted } from "effect";
import { expect, it } from "vitest";
import { Custodian } from "../../../impl/custodian/custodian.ts";
import { payloadBytes } from "../../../impl/custodian/payload.ts";
import { passBytes } from "../../../impl/protocol/pass.ts";
import { randomBelow } from "../../../impl/protocol/randomness.ts";
import { postgresLayer } from "../../../impl/store/postgres.ts";
import { Store } from "../../../impl/store/store.ts";
import { startPostgres } from "../../../sim/postgres/server.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { withTool } from "../../with-tool.ts";
import { present, toHex } from "../protocol/hex.ts";
import type { Running } from "../serve/processes.ts";
import { codesOf, scanned } from "./gate.ts";
import { newKey } from "./issuer.ts";
import { prepareCustodian, schema, startSeveral } from "./processes.ts";
import { placeLayer } from "./rooms.ts";

const venues = [17, 18, 19, 20, 21, 22];
const passesAtOnce = 5;
const runsForMs = 12_000;
const killedAfterMs = 3_000;

/** Locks with two keys are those of shards. */
const shardHolders =
  "SELECT count(DISTINCT pid) FROM pg_locks WHERE locktype = 'advisory' AND objsubid = 2 AND granted";

withTool("postgres", "one custodian in three processes", (program) => {
  const startedServer = Effect.acquireRelease(
    Effect.promise(() => startPostgres(join(program, ".."))),
    ({ stop }) => Effect.promise(stop),
  );

  it("shares check-in, and loses and doubles nothing when one of them is killed", () =>
    Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const { url } = yield* startedServer;
          const line = postgresLayer({ url: Redacted.make(url), schema, isShared: true });
          const { folder, issuer, deposits, keys, portOf, announce } = yield* prepareCustodian(url);
          const running = yield* startSeveral(folder, 3);
          const urls = running.map(({ url: at }) => at("custodian", "parties"));
          yield* announce(present(urls[0]), "serious");

          /** How many processes hold shards. */
          const holders = Effect.provide(
            Effect.flatMap(Store, ({ values }) => values(shardHolders)),
            line,
          ).pipe(Effect.map(([row]) => Number(row?.[0])));

          const epochs = yield* Effect.forEach(Array.from({ length: 24 }).keys(), (count) =>
            Effect.gen(function* () {
              const atMs = yield* Clock.currentTimeMillis;
              const opened = yield* Effect.promise(() => issuer.open(atMs, deposits));
              const port = yield* portOf(present(urls[count % 3]), keys.issuer);
              expect(codesOf(yield* port.deposit([opened.deposit], atMs))).toEqual([""]);
              return opened;
            }),
          );
          expect(yield* holders).toBe(3);

          const stored: string[] = [];
          let unanswered = 0;
          let slowestMs = 0;
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
              slowestMs = Math.max(slowestMs, (yield* Clock.currentTimeMillis) - nowMs);
              expect(codesOf(answers.success)).toEqual(passes.map(() => ""));
              stored.push(...passes.map(toHex));
              yield* Effect.sleep(20);
            }
          });
          const killing = Effect.sync(() => present<Running>(running[1]).signal("SIGKILL")).pipe(
            Effect.delay(killedAfterMs),
          );
          yield* Effect.all([...venues.map(door), killing], { concurrency: "unbounded", discard: true });
          console.log({ stored: stored.length, unanswered, slowestMs });
          expect(unanswered).toBeGreaterThan(0);
          expect(yield* holders).toBe(2);

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
