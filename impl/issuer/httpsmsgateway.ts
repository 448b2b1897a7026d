/**
 * A carrier's gateway over HTTP: each message is one POST with the shared secret, answered 2xx when the carrier has taken it.
 * Every call is bounded: a time-out, one more try when nothing can have been taken, a limit on how many wait, and a circuit breaker,
 * so that a carrier that is slow or away is asked no more for a while and a request for a code is answered at once.
 * What was not taken counts as not sent. It keeps and logs no number and no code.
 */
import * as NodeHttpClient from "@effect/platform-node/NodeHttpClient";
import { Agent } from "@effect/platform-node/Undici";
import { Cause, Duration, Effect, Exit, Option, Schedule, Semaphore, Tracer, type Scope } from "effect";
import { CircuitBreaker } from "effect/persistence";
import type { PolicyNumbers } from "../generated/policy.ts";
import { HttpClient, HttpClientError, HttpClientRequest } from "../protocol/http/effecthttp.ts";
import { SmsUnavailable, type SmsGateway, type SmsMessage } from "./smsgateway.ts";
import { smsText } from "./smstext.ts";

export interface HttpSmsGatewayOptions {
  readonly url: string;
  readonly secret: string;
  /** How long the carrier may take for one message. */
  readonly timeoutMs?: number;
  /** How many messages may be on their way at once. */
  readonly waitingMost?: number;
  /** So many failures one after the other open the circuit. */
  readonly failuresMost?: number;
  /** How long it stays open before one message is tried again. */
  readonly openForMs?: number;
  readonly policy: PolicyNumbers;
}

const circuit = "sms";
const retryAfterBusy = new SmsUnavailable({ retryAfterSeconds: 1 });

/** The connection was refused: nothing can have been taken, and asking again is safe. */
const isUnreached = (error: unknown): boolean =>
  error instanceof HttpClientError.HttpClientError && error.reason._tag === "TransportError";

/** A number that the carrier does not know says nothing about the carrier: nobody must be able to open the circuit with one. */
const ofOneMessage: ReadonlySet<number> = new Set([400, 404, 410, 422]);
const outcomeOf = (exit: Exit.Exit<unknown, unknown>): CircuitBreaker.Outcome => {
  if (Exit.isSuccess(exit)) return CircuitBreaker.success;
  const failure = Option.getOrUndefined(Cause.findErrorOption(exit.cause));
  return failure instanceof HttpClientError.HttpClientError &&
    failure.reason._tag === "StatusCodeError" &&
    ofOneMessage.has(failure.reason.response.status)
    ? CircuitBreaker.success
    : CircuitBreaker.failure();
};

const secondsOf = (duration: Duration.Duration): number =>
  Math.max(1, Math.ceil(Duration.toMillis(duration) / 1_000));

export const makeHttpSmsGateway = Effect.fnUntraced(function* (
  options: HttpSmsGatewayOptions,
): Effect.fn.Return<SmsGateway["Service"], never, Scope.Scope> {
  const { timeoutMs = 3_000, waitingMost = 256, failuresMost = 5, openForMs = 10_000, policy } = options;
  const dispatcher = yield* Effect.acquireRelease(
    Effect.sync(() => new Agent({ connections: waitingMost })),
    (agent) => Effect.promise(() => agent.destroy()),
  );
  const client = HttpClient.filterStatusOk(
    yield* Effect.provideService(NodeHttpClient.makeUndici, NodeHttpClient.Dispatcher, dispatcher),
  );
  const breaker = yield* CircuitBreaker.make({
    tripPolicy: CircuitBreaker.consecutive(failuresMost),
    openDuration: Duration.millis(openForMs),
  }).pipe(Effect.provide(CircuitBreaker.layerStoreMemory()));
  const places = yield* Semaphore.make(waitingMost);
  const later = new SmsUnavailable({ retryAfterSeconds: secondsOf(Duration.millis(openForMs)) });

  const post = (message: SmsMessage) =>
    HttpClientRequest.post(options.url).pipe(
      HttpClientRequest.bearerToken(options.secret),
      HttpClientRequest.bodyJsonUnsafe({ to: message.phone, text: smsText(message, policy) }),
      client.execute,
      Effect.scoped,
      Effect.retry({ while: isUnreached, schedule: Schedule.spaced("100 millis"), times: 1 }),
      Effect.timeout(timeoutMs),
      breaker.execute({ key: circuit, classify: outcomeOf }),
      Effect.catchCause((cause) => {
        if (Cause.hasInterruptsOnly(cause)) return Effect.interrupt;
        const failure = Option.getOrUndefined(Cause.findErrorOption(cause));
        return Effect.fail(
          failure instanceof CircuitBreaker.CircuitBreakerError && failure.reason._tag === "CircuitOpen"
            ? new SmsUnavailable({ retryAfterSeconds: secondsOf(failure.reason.retryAfter) })
            : later,
        );
      }),
      Effect.asVoid,
      Effect.provideService(HttpClient.TracerDisabledWhen, () => true),
      Effect.provideService(Tracer.DisablePropagation, true),
    );

  return {
    send: (messages) =>
      Effect.forEach(
        messages,
        (message) =>
          Effect.flatMap(places.withPermitsIfAvailable(1)(post(message)), (sent) =>
            Option.isNone(sent) ? Effect.fail(retryAfterBusy) : Effect.void,
          ),
        { discard: true, concurrency: "unbounded" },
      ),
  };
});

/** An issuer without a carrier: it can be asked for everything but codes. */
export const noSmsGateway: SmsGateway["Service"] = { send: () => Effect.fail(retryAfterBusy) };
