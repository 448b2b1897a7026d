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
import { CustodianPort } from "../protocol/contracts.ts";
import { decodePass, decodePassText, type PassVersion } from "../protocol/pass.ts";
import { encodeScan } from "../protocol/scan.ts";
import { Store } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { Vault } from "../store/vault.ts";
import { makeDelivering, type Delivery } from "./delivering.ts";
import { openDevice } from "./device.ts";
import { makeRegistration, registrationSql, type Registered } from "./registration.ts";
import { makeWaiting, waitingSql } from "./waiting.ts";

/** Checked by the custodian; or not yet, because it could not be reached, and delivered later. */
export type Admission = "checked" | "unchecked";

export interface VenueService {
  /** The device's public key. */
  readonly deviceKey: Uint8Array;
  readonly registered: Effect.Effect<Registered | undefined, StoreUnavailable>;
  readonly register: (registration: Registered) => Effect.Effect<void, Refused | StoreUnavailable>;
  /** A pass as read from a screen: its text, or its bytes. */
  readonly scan: (pass: string | Uint8Array) => Effect.Effect<Admission, Refused | StoreUnavailable>;
  /** Sends on what waited. */
  readonly deliver: Effect.Effect<Delivery, StoreUnavailable>;
  readonly waiting: Effect.Effect<number, StoreUnavailable>;
}

export class Venue extends Context.Service<Venue, VenueService>()("entrylog/impl/venue/Venue") {}

const make = Effect.fnUntraced(function* (version: PassVersion) {
  const store = yield* Store;
  const custodian = yield* CustodianPort;
  const policy = policyNumbers(yield* PolicyInForce);
  const rules = yield* VenueRules;
  yield* store.script(registrationSql + waitingSql);
  const { now } = yield* makePartyClock(store);
  const device = yield* openDevice(yield* Vault);
  const registration = makeRegistration(store, custodian, device.publicKey, now);
  const waiting = makeWaiting(store);

  const scan: VenueService["scan"] = Effect.fnUntraced(function* (shown) {
    const at = yield* now;
    const registered = yield* registration.current;
    const pass = typeof shown === "string" ? decodePassText(shown, version) : decodePass(shown, version);
    yield* rules.scan({ registered: registered !== undefined, wellFormed: pass.ok, at });
    if (registered === undefined || !pass.ok)
      return yield* Effect.die(new Error("the law let a scan through"));
    const bytes = encodeScan(device, pass.value.bytes, registered.venue, at);
    const answers = yield* custodian
      .record([{ bytes, receivedAtMs: at, late: false }])
      .pipe(Effect.catch(() => Effect.as(waiting.add(bytes, at), undefined)));
    if (answers === undefined) return "unchecked";
    const answer = answers[0] ?? 0;
    if (isRefusal(answer)) return yield* new Refused({ code: refusalCode(answer) });
    return "checked";
  });

  return Venue.of({
    deviceKey: device.publicKey,
    registered: registration.current,
    register: registration.register,
    scan,
    deliver: makeDelivering({ waiting, custodian, policy, now }),
    waiting: waiting.count,
  });
});

/** One venue over its own store and vault; a new object at each call. */
export const venueLayer = (
  version: PassVersion,
): Layer.Layer<Venue, StoreUnavailable, Store | Vault | CustodianPort> =>
  Layer.effect(Venue, make(version)).pipe(Layer.provide(VenueRules.over({})));
