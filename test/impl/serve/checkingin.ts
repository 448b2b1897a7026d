// Everybody as real processes, and the way of a person and a door through all of them, for the tests of `serve all`.
// The person is met at the first issuer; what the others then say of it is asked by the tests.
// It knows no store: where records lie is a matter of the words that `serve all` is given.
import { readFileSync } from "node:fs";
import { Effect, Schema } from "effect";
import { expect } from "vitest";
import { ask, type Question } from "./asks.ts";
import { start, until, type Running } from "./processes.ts";

const decodeJson = Schema.decodeUnknownSync(
  Schema.fromJsonString(Schema.Record(Schema.String, Schema.Unknown)),
);

export const asked = (question: Question) =>
  Effect.map(
    Effect.promise(() => ask(question)),
    ({ status, body }) => ({ status, body: decodeJson(body) }),
  );

const post = (url: string, body: object, headers: Readonly<Record<string, string>>, method = "POST") =>
  asked({ url, method, body: JSON.stringify(body), headers });

export const startAll = Effect.fnUntraced(function* (
  folder: string,
  words: readonly string[] = ["--issuers", "1"],
) {
  const all = yield* start(["serve", "all", "--dir", folder, "--free-ports", "--until-input-ends", ...words]);
  yield* until(() => all.said().includes("Everybody runs"));
  return all;
});

/** The way of a person and a door through the parties, to one admission. */
export const checkIn = Effect.fnUntraced(function* (all: Running, folder: string) {
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

/** How many visits the custodian says it has recorded. */
export const recorded = (all: Running) =>
  Effect.map(asked({ url: `${all.url("custodian")}/v1/counts` }), ({ body }) => body["recorded"]);
