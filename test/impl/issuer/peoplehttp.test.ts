// The people's API over real HTTP: a person's whole way from a session to a pass, to their questions and out again;
// and what everybody else is answered: no session, an ended one, wrong input, a door that is not theirs, more than can be taken.
// Every answer that is no success is a problem document with a code.
import { Deferred, Effect, Fiber } from "effect";
import { describe, expect, it } from "vitest";
import { SmsUnavailable } from "../../../impl/issuer/smsgateway.ts";
import { decodePassText, passVersions } from "../../../impl/protocol/pass.ts";
import { present } from "../protocol/hex.ts";
import { readsSms } from "./devices.ts";
import { agreed, opened, policy, problemIn, problemOf, served, text, verified } from "./overhttp.ts";

describe("a person", () => {
  it("goes from a session to a pass, asks what is held, and withdraws", () =>
    served((ask) =>
      Effect.gen(function* () {
        const session = yield* ask("POST", "/v1/sessions", { body: { phone: "+82 10-1234-5678" } });
        expect(session).toMatchObject({ status: 200, body: { phone: "+821012345678" } });
        const token = text(session.body["token"]);
        expect(token).toMatch(/^[\w-]{43}$/);

        const refused = yield* ask("POST", "/v1/passes", { token, body: {} });
        expect(problemIn(refused)).toEqual(problemOf(409, "consent-required"));
        const receipt = yield* agreed(ask, token);
        expect(receipt).toMatchObject({
          status: 200,
          body: { receipt: { schema_version: "ISO/IEC TS 27560:2023" } },
        });
        expect(problemIn(yield* ask("POST", "/v1/passes", { token, body: {} }))).toEqual(
          problemOf(409, "verification-required"),
        );
        expect((yield* verified(ask, token)).status).toBe(200);

        const challenge = Buffer.from("abcdefgh").toString("base64url");
        const shown = yield* ask("POST", "/v1/passes", { token, body: { challenge } });
        expect(shown.status).toBe(200);
        const pass = decodePassText(text(shown.body["text"]), passVersions.deployed);
        expect(pass.ok ? Buffer.from(pass.value.challenge).toString() : pass.reason).toBe("abcdefgh");
        expect(Number(shown.body["shownUntilMs"]) - Number(shown.body["issuedAtMs"])).toBe(15_000);

        const account = yield* ask("GET", "/v1/account", { token });
        expect(account).toMatchObject({
          status: 200,
          body: { phone: "+821012345678", accountKept: true, verification: { state: "verified" } },
        });
        expect(JSON.stringify(account.body["words"])).toContain("+821012345678");
        expect((yield* ask("GET", "/v1/account/disclosures", { token })).body).toMatchObject({
          disclosures: [],
        });
        expect((yield* ask("GET", "/v1/consent/receipt", { token })).status).toBe(200);

        const left = yield* ask("DELETE", "/v1/consent", { token });
        expect(left.status).toBe(200);
        expect(JSON.stringify(left.body)).toContain("consent withdrawn");
        expect(problemIn(yield* ask("GET", "/v1/account", { token }))).toEqual(
          problemOf(401, "session-unknown"),
        );
      }),
    ));

  it("under 14 agrees with a guardian", () =>
    served((ask) =>
      Effect.gen(function* () {
        const token = yield* opened(ask);
        expect(problemIn(yield* agreed(ask, token, true))).toEqual(problemOf(409, "guardian-required"));
        const phone = "010-7777-8888";
        expect((yield* ask("POST", "/v1/guardian/codes", { token, body: { phone } })).status).toBe(200);
        const code = yield* readsSms("+821077778888");
        const confirmed = yield* ask("POST", "/v1/guardian/confirmation", { token, body: { code } });
        expect(confirmed.status).toBe(200);
        expect((yield* agreed(ask, token, true)).status).toBe(200);
      }),
    ));

  it("whose number is verified elsewhere is told that the session has ended", () =>
    served((ask) =>
      Effect.gen(function* () {
        const old = yield* opened(ask);
        yield* agreed(ask, old);
        yield* verified(ask, old);
        const next = yield* opened(ask);
        yield* agreed(ask, next);
        yield* verified(ask, next);
        expect(problemIn(yield* ask("POST", "/v1/passes", { token: old, body: {} }))).toEqual(
          problemOf(401, "session-unknown"),
        );
        expect((yield* ask("DELETE", "/v1/sessions/current", { token: next })).body).toEqual({
          closed: true,
        });
        expect(problemIn(yield* ask("GET", "/v1/account", { token: next }))).toEqual(
          problemOf(401, "session-unknown"),
        );
      }),
    ));

  it("is told when to ask again after too many passes, and while messages cannot be sent", () =>
    served(
      (ask) =>
        Effect.gen(function* () {
          const token = yield* opened(ask);
          yield* agreed(ask, token);
          const answer = yield* ask("POST", "/v1/codes", { token });
          expect(problemIn(answer)).toEqual(problemOf(503, "sms-unavailable"));
          expect(answer.retryAfter).toBe("7");
        }),
      { policy, gateway: { send: () => Effect.fail(new SmsUnavailable({ retryAfterSeconds: 7 })) } },
    ));
});

