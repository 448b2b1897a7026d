/**
 * The venue: registers, scans passes, signs each scan with its device's key and sends it on.
 * It learns admitted or why not, and nothing about who stands there (clause S11). Without the custodian it goes on and delivers later.
 */
import { Context, Effect, Exit, Layer } from "effect";
import type { RefusalCode } from "../generated/law.ts";
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
import { countLateDeliveries, type Delivered } from "./latedeliveries.ts";
import { makeRegistration, registrationSql, type Registered } from "./registration.ts";
import { sealedWaiting } from "./sealedwaiting.ts";
import { makeSending } from "./sending.ts";
import { makeTakenScans } from "./takenscans.ts";
import { openUncheckedPasses } from "./uncheckedpasses.ts";
import { makeUnderWay } from "./underway.ts";
import { makeWaiting, waitingSql, type SignedScan } from "./waiting.ts";

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
  readonly validForMs: number;
}

/** A scan that the page at the door answered by itself, as the machine could not be reached. */
export interface HeldScan {
  readonly id: string;
  readonly text: string;
  readonly heldForMs: number;
}

/** What the page has to know to go on alone. */
export interface DoorTerms {
  readonly challenge: ChallengeUse;
  readonly passVersion: PassVersion;
  readonly lateDeliveryMs: number;
}

export interface VenueService {
  /** The device's public key. */
  readonly deviceKey: Uint8Array;
  readonly terms: DoorTerms;
  readonly registered: Effect.Effect<Registered | undefined, StoreUnavailable>;
  readonly register: (registration: Registered) => Effect.Effect<void, Refused | StoreUnavailable>;
  /** A pass as read from a screen: its text, or its bytes; and the name under which it may come again as a held one. */
  readonly scan: (
    pass: string | Uint8Array,
    id?: string,
  ) => Effect.Effect<Admission, Refused | StoreUnavailable>;
  /** Signs them for their own instants and lets them wait; answers which were refused and why. */
  readonly takeHeld: (
    held: readonly HeldScan[],
  ) => Effect.Effect<readonly { readonly id: string; readonly code: RefusalCode }[], StoreUnavailable>;
  /** A fresh challenge, for one pass. */
  readonly challenge: Effect.Effect<DoorChallenge, Refused | StoreUnavailable>;
  /** Sends on what waited. */
  readonly deliver: Effect.Effect<Delivery, StoreUnavailable>;
  readonly waiting: Effect.Effect<number, StoreUnavailable>;
  readonly delivered: () => Delivered;
  readonly now: Effect.Effect<number>;
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
  const lateDeliveries = countLateDeliveries();
  const sending = yield* makeSending({ waiting, custodian, policy, now, lateDeliveries }, instants);
  const taken = makeTakenScans();
  const unchecked = yield* openUncheckedPasses(waiting, version);
  const underWay = yield* makeUnderWay<Admission, Refused | StoreUnavailable>();

  /** The challenge that a pass answers; none when it is bound to none and need not be. */
  const answeredBy = (binding: Uint8Array, at: number) => {
    if (!isBound(binding) && challenge === "offered") return Effect.succeed(challengeNotShown);
    const shown = challenges.take(binding, at);
    return shown === undefined
      ? Effect.fail(new Refused({ code: "challenge-mismatch" }))
      : Effect.succeed(shown);
  };

  /** A pass that the law lets through, as the device signs it for an instant. */
  const signed = Effect.fnUntraced(function* (
    shown: string | Uint8Array,
    at: number,
    instantOf: (atMs: number) => number,
  ): Effect.fn.Return<SignedScan & { readonly pass: Uint8Array }, Refused | StoreUnavailable> {
    const registered = yield* registration.current;
    const pass = typeof shown === "string" ? decodePassText(shown, version) : decodePass(shown, version);
    yield* rules.scan({ registered: registered !== undefined, wellFormed: pass.ok, at });
    if (registered === undefined || !pass.ok)
      return yield* Effect.die(new Error("the law let a scan through"));
    if (unchecked.has(pass.value.bytes)) return yield* new Refused({ code: "pass-replayed" });
    const answered = yield* answeredBy(pass.value.challenge, at);
    const scannedAtMs = instantOf(at);
    return {
      bytes: encodeScan(device, pass.value.bytes, registered.venue, scannedAtMs, answered),
      scannedAtMs,
      pass: pass.value.bytes,
    };
  });

