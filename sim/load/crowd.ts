// The people and devices of a load, made before it begins: everybody has agreed and typed a code, and every device is registered.
// They grow in number when a higher rate needs more, because the law lets each person and each venue do only so much in a minute.
// Nobody is used beyond that: a load measures servers, not the limits of one person.
import { Effect } from "effect";
import { policyNumbers } from "../../impl/generated/policy.ts";
import type { Stop } from "../../impl/exit.ts";
import { randomBelow } from "../../impl/protocol/randomness.ts";
import { defaultPolicy } from "../../models/policy.ts";
import { codeSentTo } from "../conform/harness/inbox.ts";
import { makeConnections, type Replied } from "../exchange.ts";
import { phoneOf } from "../world/people.ts";
import { addressOfPerson } from "./networks.ts";
import { askNotice, makePhone, noticeIn, type PhoneLine } from "./phone.ts";
import type { Place } from "./place.ts";
import { yes } from "./ready.ts";
import { makeRested, type Rested } from "./rested.ts";
import { newDevice, registering, type Device } from "./scanner.ts";

/** Who was taken for a measurement. */
export interface Crowd {
  /** The tokens of their sessions. */
  readonly people: readonly string[];
  readonly devices: readonly Device[];
}

const { passesPerMinute, scansPerMinute } = policyNumbers(defaultPolicy);
/** Of what a minute allows so much is used, so that chance never makes it too much. */
const usedShare = 0.7;
const eachLeast = 8;
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
    const phone = makePhone(line, { number, from: addressOfPerson(issuer, firstPhone + person) });
    const must = (replied: Promise<Replied>) => yes("A person of the load", issuer, replied);
    yield* must(phone.agree(notice));
    yield* must(phone.requestCode());
    yield* must(phone.typeCode((yield* codeSentTo(carrier, number)) ?? "000000"));
    return phone.token();
  });

  const registered = Effect.fnUntraced(function* (place: number) {
    const device = yield* newDevice(firstVenue + place);
    yield* registering({ custodian, connections, withinMs }, device, "karaoke", firstVenue + place);
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
