// A few people at the door of the one venue that stands as a party of its own, with its own store and device.
// The city's other venues are held by the driver; this one goes the whole way of the service: registration, scan, answer.
// Its store is searched afterwards like those of issuer and custodian.
import { Effect } from "effect";
import type { House } from "../../impl/house.ts";
import { encodePassText } from "../../impl/protocol/pass.ts";
import type { StopwatchService } from "../stopwatch.ts";
import type { VirtualClock } from "../virtualclock.ts";
import { kindOf } from "../world/venues.ts";
import type { World } from "../world/world.ts";
import { refusalCodes } from "../../impl/generated/law.ts";
import { decisionNumber, type HearsDecision } from "../decisions.ts";
import type { Action } from "./actions.ts";
import { venueNumber } from "./devices.ts";
import type { IssuerRounds } from "./issuerrounds.ts";
import type { Phones } from "./phones.ts";
import type { Tally } from "./tally.ts";

const guestsMost = 20;
const betweenGuestsMs = 60_000;
const codeAfterMs = 20_000;
const askAfterMs = 25_000;
const showAfterMs = 30_000;
const record = decisionNumber("record");

/** How many guests come, and when each does what, from the end of the city's last day on. */
export const guestsOf = ({ people: { count }, scenario, endsAtMs }: World) =>
  Array.from({ length: Math.min(scenario.measured.guests ?? guestsMost, count) }, (_, guest) => {
    const comesAtMs = endsAtMs + guest * betweenGuestsMs;
    return {
      guest,
      comesAtMs,
      typesAtMs: comesAtMs + codeAfterMs,
      asksAtMs: comesAtMs + askAfterMs,
      showsAtMs: comesAtMs + showAfterMs,
      leavesAtMs: comesAtMs + betweenGuestsMs,
    };
  });
/** Visit numbers of attempts count down from -1; these stay clear of them. */
const firstVisit = -1_000_000_000;

export interface DoorstepParts {
  readonly world: World;
  readonly house: House;
  readonly clock: VirtualClock;
  readonly phones: Phones;
  readonly tally: Tally;
  readonly issuing: IssuerRounds;
  readonly stopwatch: StopwatchService;
  readonly hears: HearsDecision;
}

export const receiveGuests = Effect.fnUntraced(function* (parts: DoorstepParts) {
  const { world, house, clock, phones, tally, issuing, stopwatch, hears } = parts;
  const venue = world.venues.count;
  const kind = kindOf(world.venues, 0)?.id ?? "other";
  yield* Effect.ignore(house.venue.register({ venue: venueNumber(venue), kind }));
  for (const { guest, comesAtMs, typesAtMs, asksAtMs, showsAtMs, leavesAtMs } of guestsOf(world)) {
    const visit = firstVisit - guest;
    const action = (kindOfAction: Action["kind"], atMs: number): Action => ({
      kind: kindOfAction,
      atMs,
      visit,
      person: guest,
      venue,
      detail: 0,
      renewBeforeMs: 0,
    });
    yield* issuing.begin([action("begin", comesAtMs)]);
    yield* issuing.type([action("typeCode", typesAtMs)]);
    clock.advanceTo(asksAtMs);
    yield* issuing.ask([action("ask", asksAtMs)]);
    clock.advanceTo(showsAtMs);
    const { pass } = phones.visiting(visit, showsAtMs);
    if (pass !== undefined) {
      const begun = stopwatch.now();
      const admission = yield* Effect.result(house.venue.scan(encodePassText(pass)));
      if (admission._tag === "Success") {
        hears(guest, clock.now(), record, 0, venue);
        tally.checkedIn(clock.now());
        tally.checkIn.add(1, stopwatch.now() - begun);
      } else if (admission.failure._tag === "Refused") {
        const { code } = admission.failure;
        hears(guest, clock.now(), record, refusalCodes.indexOf(code), venue);
        tally.refusedAs(code, clock.now());
      } else return yield* admission.failure;
    }
    clock.advanceTo(leavesAtMs);
  }
  yield* house.venue.deliver;
});