it("more than the queue of requests takes is refused at once, with when to ask again", () =>
  served(
    (ask) =>
      Effect.gen(function* () {
        const token = yield* opened(ask);
        const answer = yield* ask("POST", "/v1/passes", { token, body: {} });
        expect(problemIn(answer)).toEqual(problemOf(503, "overloaded"));
        expect(answer.retryAfter).toBe("1");
      }),
    { policy },
    (issuer) => {
      const overloaded = { _tag: "Overloaded", code: "overloaded", sentence: "", advice: "" } as const;
      return { ...issuer, people: { ...issuer.people, pass: () => Effect.fail(overloaded) } };
    },
  ));

describe("whoever skips the page", () => {
  it("is refused by the server, whatever order they ask in", () =>
    served((ask) =>
      Effect.gen(function* () {
        const token = yield* opened(ask);
        const body = { code: "123456" };
        for (const [method, path, sent, status, code] of [
          ["POST", "/v1/codes", undefined, 409, "consent-required"],
          ["POST", "/v1/verification", body, 409, "consent-required"],
          ["POST", "/v1/passes", {}, 409, "consent-required"],
          ["DELETE", "/v1/consent", undefined, 409, "account-unknown"],
          ["GET", "/v1/consent/receipt", undefined, 404, "consent-record-absent"],
          ["POST", "/v1/consent", { notice: "0".repeat(64), under14: false }, 409, "notice-unknown"],
          ["POST", "/v1/guardian/confirmation", body, 409, "code-not-sent"],
        ] as const) {
          const answer = yield* ask(method, path, { token, ...(sent === undefined ? {} : { body: sent }) });
          expect({ path, ...problemIn(answer) }).toEqual({ path, ...problemOf(status, code) });
        }
      }),
    ));

  it("without a session, or with one that never was, is asked who they are", () =>
    served((ask) =>
      Effect.gen(function* () {
        for (const [method, path] of [
          ["POST", "/v1/consent"],
          ["DELETE", "/v1/consent"],
          ["GET", "/v1/consent/receipt"],
          ["POST", "/v1/codes"],
          ["POST", "/v1/verification"],
          ["POST", "/v1/guardian/codes"],
          ["POST", "/v1/guardian/confirmation"],
          ["POST", "/v1/passes"],
          ["GET", "/v1/account"],
          ["GET", "/v1/account/disclosures"],
          ["DELETE", "/v1/sessions/current"],
        ] as const) {
          expect(problemIn(yield* ask(method, path))).toEqual(problemOf(401, "caller-unknown"));
          for (const token of ["A".repeat(43), "short", ""])
            expect(problemIn(yield* ask(method, path, { token }))).toEqual(problemOf(401, "session-unknown"));
        }
      }),
    ));

  it("with input of another form is told where the mistake is", () =>
    served((ask) =>
      Effect.gen(function* () {
        const token = yield* opened(ask);
        for (const [path, body, place] of [
          ["/v1/sessions", { phone: 1 }, ["body", "phone"]],
          ["/v1/sessions", {}, ["body", "phone"]],
          ["/v1/consent", { notice: "x", under14: false }, ["body", "notice"]],
          ["/v1/consent", { notice: "0".repeat(64), under14: "no" }, ["body", "under14"]],
          ["/v1/verification", { code: "abc" }, ["body", "code"]],
          ["/v1/passes", { challenge: "AAAA" }, ["body", "challenge"]],
        ] as const) {
          const answer = yield* ask("POST", path, { token, body });
          expect(problemIn(answer)).toEqual(problemOf(400, "input-invalid"));
          expect(answer.body["errors"]).toMatchObject([{ path: place }]);
        }
        expect(problemIn(yield* ask("POST", "/v1/sessions", { text: "{" })).status).toBe(400);
        expect(problemIn(yield* ask("POST", "/v1/sessions", { body: { phone: "02-123-4567" } }))).toEqual(
          problemOf(400, "phone-invalid"),
        );
      }),
    ));
});

it("a code that waits for a carrier that never answers holds up nobody else's pass", () =>
  Effect.runPromise(
    Effect.gen(function* () {
      const hanging = yield* Deferred.make<undefined, SmsUnavailable>();
      let codes: readonly string[] = [];
      let hangs = false;
      yield* Effect.promise(() =>
        served(
          (ask) =>
            Effect.gen(function* () {
              const token = yield* opened(ask);
              yield* agreed(ask, token);
              yield* ask("POST", "/v1/codes", { token });
              yield* ask("POST", "/v1/verification", { token, body: { code: present(codes[0]) } });
              hangs = true;
              const other = yield* opened(ask, "010-2222-3333");
              yield* agreed(ask, other);
              const waiting = yield* Effect.forkChild(ask("POST", "/v1/codes", { token: other }), {
                startImmediately: true,
              });
              for (let shown = 0; shown < 10; shown += 1)
                expect((yield* ask("POST", "/v1/passes", { token, body: {} })).status).toBe(200);
              yield* Deferred.fail(hanging, new SmsUnavailable({ retryAfterSeconds: 3 }));
              expect(problemIn(yield* Fiber.join(waiting))).toEqual(problemOf(503, "sms-unavailable"));
            }),
          {
            policy,
            gateway: {
              send: (messages) =>
                Effect.suspend(() => {
                  if (hangs) return Deferred.await(hanging);
                  codes = messages.flatMap((message) => (message.kind === "code" ? [message.code] : []));
                  return Effect.void;
                }),
            },
          },
        ),
      );
    }),
  ));
