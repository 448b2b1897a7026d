/**
 * The venue: registers, scans passes, signs each scan with its device's key and sends it on.
 * It learns admitted or why not, and nothing about who stands there (clause S11). Without the custodian it goes on and delivers later.
 */
import { Context, Effect, Layer } from "effect";
import { policyNumbers } from "../generated/policy.ts";
import { VenueRules } from "../generated/services/venue.ts";
import { PolicyInForce } from "../lifecycle/desk.ts";
import { makePartyClock } from "../lifecycle/partyclock.ts";
import { Refused, isRefusal, refusalCode } from "../lifecycle/refused.ts";
import { challengeNotShown, isBound } from "../protocol/challenge.ts";
import { encodeChallengeText } from "../protocol/challengetext.ts";
import { CustodianPort } from "../protocol/contracts.ts";
import { decodePass, decodePassText, type PassVersion } from "../protocol/pass.ts";
import { encodeScan } from "../protocol/scan.ts";
import { erasing } from "../store/erasingonly.ts";
import { Store } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { Vault } from "../store/vault.ts";
import { makeChallenges } from "./challenges.ts";
import type { Delivery } from "./delivering.ts";
import { openDevice } from "./device.ts";
import { makeInstants } from "./instants.ts";
import { makeRegistration, registrationSql, type Registered } from "./registration.ts";
import { sealedWaiting } from "./sealedwaiting.ts";
import { makeSending } from "./sending.ts";
import { makeWaiting, waitingSql } from "./waiting.ts";

/** Checked by the custodian; or not yet, because it could not be reached, and delivered later. */
export type Admission = "checked" | "unchecked";

/**
 * Offered: a pass may be made for a challenge of this door, and then is taken here only. Required: no other pass is taken.
 * What a challenge stops and what not stands in protocol/challenge.ts.
 */
export type ChallengeUse = "offered" | "required";

export interface VenueOptions {
  readonly challenge?: ChallengeUse;
}

/** A challenge for the door to show. */
export interface DoorChallenge {
  readonly text: string;
  readonly challenge: Uint8Array;
  readonly venue: number;
  readonly validUntilMs: number;
}

export interface VenueService {
  /** The device's public key. */
  readonly deviceKey: Uint8Array;
  readonly registered: Effect.Effect<Registered | undefined, StoreUnavailable>;
  readonly register: (registration: Registered) => Effect.Effect<void, Refused | StoreUnavailable>;
  /** A pass as read from a screen: its text, or its bytes. */
  readonly scan: (pass: string | Uint8Array) => Effect.Effect<Admission, Refused | StoreUnavailable>;
  /** A fresh challenge, for one pass. */
  readonly challenge: Effect.Effect<DoorChallenge, Refused | StoreUnavailable>;
  /** Sends on what waited. */
  readonly deliver: Effect.Effect<Delivery, StoreUnavailable>;
  readonly waiting: Effect.Effect<number, StoreUnavailable>;
}

export class Venue extends Context.Service<Venue, VenueService>()("entrylog/impl/venue/Venue") {}

const make = Effect.fnUntraced(function* (version: PassVersion, { challenge = "offered" }: VenueOptions) {
  const store = yield* Store;
  const custodian = yield* CustodianPort;
  const policy = policyNumbers(yield* PolicyInForce);
  const rules = yield* VenueRules;
  yield* store.script(registrationSql + waitingSql);
  const { now } = yield* makePartyClock(store);
  const vault = yield* Vault;
  const device = yield* openDevice(vault);
  const registration = makeRegistration(store, custodian, device.publicKey, now);
  const waiting = yield* sealedWaiting(makeWaiting(store), vault);
  const challenges = makeChallenges(policy);
  const instants = makeInstants();
  const sending = yield* makeSending({ waiting, custodian, policy, now }, instants);

  /** The challenge that a pass answers; none when it is bound to none and need not be. */
  const answeredBy = (binding: Uint8Array, at: number) => {
    if (!isBound(binding) && challenge === "offered") return Effect.succeed(challengeNotShown);
    const shown = challenges.take(binding, at);
    return shown === undefined
      ? Effect.fail(new Refused({ code: "challenge-mismatch" }))
      : Effect.succeed(shown);
  };

  const scan: VenueService["scan"] = Effect.fnUntraced(function* (shown) {
    const at = yield* now;
    const registered = yield* registration.current;
    const pass = typeof shown === "string" ? decodePassText(shown, version) : decodePass(shown, version);
    yield* rules.scan({ registered: registered !== undefined, wellFormed: pass.ok, at });
    if (registered === undefined || !pass.ok)
      return yield* Effect.die(new Error("the law let a scan through"));
    const answered = yield* answeredBy(pass.value.challenge, at);
    const scannedAtMs = instants.next(at);
    const bytes = encodeScan(device, pass.value.bytes, registered.venue, scannedAtMs, answered);
    const answer = yield* sending.send({ bytes, scannedAtMs });
    if (answer === undefined) return "unchecked";
    if (isRefusal(answer)) return yield* new Refused({ code: refusalCode(answer) });
    return "checked";
  });

  const fresh = Effect.gen(function* () {
    const registered = yield* registration.current;
    if (registered === undefined) return yield* new Refused({ code: "venue-unregistered" });
    const { venue } = registered;
    const shown = challenges.show(venue, yield* now);
    return { ...shown, venue, text: encodeChallengeText({ venue, challenge: shown.challenge }) };
  });

  return Venue.of({
    deviceKey: device.publicKey,
    registered: registration.current,
    register: registration.register,
    scan,
    challenge: fresh,
    deliver: erasing(sending.deliver),
    waiting: waiting.count,
  });
});

/** One venue over its own store and vault; a new object at each call. */
export const venueLayer = (
  version: PassVersion,
  options: VenueOptions = {},
): Layer.Layer<Venue, StoreUnavailable, Store | Vault | CustodianPort> =>
  Layer.effect(Venue, make(version, options)).pipe(Layer.provide(VenueRules.over({})));
