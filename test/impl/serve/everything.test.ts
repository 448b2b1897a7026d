// Everybody on one machine, as real processes: they start, a person checks in through them, one that dies comes back
// with everything it acknowledged, and all of them stop when they are told to, or when whoever started them is gone.
// This is the only test that waits for whole processes; what they answer is tested beside it.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { asked, checkIn, recorded, startAll } from "./checkingin.ts";
import { freshFolder, processesWith, start, until } from "./processes.ts";

const everybody = ["issuer-1", "custodian", "authority", "board", "venue"];
const minutes = 60_000;

describe("serve all", () => {
  it(
    "starts every party, takes a check-in through all of them, loses none when one dies, and leaves no process behind",
    () =>
      Effect.runPromise(
        Effect.scoped(
          Effect.gen(function* () {
            const folder = yield* freshFolder;
            const all = yield* startAll(folder);
            for (const name of everybody) {
              const ready = yield* asked({ url: `${all.url(name)}/ready` });
              expect([name, ready.body]).toEqual([name, { status: "ready" }]);
            }
            // One process a party, each with its own folder.
            for (const name of everybody) {
              expect([name, processesWith("serve", `${folder}/${name} `).length]).toEqual([name, 1]);
            }
            const office = yield* start(["announce", "alert", "--dir", `${folder}/office`]);
            expect(yield* office.ended).toBe(0);
            expect(office.said()).toContain("custodian: knows the level alert");
            yield* checkIn(all, folder);
            expect(yield* recorded(all)).toBe(1);

            const [custodian = 0] = processesWith("serve", `${folder}/custodian `);
            process.kill(custodian, "SIGKILL");
            yield* until(() => all.said().includes("custodian ended with 1; it is started again."));
            yield* until(() => all.said().split(/^custodian parties /m).length === 3);
            expect(yield* recorded(all)).toBe(1);

            all.signal("SIGTERM");
            expect(yield* all.ended).toBe(0);
            for (const name of everybody) expect(all.said()).toContain(`${name} stopped`);
            expect(all.said()).toContain("Everybody stopped.");
            expect(processesWith(folder)).toEqual([]);

            const next = yield* startAll(folder);
            expect(yield* recorded(next)).toBe(1);
            next.signal("SIGKILL");
            yield* next.ended;
            yield* until(() => processesWith(folder).length === 0);
          }),
        ),
      ),
    3 * minutes,
  );
});

describe("serve", () => {
  it("ends with 2 and the place of the mistake when the folder holds no configuration", () =>
    Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const folder = yield* freshFolder;
          const party = yield* start(["serve", "board", "--dir", folder]);
          expect(yield* party.ended).toBe(2);
          expect(party.said()).toMatch(/^config-invalid: config\.json: there is no such file in /);
        }),
      ),
    ));

  it("ends with 2 and says so when its port is taken", () =>
    Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const folder = yield* freshFolder;
          yield* (yield* start(["prepare", "board", "--dir", `${folder}/a`])).ended;
          const first = yield* start(["serve", "board", "--dir", `${folder}/a`]);
          yield* until(() => first.url("board") !== "");
          const port = new URL(first.url("board")).port;
          yield* (yield* start(["prepare", "board", "--dir", `${folder}/b`, "--public-port", port])).ended;
          const second = yield* start(["serve", "board", "--dir", `${folder}/b`]);
          expect(yield* second.ended).toBe(2);
          expect(second.said()).toMatch(/^place-taken: 127\.0\.0\.1:\d+ cannot be listened at/);
        }),
      ),
    ));
});
