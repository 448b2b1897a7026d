// The carrier slow or away: whoever asks for a code is told so, nothing counts as sent, and passes go on being issued meanwhile.
// The gateway is the real one, over HTTP, to a carrier that answers as it is told; after a few failures it is asked no more for a while.
// No time is measured: what must not wait is done while something else hangs.
import { createServer, type ServerResponse } from "node:http";
import { Deferred, Effect, Fiber, Schedule } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { defaultPolicy, presets } from "../../../models/policy.ts";
import { policyNumbers } from "../../../impl/generated/policy.ts";
import { makeHttpSmsGateway } from "../../../impl/issuer/httpsmsgateway.ts";
import { SmsUnavailable, type SmsGateway, type SmsMessage } from "../../../impl/issuer/smsgateway.ts";
import { present } from "../protocol/hex.ts";
import { agreesOn, allowed, asksCode, asksGuardian, asksPass, openDevice, types } from "./devices.ts";
import { minute, newPremises, noonMs, running } from "./premises.ts";
import { allRows, rowCounts } from "./stored.ts";

const policy = presets["2020-10"];
const away = new SmsUnavailable({ retryAfterSeconds: 7 });
const codeIn = ({ code }: Extract<SmsMessage, { readonly kind: "code" }>): string => code;

/** A carrier that does what it is told at the moment. */
const moody = () => {
  const taken: SmsMessage[] = [];
  let mood: Effect.Effect<void, SmsUnavailable> = Effect.void;
  const gateway: SmsGateway["Service"] = {
    send: (messages) =>
      Effect.andThen(
        Effect.suspend(() => mood),
        Effect.sync(() => void taken.push(...messages)),
      ),
  };
  const lastCode = (): string =>
    codeIn(
      present(
        taken.findLast(
          (message): message is Extract<SmsMessage, { kind: "code" }> => message.kind === "code",
        ),
      ),
    );
  return { gateway, taken, lastCode, become: (next: typeof mood) => void (mood = next) };
};

describe("a carrier that is away", () => {
  it("makes requests for codes fail, and counts nothing as sent", () => {
    const carrier = moody();
    return running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* allowed;
        const device = yield* openDevice("010-1234-5678");
        yield* agreesOn(device);
        const before = yield* allRows;
        carrier.become(Effect.fail(away));
        for (let asked = 0; asked < 10; asked += 1) expect(yield* asksCode(device)).toBe("sms-unavailable");
        expect(yield* asksGuardian(device, "010-7777-8888")).toBe("sms-unavailable");
        expect(yield* allRows).toEqual(before);
        expect(yield* rowCounts).toMatchObject({ verification: 0 });
        carrier.become(Effect.void);
        // Three in the window, as if nothing had been asked before.
        for (const told of ["sent", "sent", "sent", "code-locked"])
          expect(yield* asksCode(device)).toBe(told);
        expect(carrier.taken).toHaveLength(3);
      }),
      { policy, gateway: carrier.gateway },
    );
  });

  it("leaves the code that was sent before to be typed", () => {
    const carrier = moody();
    return running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* allowed;
        const device = yield* openDevice("010-1234-5678");
        yield* agreesOn(device);
        expect(yield* asksCode(device)).toBe("sent");
        carrier.become(Effect.fail(away));
        expect(yield* asksCode(device)).toBe("sms-unavailable");
        expect(yield* types(device, carrier.lastCode())).toBe("verified");
      }),
      { policy, gateway: carrier.gateway },
    );
  });
});

describe("a carrier that never answers", () => {
  it("holds up nobody's pass, consent or code", () => {
    const carrier = moody();
    return running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* allowed;
        const device = yield* openDevice("010-1234-5678");
        yield* agreesOn(device);
        yield* asksCode(device);
        yield* types(device, carrier.lastCode());
        const hanging = yield* Deferred.make<undefined, SmsUnavailable>();
        carrier.become(Deferred.await(hanging));
        const waiting = yield* Effect.forkChild(
          Effect.flatMap(openDevice("010-2222-3333"), (other) =>
            Effect.andThen(agreesOn(other), asksCode(other)),
          ),
        );
        for (let shown = 0; shown < 20; shown += 1) {
          yield* TestClock.adjust(5_000);
          expect(yield* asksPass(device)).toBe("shown");
        }
        yield* Deferred.fail(hanging, away);
        expect(yield* Fiber.join(waiting)).toBe("sms-unavailable");
      }),
      { policy, gateway: carrier.gateway },
    );
  });
});

