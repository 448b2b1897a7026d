// Where the rows of the services are measured: the whole house, real in every part, in a folder of its own, on a virtual clock.
// People are verified and venues registered before anything is measured. Everything is on disk before it is answered.
// The folder is gone when the benchmark ends.
import { Effect, FileSystem } from "effect";
import { isRefusal } from "../../impl/lifecycle/refused.ts";
import { policyNumbers, type PolicyNumbers } from "../../impl/generated/policy.ts";
import { openHouse, type House } from "../../impl/house.ts";
import type { IssuerReply, IssuerRequest } from "../../impl/issuer/requests.ts";
import { PolicyInForce } from "../../impl/lifecycle/desk.ts";
import { drawSigningSeed, importSigningKey, type SigningKey } from "../../impl/protocol/ed25519.ts";
import { passVersions } from "../../impl/protocol/pass.ts";
import type { StoreConfiguration } from "../../impl/store/storeof.ts";
import type { StoreUnavailable } from "../../impl/store/unavailable.ts";
import { makeVirtualClock, type VirtualClock } from "../virtualclock.ts";

export interface Premises {
  readonly house: House;
  readonly clock: VirtualClock;
  readonly policy: PolicyNumbers;
  readonly folder: string;
  readonly phones: readonly string[];
  /** The device of each venue; a venue's number is its place here and one. */
  readonly devices: readonly SigningKey[];
  /** Advances the clock and answers these requests in their order, in one batch. */
  readonly ask: (
    requests: readonly IssuerRequest[],
  ) => Effect.Effect<readonly IssuerReply[], StoreUnavailable>;
}

/** 1 July 2020, 08:00 in Seoul. */
export const opensAtMs = 1_593_558_000_000;
export const version = passVersions.simulation;
const batch = 1_000;
const phoneDigits = 8;

/** Whoever is asked for beyond the verified is a stranger whom the issuer does not know. */
export const phoneOf = (person: number): string => `010${String(person).padStart(phoneDigits, "0")}`;

/** A fault of the benchmark itself: what it set up was not accepted. */
const notReady = (what: string) => Effect.die(new Error(`the benchmark could not be set up: ${what}`));

const newDevice = Effect.suspend(() => {
  const key = importSigningKey(drawSigningSeed());
  return key === undefined ? notReady("a device's key") : Effect.succeed(key);
});

const verifyAllOf = Effect.fnUntraced(function* ({ house, phones, ask, policy }: Premises, atMs: number) {
  for (let first = 0; first < phones.length; first += batch) {
    const some = phones.slice(first, first + batch);
    const { noticeVersion } = policy;
    const sent = yield* ask(
      some.flatMap((phone): readonly IssuerRequest[] => [
        { kind: "agree", phone, noticeVersion, receivedAtMs: atMs },
        { kind: "sendCode", phone, receivedAtMs: atMs },
      ]),
    );
    const codes = yield* Effect.forEach(some, house.smsOutbox.read);
    const typed = yield* ask(
      some.map((phone, place) => ({
        kind: "checkCode",
        phone,
        code: codes[place] ?? "",
        receivedAtMs: atMs,
      })),
    );
    if ([...sent, ...typed].some(({ answer }) => isRefusal(answer))) yield* notReady("a person was refused");
  }
});

/** Opens the house in a folder below this one, which is there, at 08:00 of a day on which collection is on. */
export const openPremises = Effect.fnUntraced(function* (
  below: string,
  people: number,
  venues: number,
  custodianStore?: StoreConfiguration,
) {
  const files = yield* FileSystem.FileSystem;
  const folder = yield* files.makeTempDirectoryScoped({ directory: below, prefix: "bench-" });
  const clock = makeVirtualClock(opensAtMs);
  const house = yield* Effect.provide(
    openHouse({
      folder,
      version,
      durability: "full",
      officers: 3,
      sweeps: "driven",
      ...(custodianStore === undefined ? {} : { custodianStore }),
    }),
    clock.layer,
  );
  yield* Effect.provide(
    Effect.andThen(house.issuer.announceLevel("alert"), house.custodian.announceLevel("alert")),
    clock.layer,
  );
  const devices = yield* Effect.forEach(Array.from({ length: venues }), () => newDevice);
  const registered = yield* Effect.provide(
    house.custodian.registerVenues(
      devices.map(({ publicKey }, place) => ({ venue: place + 1, kind: "karaoke", deviceKey: publicKey })),
    ),
    clock.layer,
  );
  if (registered.some(isRefusal)) yield* notReady("a venue was refused");
  const premises: Premises = {
    house,
    clock,
    policy: policyNumbers(yield* PolicyInForce),
    folder,
    phones: Array.from({ length: people }, (_, person) => phoneOf(person)),
    devices,
    ask: (requests) =>
      Effect.suspend(() => {
        clock.advanceTo(requests.at(-1)?.receivedAtMs ?? 0);
        return Effect.provide(house.issuer.perform(requests), clock.layer);
      }),
  };
  yield* verifyAllOf(premises, opensAtMs);
  return premises;
});

/** Asks these people for their consent again, as the policy has it at every pass. */
export const agreeAgain = Effect.fnUntraced(function* (
  { ask, policy }: Premises,
  phones: readonly string[],
  atMs: number,
) {
  const { noticeVersion } = policy;
  for (let first = 0; first < phones.length; first += batch) {
    const some = phones.slice(first, first + batch);
    const replies = yield* ask(
      some.map((phone) => ({ kind: "agree", phone, noticeVersion, receivedAtMs: atMs })),
    );
    if (replies.some(({ answer }) => isRefusal(answer))) yield* notReady("a consent was refused");
  }
});
