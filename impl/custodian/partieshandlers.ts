/**
 * The custodian's handlers for those who prove a key: issuers, devices, the authority, the national office.
 * They stamp what comes in with the custodian's clock, gather scans of many venues into one transaction, and answer in codes.
 * They decide nothing; a venue delivers its own scans only, and an issuer its own deposits.
 */
import { Effect, Layer } from "effect";
import { policyNumbers } from "../generated/policy.ts";
import { refusalCodes } from "../generated/law.ts";
import { PolicyInForce } from "../lifecycle/desk.ts";
import { isRefusal, refusalCode } from "../lifecycle/refused.ts";
import type { Answers } from "../protocol/contracts.ts";
import { issuerOfDeposit } from "../protocol/deposit.ts";
import { sameBytes } from "../protocol/fields.ts";
import { CurrentCaller, type Caller } from "../protocol/http/caller.ts";
import { custodianApi, type Answer } from "../protocol/http/custodian.ts";
import { HttpApiBuilder, HttpServerRequest } from "../protocol/http/effecthttp.ts";
import { levelsApi } from "../protocol/http/levels.ts";
import { problem, problemOf } from "../protocol/http/problem.ts";
import { encodeReleasedPart } from "../protocol/releasedpart.ts";
import { venueOfScan } from "../protocol/scan.ts";
import { nodeRequest } from "../server/noderequest.ts";
import { makeNetworkNames } from "../server/network.ts";
import type { CallerOfKey } from "../server/tlslistener.ts";
import { makeCallerRate } from "./callerrate.ts";
import { Custodian } from "./custodian.ts";

const notAllowed = refusalCodes.indexOf("not-allowed");
/** No venue of this size opens twenty doors a minute; behind one network there may be a few. */
const registrationsAMinuteMost = 20;
/** Beyond what the law lets a venue deliver there is room for late and refused ones, and no more. */
const scansBeyondLaw = 10;

const answerOf = (answer: number): Answer =>
  isRefusal(answer) ? { code: refusalCode(answer) } : { admitted: true };

const answered = (answers: Answers | readonly number[]) => ({ answers: Array.from(answers, answerOf) });

/** The number of the issuer or venue that asks; the table of callers lets nobody else come here. */
const numberOf = (caller: Caller): number => ("number" in caller ? caller.number : -1);

const depositsHandlers = HttpApiBuilder.group(
  custodianApi,
  "deposits",
  Effect.fnUntraced(function* (handlers) {
    const custodian = yield* Custodian;
    return handlers.handle("deposit", ({ payload: { deposits } }) =>
      Effect.gen(function* () {
        const issuer = numberOf(yield* CurrentCaller);
        const own = deposits.filter((deposit) => issuerOfDeposit(deposit) === issuer);
        const answers = (yield* custodian.deposit(own, yield* custodian.now)).values();
        return answered(
          deposits.map((deposit) =>
            issuerOfDeposit(deposit) === issuer ? (answers.next().value ?? notAllowed) : notAllowed,
          ),
        );
      }).pipe(Effect.mapError(problemOf)),
    );
  }),
);

const registeringHandlers = HttpApiBuilder.group(
  custodianApi,
  "registering",
  Effect.fnUntraced(function* (handlers) {
    const custodian = yield* Custodian;
    const networkOf = makeNetworkNames();
    const rate = makeCallerRate(registrationsAMinuteMost);
    return handlers.handle("register", ({ payload }) =>
      Effect.gen(function* () {
        const caller = yield* CurrentCaller;
        const request = yield* HttpServerRequest.HttpServerRequest;
        const network = networkOf(nodeRequest(request).socket.remoteAddress);
        if (!rate.take(network, 1, yield* custodian.now)) return yield* problem("requests-exceeded");
        // Whoever registers proves the device's key, or is known by it already, under this number and no other.
        const isOwn =
          caller.kind === "stranger"
            ? sameBytes(caller.key, payload.deviceKey)
            : numberOf(caller) === payload.venue;
        if (!isOwn) return yield* problem("not-allowed");
        yield* custodian.registerVenue(payload);
        return { registered: true } as const;
      }).pipe(Effect.mapError(problemOf)),
    );
  }),
);

const scansHandlers = HttpApiBuilder.group(
  custodianApi,
  "scans",
  Effect.fnUntraced(function* (handlers) {
    const custodian = yield* Custodian;
    const { scansPerMinute } = policyNumbers(yield* PolicyInForce);
    const rates = {
      onTime: makeCallerRate(scansPerMinute * scansBeyondLaw),
      late: makeCallerRate(scansPerMinute * scansBeyondLaw),
    };
    const record = (scans: readonly Uint8Array[], late: boolean) =>
      Effect.gen(function* () {
        const venue = numberOf(yield* CurrentCaller);
        const receivedAtMs = yield* custodian.now;
        const rate = late ? rates.late : rates.onTime;
        if (!rate.take(String(venue), scans.length, receivedAtMs)) return yield* problem("requests-exceeded");
        // Each joins whatever gathers for the next transaction; the first that finds no room calls the others back.
        return answered(
          yield* Effect.forEach(
            scans,
            (bytes) => {
              const signer = venueOfScan(bytes);
              return signer === undefined || signer === venue
                ? custodian.recordOne({ bytes, receivedAtMs, late })
                : Effect.succeed(notAllowed);
            },
            { concurrency: "unbounded" },
          ),
        );
      }).pipe(Effect.mapError(problemOf));
    return handlers
      .handle("record", ({ payload }) => record(payload.scans, false))
      .handle("recordLate", ({ payload }) => record(payload.scans, true));
  }),
);

const releasesHandlers = HttpApiBuilder.group(
  custodianApi,
  "releases",
  Effect.fnUntraced(function* (handlers) {
    const custodian = yield* Custodian;
    return handlers.handle("release", ({ payload }) =>
      custodian.release(payload).pipe(
        Effect.map(({ parts, records, recordsEndAtMs, refusedClaims, logged }) => ({
          parts: parts.map(encodeReleasedPart),
          records,
          recordsEndAtMs,
          refusedClaims,
          logged,
        })),
        Effect.mapError(problemOf),
      ),
    );
  }),
);

const levelsHandlers = HttpApiBuilder.group(
  levelsApi,
  "levels",
  Effect.fnUntraced(function* (handlers) {
    const custodian = yield* Custodian;
    return handlers.handle("announce", ({ payload: { level } }) =>
      custodian.announceLevel(level).pipe(Effect.as({ level }), Effect.mapError(problemOf)),
    );
  }),
);

/** All of them, over the custodian. */
export const custodianHandlers = Layer.mergeAll(
  depositsHandlers,
  registeringHandlers,
  scansHandlers,
  releasesHandlers,
  levelsHandlers,
);

/** By its device's key a venue is known, wherever it connects from. */
export const callerOfDevice =
  ({ venueOf }: Custodian["Service"]): CallerOfKey =>
  (key) =>
    venueOf(key).pipe(
      Effect.map((number): Caller | undefined =>
        number === undefined ? undefined : { kind: "venue", number },
      ),
      Effect.mapError(problemOf),
    );