/** A carrier on a port of its own; each request is handed to whoever answers it. */
const served = Effect.acquireRelease(
  Effect.callback<{
    url: string;
    asked: () => number;
    answers: (how: (response: ServerResponse) => void) => void;
    stop: () => void;
  }>((resume) => {
    let asked = 0;
    let answer = (response: ServerResponse): void => void response.writeHead(202).end();
    const server = createServer((request, response) => {
      request.resume();
      asked += 1;
      answer(response);
    });
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = address === null || typeof address === "string" ? 0 : address.port;
      resume(
        Effect.succeed({
          url: `http://127.0.0.1:${String(port)}/messages`,
          asked: () => asked,
          answers: (how) => void (answer = how),
          stop: () => {
            server.closeAllConnections();
            server.close();
          },
        }),
      );
    });
  }),
  ({ stop }) => Effect.sync(stop),
);

const message = { kind: "code", phone: "+821012345678", code: "123456" } as const;

describe("the gateway over HTTP", () => {
  const over = <A, E>(
    use: (
      carrier: Effect.Success<typeof served>,
      send: Effect.Effect<void, SmsUnavailable>,
    ) => Effect.Effect<A, E>,
    options = {},
  ) =>
    Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const carrier = yield* served;
          const gateway = yield* makeHttpSmsGateway({
            url: carrier.url,
            secret: "open sesame",
            policy: policyNumbers(defaultPolicy),
            timeoutMs: 200,
            failuresMost: 3,
            openForMs: 5_000,
            ...options,
          });
          return yield* use(carrier, gateway.send([message]));
        }),
      ),
    );

  it("asks a carrier that fails no more for a while, and says for how long", () =>
    over((carrier, send) =>
      Effect.gen(function* () {
        yield* send;
        carrier.answers((response) => void response.writeHead(500).end());
        for (let failed = 0; failed < 3; failed += 1) yield* Effect.flip(send);
        expect(carrier.asked()).toBe(4);
        const refused = yield* Effect.flip(send);
        expect(refused).toBeInstanceOf(SmsUnavailable);
        expect(refused.retryAfterSeconds).toBe(5);
        for (let more = 0; more < 50; more += 1) yield* Effect.flip(send);
        expect(carrier.asked()).toBe(4);
      }),
    ));

  it("gives up on a carrier that does not answer", () =>
    over((carrier, send) =>
      Effect.gen(function* () {
        carrier.answers(() => undefined);
        for (let failed = 0; failed < 4; failed += 1) yield* Effect.flip(send);
        expect(carrier.asked()).toBe(3);
      }),
    ));

  it("tries once more when the carrier cannot be reached at all", () =>
    over((carrier, send) =>
      Effect.gen(function* () {
        carrier.stop();
        expect((yield* Effect.flip(send)).retryAfterSeconds).toBe(5);
      }),
    ));

  it("asks again after the pause, and goes on when the carrier is back", () =>
    over(
      (carrier, send) =>
        Effect.gen(function* () {
          carrier.answers((response) => void response.writeHead(503).end());
          for (let failed = 0; failed < 4; failed += 1) yield* Effect.flip(send);
          expect(carrier.asked()).toBe(3);
          carrier.answers((response) => void response.writeHead(202).end());
          yield* Effect.retry(send, { schedule: Schedule.spaced("5 millis"), times: 1_000 });
          expect(carrier.asked()).toBe(4);
        }),
      { openForMs: 50 },
    ));

  it("is opened by nobody's wrong number", () =>
    over((carrier, send) =>
      Effect.gen(function* () {
        carrier.answers((response) => void response.writeHead(422).end());
        for (let refused = 0; refused < 10; refused += 1) yield* Effect.flip(send);
        expect(carrier.asked()).toBe(10);
        carrier.answers((response) => void response.writeHead(202).end());
        yield* send;
      }),
    ));

  it("lets no more wait than it may", () =>
    over(
      (carrier, send) =>
        Effect.gen(function* () {
          const held: ServerResponse[] = [];
          carrier.answers((response) => void held.push(response));
          const waiting = yield* Effect.forkChild(Effect.exit(send), { startImmediately: true });
          expect((yield* Effect.flip(send)).retryAfterSeconds).toBe(1);
          yield* Fiber.join(waiting);
          expect(held).toHaveLength(1);
        }),
      { waitingMost: 1 },
    ));
});

it("a lock or a refusal sends nothing", () => {
  const carrier = moody();
  return running(
    newPremises(),
    noonMs,
    Effect.gen(function* () {
      yield* allowed;
      const device = yield* openDevice("010-1234-5678");
      expect(yield* asksCode(device)).toBe("consent-required");
      yield* agreesOn(device);
      for (let sent = 0; sent < 8; sent += 1) yield* asksCode(device);
      expect(carrier.taken).toHaveLength(3);
      yield* TestClock.adjust(41 * minute);
      expect(yield* asksCode(device)).toBe("sent");
    }),
    { policy, gateway: carrier.gateway },
  );
});
