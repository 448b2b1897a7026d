// Twelve days of the whole country, for the searches of what parties hold: people at two issuers come and go, one withdraws, passes are
// disputed, the custodian is away for an hour, officers take cases, and every party is ended and begun again.
// It answers the secrets that were used, so that they can be looked for.
import { Effect } from "effect";
import { expect } from "vitest";
import { millisecondsADay } from "../../models/policy.ts";
import { partyNames, type Country, type PartyName } from "./country.ts";
import {
  asks,
  atTheDoor,
  bytesOfPass,
  comeTo,
  investigate,
  openDevice,
  openOfficers,
  passOf,
  withdraws,
  type Device,
  type Person,
} from "./inhabitants.ts";
import { until } from "./nights.ts";

export const noonMs = Date.UTC(2020, 6, 1, 3);
export const days = 12;
/** Large and of no pattern, so that none stands anywhere by chance. */
export const venues = [3_735_929_054, 2_596_069_104, 3_405_691_582] as const;
export const servedVenue = 2_779_096_485;
export const phones = ["48271936", "59382047", "61740825", "72905183", "83164297", "94527063"] as const;

export interface Lived {
  readonly country: Country;
  readonly people: readonly Person[];
  readonly passes: readonly string[];
  readonly codes: readonly string[];
  /** Passes that wait at the venue while the custodian is away. */
  readonly waited: readonly string[];
}

const admittedAll = Effect.fnUntraced(function* (
  country: Country,
  device: Device,
  person: Person,
  passes: string[],
) {
  const text = yield* passOf(country, person);
  passes.push(text);
  expect(yield* device.scan(bytesOfPass(text))).toBe("admitted");
  return text;
});

const restart = (country: Country, name: PartyName) =>
  Effect.andThen(country.close(name), country.open(name));

/** Twelve days: comings, visits, a withdrawal, cases, a dispute, an outage with late deliveries, and every party ended and begun again. */
export const live = Effect.fnUntraced(function* (country: Country) {
  const { clock } = country;
  const officers = yield* openOfficers(country);
  const passes: string[] = [];
  const waited: string[] = [];
  const devices: Device[] = [];
  for (const venue of venues) devices.push(yield* openDevice(country, venue));
  const registered = yield* atTheDoor(country, "PUT", "/v1/registration", {
    venue: servedVenue,
    kind: "karaoke",
  });
  expect(registered.status).toBe(200);
  const people: Person[] = [];
  for (const [place, eight] of phones.entries()) {
    people.push(yield* comeTo(country, place % 2 === 0 ? "issuer-1" : "issuer-2", eight));
    clock.passTo(clock.now() + 60_000);
  }
  for (let day = 0; day < days; day += 1) {
    clock.passTo(noonMs + day * millisecondsADay);
    for (const [place, person] of people.entries()) {
      if (day > 6 && place === 5) continue;
      const device = devices[(place + day) % devices.length] ?? devices[0];
      if (device === undefined) continue;
      const text = yield* admittedAll(country, device, person, passes);
      if (place === 0) {
        // The same pass at another venue, within its seconds: refused, and noted as disputed.
        const other = devices.find(({ venue }) => venue !== device.venue);
        expect(yield* other?.scan(bytesOfPass(text)) ?? Effect.succeed("")).toBe("pass-replayed");
      }
      clock.passTo(clock.now() + 7_000);
    }
    const atServed = people[day % 5];
    if (atServed === undefined) continue;
    if (day === 4) yield* country.close("custodian");
    const text = yield* passOf(country, atServed);
    (day === 4 ? waited : passes).push(text);
    const scanned = yield* atTheDoor(country, "POST", "/v1/scans", { text });
    expect(JSON.parse(scanned.body)).toEqual({ admission: day === 4 ? "unchecked" : "checked" });
    if (day === 4) {
      yield* country.open("custodian");
      clock.passTo(clock.now() + 3_600_000);
      yield* until(
        "the venue delivers what waits",
        Effect.map(atTheDoor(country, "GET", "/v1/waiting", {}), ({ body }) => body.includes('"waiting":0')),
      );
    }
    if (day === 6) expect((yield* withdraws(country, people[5] ?? atServed)).status).toBe(200);
    if (day % 4 === 2) {
      const window = { venue: venues[day % 3] ?? 0, fromMs: clock.now() - 3_600_000, untilMs: clock.now() };
      const { visits } = yield* investigate(officers, [window], day !== 10);
      expect(visits.length).toBeGreaterThan(0);
    }
    yield* asks(country, atServed, "GET", "/v1/account");
    yield* asks(country, atServed, "GET", "/v1/account/disclosures");
    const name = partyNames[day % partyNames.length];
    if (name !== undefined) yield* restart(country, name);
  }
  const codes = country.carrier.bodies.flatMap((body) => /\d{6}/.exec(body.toString())?.[0] ?? []);
  return { country, people, passes, codes, waited } satisfies Lived;
});
