// Everybody on one machine, as real processes: they start, a person checks in through them, one that dies comes back
// with everything it acknowledged, and all of them stop when they are told to, or when whoever started them is gone.
// This is the only test that waits for whole processes; what they answer is tested beside it.
import { readFileSync } from "node:fs";
import { Effect, Schema } from "effect";
import { describe, expect, it } from "vitest";
import { ask, type Question } from "./asks.ts";
import { freshFolder, processesWith, start, until, type Running } from "./processes.ts";

const everybody = ["issuer-1", "custodian", "authority", "board", "venue"];
const minutes = 60_000;

const decodeJson = Schema.decodeUnknownSync(
  Schema.fromJsonString(Schema.Record(Schema.String, Schema.Unknown)),
);

const asked = (question: Question) =>
  Effect.map(
    Effect.promise(() => ask(question)),
    ({ status, body }) => ({ status, body: decodeJson(body) }),
  );

const post = (url: string, body: object, headers: Readonly<Record<string, string>>, method = "POST") =>
  asked({ url, method, body: JSON.stringify(body), headers });

const startAll = Effect.fnUntraced(function* (folder: string) {
  const all = yield* start([
    "serve",
    "all",
    "--dir",
    folder,
    "--issuers",
    "1",
    "--free-ports",
    "--until-input-ends",
  ]);
  yield* until(() => all.said().includes("Everybody runs"));
  return all;
});

/** The way of a person and a door through the parties, to one admission. */
const checkIn = Effect.fnUntraced(function* (all: Running, folder: string) {
  const issuer = all.url("issuer-1");
  const carrier = /^carrier (\S+)$/m.exec(all.said())?.[1] ?? "";
  const phone = "010-2345-6789";
  const session = yield* post(`${issuer}/v1/sessions`, { phone }, {});
  const person = { authorization: `Bearer ${String(session.body["token"])}` };
  const notice = yield* asked({ url: `${issuer}/v1/notice` });
  const agreed = yield* post(`${issuer}/v1/consent`, { notice: notice.body["hash"], under14: false }, person);
  expect(agreed.status).toBe(200);
  expect((yield* post(`${issuer}/v1/codes`, {}, person)).body).toEqual({ sent: true });
  const inbox = yield* asked({ url: `${carrier}/phones/${phone}` });
  const code = /\d{6}/.exec(JSON.stringify(inbox.body["messages"]))?.[0];
  const verified = yield* post(`${issuer}/v1/verification`, { code }, person);
  expect(verified.status).toBe(200);
  const pass = yield* post(`${issuer}/v1/passes`, {}, person);
  expect(pass.status).toBe(200);

  const key = readFileSync(`${folder}/venue/door.key`, "utf8").trim();
  const door = { authorization: `Bearer ${key}` };
  const venue = all.url("venue");
  const registered = yield* post(`${venue}/v1/registration`, { venue: 7, kind: "karaoke" }, door, "PUT");
  expect(registered.status).toBe(200);
  const scan = { text: pass.body["text"] };
  const admitted = yield* post(`${venue}/v1/scans`, scan, door);
  expect(admitted.body).toEqual({ admission: "checked" });
  const again = yield* post(`${venue}/v1/scans`, scan, door);
  expect(again.status).toBe(409);
});

const recorded = (all: Running) =>
  Effect.map(asked({ url: `${all.url("custodian")}/v1/counts` }), ({ body }) => body["recorded"]);

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