  const scanOnce = Effect.fnUntraced(function* (
    shown: string | Uint8Array,
    id: string | undefined,
  ): Effect.fn.Return<Admission, Refused | StoreUnavailable> {
    const made = yield* signed(shown, yield* now, instants.next);
    unchecked.add(made.pass);
    const answer = yield* Effect.onExit(sending.send(made), (exit) =>
      Effect.sync(() => {
        if (Exit.isFailure(exit) || exit.value !== undefined) unchecked.remove(made.pass);
      }),
    );
    if (answer !== undefined && isRefusal(answer)) return yield* new Refused({ code: refusalCode(answer) });
    if (id !== undefined) taken.add(id);
    return answer === undefined ? "unchecked" : "checked";
  });

  const scan: VenueService["scan"] = (shown, id) =>
    id === undefined ? scanOnce(shown, id) : underWay.begin(id, scanOnce(shown, id));

  const takeHeld: VenueService["takeHeld"] = Effect.fnUntraced(function* (held) {
    const nowMs = yield* now;
    const refused: { readonly id: string; readonly code: RefusalCode }[] = [];
    for (const { id } of held) {
      const outcome = underWay.find(id);
      if (outcome === undefined) continue;
      yield* outcome.pipe(
        Effect.catchTag("Refused", ({ code }) => Effect.sync(() => refused.push({ id, code }))),
        // Neither admitted nor refused: it is taken now.
        Effect.catchTag("StoreUnavailable", () => Effect.void),
      );
    }
    const judged = new Set(refused.map(({ id }) => id));
    const fresh = held.filter(({ id }) => !taken.has(id) && !judged.has(id));
    const scans: (SignedScan & { readonly pass: Uint8Array })[] = [];
    for (const { id, text, heldForMs } of fresh)
      yield* signed(text, Math.max(0, nowMs - heldForMs), (atMs) => atMs).pipe(
        Effect.map((made) => scans.push(made)),
        Effect.catchTag("Refused", ({ code }) => Effect.sync(() => refused.push({ id, code }))),
      );
    if (scans.length > 0) yield* sending.wait(scans);
    for (const { id } of fresh) taken.add(id);
    for (const { pass } of scans) unchecked.add(pass);
    return refused;
  });

  const fresh = Effect.gen(function* () {
    const registered = yield* registration.current;
    if (registered === undefined) return yield* new Refused({ code: "venue-unregistered" });
    const { venue } = registered;
    const shown = challenges.show(venue, yield* now);
    const validForMs = policy.passLifetime + policy.clockSkew;
    return { ...shown, validForMs, venue, text: encodeChallengeText({ venue, challenge: shown.challenge }) };
  });

  return Venue.of({
    deviceKey: device.publicKey,
    terms: { challenge, passVersion: version, lateDeliveryMs: policy.lateDelivery },
    registered: registration.current,
    register: registration.register,
    scan,
    takeHeld,
    challenge: fresh,
    deliver: erasing(sending.deliver),
    waiting: waiting.count,
    delivered: lateDeliveries.soFar,
    now,
  });
});

/** One venue over its own store and vault; a new object at each call. */
export const venueLayer = (
  version: PassVersion,
  options: VenueOptions = {},
): Layer.Layer<Venue, StoreUnavailable, Store | Vault | CustodianPort> =>
  Layer.effect(Venue, make(version, options)).pipe(Layer.provide(VenueRules.over({})));
