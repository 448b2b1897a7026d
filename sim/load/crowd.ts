// The people and devices of a load, made before it begins: everybody has agreed and typed a code, and every device is registered.
// They grow in number when a higher rate needs more, because the law lets each person and each venue do only so much in a minute.
// Nobody is used beyond that: a load measures servers, not the limits of one person.
import { Effect } from "effect";
import { policyNumbers } from "../../impl/generated/policy.ts";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { drawSigningSeed } from "../../impl/protocol/ed25519.ts";
import { randomBelow } from "../../impl/protocol/randomness.ts";
import { tlsIdentityOf } from "../../impl/server/identity.ts";
import { defaultPolicy } from "../../models/policy.ts";
import { codeSentTo } from "../conform/harness/inbox.ts";
import { makeConnections, type Replied } from "../exchange.ts";
import { phoneOf } from "../world/people.ts";
import { addressIn } from "./networks.ts";
import { askNotice, makePhone, noticeIn, type PhoneLine } from "./phone.ts";
import type { Place } from "./place.ts";
import { makeRested, type Rested } from "./rested.ts";
import { keyOf, register, type Device } from "./scanner.ts";

/** Who was taken for a measurement. */
export interface Crowd {
  /** The tokens of their sessions. */
  readonly people: readonly string[];
  readonly devices: readonly Device[];
}

const { passesPerMinute, scansPerMinute, networkSends } = policyNumbers(defaultPolicy);
/** Of what a minute allows so much is used, so that chance never makes it too much. */
const usedShare = 0.7;
const eachLeast = 8;
/** Fewer than a network may send, with room for who was there before. */
const peopleANetwork = Math.floor(networkSends * usedShare);
const devicesANetwork = 10;
const sideBySide = 32;
const withinMs = 20_000;
const phonesAtFirst = 10_000_000;
/** Clear of the numbers that people give by hand, and of those of another load on the same custodian. */
const venuesFrom = 1_000_000;
const venuesBelow = 4_000_000_000;

const neededFor = (visitsAMinute: number) => ({
  people: Math.max(eachLeast, Math.ceil(visitsAMinute / (passesPerMinute * usedShare))),
  devices: Math.max(eachLeast, Math.ceil(visitsAMinute / (scansPerMinute * usedShare))),
});

const adviceOf: Readonly<Record<string, string>> = {
  "connection-refused": "See that it runs, and that the address is right.",
  "sessions-exceeded":
    "Seen from there this machine is one network, which may be sent few codes; ask for less, or start servers here.",
  "requests-exceeded":
    "Seen from there this machine is one network, which may register few devices; ask for less, or start servers here.",
  "collection-suspended": "Announce a crisis level under which is collected, then begin again.",
};

const notReady = (who: string, url: string, { code }: Replied): Stop =>
  new Stop({
    code: exitCodes.usage,
    reason: "crowd-not-ready",
    sentence: `${who} could not be made ready: ${url} answered ${code}.`,
    advice: adviceOf[code] ?? "See what it says to one person by hand, then begin again.",
  });

/** The answer, where it is yes. */
const yes = (who: string, url: string, replied: Promise<Replied>): Effect.Effect<Replied, Stop> =>
  Effect.flatMap(
    Effect.promise(() => replied),
    (answer) => (answer.code === "" ? Effect.succeed(answer) : Effect.fail(notReady(who, url, answer))),
  );

/** Nobody at first. */
export const makeCrowd = ({ issuer, custodian, carrier }: Place) => {
  const connections = makeConnections(sideBySide);
  const line: PhoneLine = { issuer, connections, withinMs };
  const firstPhone = randomBelow(phonesAtFirst);
  const firstVenue = venuesFrom + randomBelow(venuesBelow);
  const people = makeRested<string>();
  const devices = makeRested<Device>();

  const verified = Effect.fnUntraced(function* (person: number, notice: string) {
    const number = phoneOf(firstPhone + person);
    const phone = makePhone(line, { number, from: addressIn(issuer, Math.floor(person / peopleANetwork)) });
    const must = (replied: Promise<Replied>) => yes("A person of the load", issuer, replied);
    yield* must(phone.agree(notice));
    yield* must(phone.requestCode());
    yield* must(phone.typeCode((yield* codeSentTo(carrier, number)) ?? "000000"));
    return phone.token();
  });

  const registered = Effect.fnUntraced(function* (place: number) {
    const seed = drawSigningSeed();
    const identity = yield* tlsIdentityOf(keyOf({ seed }), "venue");
    const device: Device = {
      venue: firstVenue + place,
      seed,
      privateKeyPem: identity.privateKeyPem,
      certificatePem: identity.certificatePem,
    };
    const from = addressIn(custodian, Math.floor(place / devicesANetwork));
    const replied = register({ custodian, connections, withinMs }, device, "karaoke", from);
    yield* yes("A device of the load", custodian, replied);
    return device;
  });

  /** Makes those ready who are missing; they count on from those there are. */
  const grow = Effect.fnUntraced(function* <A>(
    kind: Rested<A>,
    missing: number,
    made: (place: number) => Effect.Effect<A, Stop>,
  ) {
    const first = kind.count();
    const places = Array.from({ length: Math.max(0, missing) }, (_, place) => first + place);
    kind.join(yield* Effect.forEach(places, made, { concurrency: sideBySide }));
  });

  return {
    /** So many people and devices as so many visits in a minute need, nobody of whom was used in the last minute. */
    take: Effect.fnUntraced(function* (
      visitsAMinute: number,
      nowMs: number,
      progress: (done: number, of: number) => void,
    ) {
      const needed = neededFor(visitsAMinute);
      const notice = noticeIn(yield* yes("The load", issuer, askNotice(line)));
      const missingPeople = needed.people - people.free(nowMs).length;
      const missingDevices = needed.devices - devices.free(nowMs).length;
      let done = 0;
      const told = Effect.sync(() => {
        done += 1;
        progress(done, Math.max(0, missingPeople) + Math.max(0, missingDevices));
      });
      yield* grow(devices, missingDevices, (place) => Effect.tap(registered(place), () => told));
      yield* grow(people, missingPeople, (person) => Effect.tap(verified(person, notice), () => told));
      return {
        people: people.free(nowMs).slice(0, needed.people),
        devices: devices.free(nowMs).slice(0, needed.devices),
      } satisfies Crowd;
    }),
    /** They were used until now. */
    giveBack: (crowd: Crowd, nowMs: number): void => {
      people.used(crowd.people, nowMs);
      devices.used(crowd.devices, nowMs);
    },
  };
};
