// Requests gathered into batches: every answer comes after its commit, a full queue refuses, and nobody is left waiting.
import { cpSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Cause, Deferred, Effect, Exit, Fiber, Scope } from "effect";
import { describe, expect, it } from "vitest";
import { makeGroupCommit } from "../../../impl/store/groupcommit.ts";
import { storeLayer } from "../../../impl/store/sqlite.ts";
import { Store } from "../../../impl/store/store.ts";
import { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import { freshFolder } from "./freshfolder.ts";

const run = <A, E>(effect: Effect.Effect<A, E, Scope.Scope>): Promise<A> =>
  Effect.runPromise(Effect.scoped(effect));
/** Runs as far as it can before the next line: its request is in the queue then. */
const asking = <A, E>(ask: Effect.Effect<A, E>) =>
  Effect.forkChild(Effect.exit(ask), { startImmediately: true });
/** A gate that a batch stops at, and the news that one has come to it. */
const makeGate = Effect.gen(function* () {
  const reached = yield* Deferred.make<boolean>();
  const opened = yield* Deferred.make<boolean>();
  return {
    pass: Effect.andThen(Deferred.succeed(reached, true), Deferred.await(opened)),
    reached: Deferred.await(reached),
    open: Deferred.succeed(opened, true),
  };
});
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("group commit", () => {
  it("answers each request with its own answer, many to a batch", () =>
    run(
      Effect.gen(function* () {
        const sizes: Array<number> = [];
        const { ask } = yield* makeGroupCommit({
          batchMax: 64,
          waitingMax: 1_000,
          perform: (batch: ReadonlyArray<number>) =>
            Effect.sync(() => {
              sizes.push(batch.length);
              return batch.map((request) => request * 2);
            }),
        });
        const answers = yield* Effect.forEach(numbers(500), ask, { concurrency: "unbounded" });
        expect(answers).toEqual(numbers(500).map((request) => request * 2));
        expect(Math.max(...sizes)).toBe(64);
        expect(sizes.length).toBeLessThan(20);
      }),
    ));

  it("has the change on the disk before the answer is given", () => {
    const folder = freshFolder();
    const copied = freshFolder();
    const program = Effect.gen(function* () {
      const store = yield* Store;
      yield* store.script("CREATE TABLE visit (id INTEGER PRIMARY KEY) STRICT");
      let copies = 0;
      const { ask } = yield* makeGroupCommit({
        batchMax: 8,
        perform: (batch: ReadonlyArray<number>) =>
          Effect.as(
            store.transaction(
              store.runEach(
                "INSERT INTO visit (id) VALUES (?)",
                batch.map((id) => [id]),
              ),
            ),
            batch,
          ),
      });
      const afterwards = (id: number) =>
        Effect.map(ask(id), () => {
          // The process might end here: what lies on the disk now is all that a restart would find.
          const copy = join(copied, String((copies += 1)));
          cpSync(folder, copy, { recursive: true });
          const database = new DatabaseSync(join(copy, "a.sqlite"));
          const found = database.prepare("SELECT id FROM visit WHERE id = ?").get(id);
          database.close();
          return found?.["id"] === id;
        });
      return yield* Effect.forEach(numbers(24), afterwards, { concurrency: "unbounded" });
    });
    const layer = storeLayer({ file: join(folder, "a.sqlite") });
    return run(Effect.provide(program, layer)).then((found) => {
      expect(found).toEqual(numbers(24).map(() => true));
    });
  });

  it("refuses beyond its limit at once, and answers those within it", () =>
    run(
      Effect.gen(function* () {
        const gate = yield* makeGate;
        const { ask } = yield* makeGroupCommit({
          batchMax: 1,
          waitingMax: 2,
          perform: (batch: ReadonlyArray<number>) => Effect.as(gate.pass, batch),
        });
        const first = yield* asking(ask(0));
        yield* gate.reached;
        const rest = yield* Effect.forEach([1, 2, 3], (request) => asking(ask(request)));
        yield* gate.open;
        const exits = yield* Effect.forEach([first, ...rest], Fiber.join);
        expect(exits.slice(0, 3)).toEqual([Exit.succeed(0), Exit.succeed(1), Exit.succeed(2)]);
        const last = exits[3];
        expect(last && Exit.isFailure(last) && Cause.squash(last.cause)).toMatchObject({
          code: "overloaded",
        });
      }),
    ));

  it("passes a failure and a defect on to everyone in the batch, and goes on", () =>
    run(
      Effect.gen(function* () {
        const full = new StoreUnavailable({ reason: "full", detail: "test" });
        const { ask } = yield* makeGroupCommit({
          batchMax: 10,
          perform: (batch: ReadonlyArray<string>) =>
            batch.includes("fail")
              ? Effect.fail(full)
              : batch.includes("die")
                ? Effect.die("mistake")
                : Effect.succeed(batch.includes("few") ? [] : batch),
        });
        const exits = (requests: ReadonlyArray<string>) =>
          Effect.forEach(requests, (request) => Effect.exit(ask(request)), { concurrency: "unbounded" });
        expect(yield* exits(["a", "fail"])).toEqual([Exit.fail(full), Exit.fail(full)]);
        expect(yield* exits(["a", "die"])).toEqual([Exit.die("mistake"), Exit.die("mistake")]);
        for (const exit of yield* exits(["few"]))
          expect(Exit.isFailure(exit) && Cause.hasDies(exit.cause)).toBe(true);
        expect(yield* exits(["a"])).toEqual([Exit.succeed("a")]);
      }),
    ));

  it("does not perform a request whose asker left before its batch began", () =>
    run(
      Effect.gen(function* () {
        const gate = yield* makeGate;
        const performed: Array<number> = [];
        const { ask } = yield* makeGroupCommit({
          batchMax: 1,
          perform: (batch: ReadonlyArray<number>) =>
            Effect.map(gate.pass, () => {
              performed.push(...batch);
              return batch;
            }),
        });
        const first = yield* asking(ask(1));
        yield* gate.reached;
        const second = yield* asking(ask(2));
        const third = yield* asking(ask(3));
        yield* Fiber.interrupt(second);
        yield* gate.open;
        expect([yield* Fiber.join(first), yield* Fiber.join(third)]).toEqual([
          Exit.succeed(1),
          Exit.succeed(3),
        ]);
        expect(performed).toEqual([1, 3]);
      }),
    ));

  it("ends the running batch when the party stops, and tells those who wait that it is closed", () =>
    run(
      Effect.gen(function* () {
        const gate = yield* makeGate;
        const scope = yield* Scope.make();
        const { ask } = yield* makeGroupCommit({
          batchMax: 1,
          perform: (batch: ReadonlyArray<number>) => Effect.as(gate.pass, batch),
        }).pipe(Scope.provide(scope));
        const running = yield* asking(ask(1));
        yield* gate.reached;
        const waiting = yield* asking(ask(2));
        const stopping = yield* asking(Scope.close(scope, Exit.void));
        yield* gate.open;
        yield* Fiber.join(stopping);
        expect(yield* Fiber.join(running)).toEqual(Exit.succeed(1));
        const left = yield* Fiber.join(waiting);
        expect(Exit.isFailure(left) && Cause.squash(left.cause)).toMatchObject({ reason: "closed" });
        expect(yield* Effect.flip(ask(3))).toMatchObject({ reason: "closed" });
      }),
    ));
});
