// What a line of the trace says becomes what the promises judge: days by their first instants, a case by its window at the venue.
// A scan lies in the window that is chosen whenever it lies in any window of the case at that venue; that is shown on windows drawn at random.
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { windowAt } from "../../../models/observations.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { propertyOf } from "../../../models/properties.ts";
import { asObservation, type Seen } from "../../../sim/trace/seen.ts";
import { day, hour, midnight, noon } from "../../models/goodobservations.ts";

const named = {
  kind: "reidentified",
  at: noon,
  case: "c0",
  requestedBy: "1",
  approvedBy: "2",
  approvedAt: noon - hour,
  windows: [{ venue: 5, fromMs: noon - 3 * hour, untilMs: noon - 2 * hour }],
  venue: 5,
  scannedAt: noon - 3 * hour,
  named: true,
  person: "Kim",
} as const satisfies Seen;

const isWithinScope = (seen: Seen) => propertyOf("within-scope")?.holds(asObservation(seen), defaultPolicy);

describe("a re-identification", () => {
  it("is held against the window of its venue", () => {
    expect(asObservation(named)).toMatchObject({
      venue: 5,
      windowStart: noon - 3 * hour,
      windowEnd: noon - 2 * hour,
    });
    expect(asObservation(named)).not.toHaveProperty("windows");
    expect(isWithinScope(named)).toBe(true);
  });

  it("at a venue of no window, or under a case without any, is outside", () => {
    for (const outside of [
      { ...named, venue: 6 },
      { ...named, windows: [] },
    ]) {
      expect(asObservation(outside)).toMatchObject({ windowStart: null, windowEnd: null });
      expect(isWithinScope(outside)).toBe(false);
    }
  });

  it("lies in the window that is chosen exactly when it lies in one of several", () => {
    const instant = fc.integer({ min: 0, max: 6 }).map((hours) => noon - hours * hour);
    const window = fc.record({ venue: fc.constantFrom(5, 6), fromMs: instant, untilMs: instant });
    const verdicts = new Set<boolean>();
    fc.assert(
      fc.property(fc.array(window, { maxLength: 5 }), instant, (windows, scannedAt) => {
        const lies = windows.some(
          ({ venue, fromMs, untilMs }) => venue === 5 && scannedAt >= fromMs && untilMs > scannedAt,
        );
        verdicts.add(lies);
        expect(isWithinScope({ ...named, windows, scannedAt })).toBe(lies);
      }),
      { seed: 1, numRuns: 2_000 },
    );
    expect(verdicts.size).toBe(2);
  });

  it("before every window is held against the first, so that it is told what it missed", () => {
    const windows = [
      { venue: 5, fromMs: noon + hour, untilMs: noon + 2 * hour },
      { venue: 5, fromMs: noon, untilMs: noon + day },
    ];
    expect(windowAt(windows, 5, noon - 1)).toEqual({ windowStart: noon, windowEnd: noon + day });
  });
});

describe("a day", () => {
  it("is known by its first instant, and an erased one by that of the next day too", () => {
    const erased = { kind: "dayErased", at: noon, party: "issuer", day: 18_444, records: 0 } as const;
    expect(asObservation(erased)).toEqual({
      kind: "dayErased",
      at: noon,
      party: "issuer",
      dayStart: midnight,
      dayEnd: midnight + day,
      records: 0,
    });
    expect(asObservation({ ...erased, kind: "dayFound" })).toEqual({
      kind: "dayFound",
      at: noon,
      party: "issuer",
      dayStart: midnight,
      records: 0,
    });
  });
});

describe("what is seen in the words of the promises already", () => {
  it.each<Seen>([
    { kind: "personWithdrew", at: noon, person: "Kim" },
    { kind: "disclosureLogged", at: noon, case: "c0", release: true, answer: false },
    { kind: "stillHeld", at: noon, party: "issuer", what: "day", endsAt: noon },
    { kind: "storeSearched", at: noon, party: "issuer", found: ["place"] },
  ])("$kind stays as it is", (seen) => {
    expect(asObservation(seen)).toEqual(seen);
  });
});
