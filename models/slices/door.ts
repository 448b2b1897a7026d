/**
 * The door: passes are scanned at venues that have a network or have none, and the custodian stores each visit once or refuses it.
 * Pictures of passes, copies of messages, clocks that differ and made-up scans are all allowed for; the gate lets anybody through.
 */
import { inState } from "../language/expression.ts";
import type { Slice, Swap } from "../language/slice.ts";
import {
  delivering,
  doorVariables,
  forging,
  heldVisit,
  issuedAt,
  issuing,
  losing,
  passAndVisit,
  scanning,
  storedTimes,
  type PassNumber,
  type VenueNumber,
} from "./moves/door.ts";
import { crisisOf, level } from "./moves/level.ts";

const venueSwap = (passes: readonly PassNumber[]): Swap => ({
  says: "the two venues",
  instances: [],
  variables: passes.flatMap((p) => [
    [`scan${p}1`, `scan${p}2`] as const,
    [`scannedAt${p}1`, `scannedAt${p}2`] as const,
  ]),
  ids: [],
});

const passSwap = (venues: readonly VenueNumber[]): Swap => ({
  says: "the two passes",
  instances: [
    ["pass1", "pass2"],
    ["visit1", "visit2"],
  ],
  variables: [
    [issuedAt("1"), issuedAt("2")],
    [storedTimes("1"), storedTimes("2")],
    ...venues.flatMap((v) => [
      [`scan1${v}`, `scan2${v}`] as const,
      [`scannedAt1${v}`, `scannedAt2${v}`] as const,
    ]),
  ],
  ids: [],
});

export const doorOf = (passes: readonly PassNumber[], venues: readonly VenueNumber[]): Slice => ({
  id: "door",
  description:
    "Passes are scanned, delivered at once or late, copied and made up; the custodian stores each once.",
  leavesOut:
    "The gate: a pass is issued to anybody at any time. Keys and cases: a visit is only kept and erased.",
  beginsWith: "The crisis level allows collection; no pass is issued and no visit is stored.",
  ticksADay: 1,
  horizon: 4,
  small: {
    passLifetime: 1,
    clockSkew: 1,
    passUseless: 4,
    lateDelivery: 2,
    retention: 3,
    joinableAtLeast: 1,
    sweepLateness: 1,
  },
  instances: {
    crisisAtCustodian: crisisOf("custodian", "active"),
    ...Object.fromEntries(passes.flatMap((n) => Object.entries(passAndVisit(n)))),
  },
  variables: doorVariables(passes, venues),
  moves: [
    ...level("custodian", "crisisAtCustodian"),
    ...passes.flatMap((p) => [
      ...issuing(p),
      ...venues.flatMap((v) => [...scanning(p, v), ...delivering(p, v), losing(p, v)]),
      ...forging(p),
    ]),
  ],
  watches: passes.map(heldVisit),
  swaps: [
    ...(venues.length < 2 ? [] : [venueSwap(passes)]),
    ...(passes.length < 2 ? [] : [passSwap(venues)]),
  ],
  atLast: passes.map((p) => ({
    id: `visit${p}`,
    promise: "everything-ends",
    when: inState(`visit${p}`, "recorded", "disclosed"),
    then: inState(`visit${p}`, "absent"),
  })),
});

export const door = doorOf(["1", "2"], ["1", "2"]);
