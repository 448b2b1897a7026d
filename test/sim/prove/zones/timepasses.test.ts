// Time goes on: wherever a search comes, time can pass, or a deadline fires, or moves lead to where it does. A law in which it stands still keeps
// every promise about what comes later, so nothing is shown by it; and whoever looks only for zones that break something never sees it.
// Every slice is searched with the real constants; then time is stopped on purpose, and that is found out.
import { describe, expect, it } from "vitest";
import type { Law } from "../../../../models/language/compose.ts";
import { literal, now, sum } from "../../../../models/language/expression.ts";
import { instant } from "../../../../models/language/fields.ts";
import { send, type Move, type Slice, type SliceId } from "../../../../models/language/slice.ts";
import { law } from "../../../../models/law.ts";
import { defaultPolicy } from "../../../../models/policy.ts";
import { sliceOf as sliceNamed } from "../../../../models/slices.ts";
import { searchZones } from "../../../../sim/prove/zones/search.ts";
import { everyMillisecond } from "./everymillisecond.ts";
import { chainedLate } from "./systems/chained.ts";
import { heldTooLong, neverSwept } from "./systems/held.ts";
import { goes, machine, policyOf, sliceOf } from "./systems/system.ts";

/** The slice in real time, without what the promises ask: it changes nothing of what can happen, and makes the search short. */
function unasked(id: SliceId): Slice {
  const slice = sliceNamed(id, "timed");
  if (slice === undefined) throw new Error(`${id} is not searched in real time`);
  return { ...slice, watches: [], moves: slice.moves.map((move) => ({ ...move, notes: [] })) };
}

/** On a machine that many share the largest slice takes its time. */
const timeout = 600_000;

const withoutMoves = (slice: Slice, ...gone: readonly string[]): Slice => {
  expect(slice.moves.map(({ id }) => id)).toEqual(expect.arrayContaining([...gone]));
  return { ...slice, moves: slice.moves.filter(({ id }) => !gone.includes(id)) };
};

const stuckOn = (slice: Slice): number => {
  const { stuck, cut } = searchZones({ slice, law, policy: defaultPolicy });
  expect(cut).toBe(0);
  return stuck;
};

describe("with the real constants time goes on", () => {
  it.each(["gate", "door", "retention", "case"] as const)("in every zone of %s", { timeout }, (id) => {
    expect(stuckOn(unasked(id))).toBe(0);
  });
});

describe("on the slice of retention time stands still, and is seen to,", () => {
  const retention = unasked("retention");

  it("where the issuer never sweeps its day", () => {
    expect(stuckOn(withoutMoves(retention, "sweep the day at issuer"))).toBeGreaterThan(0);
  });

  it("where the keys, which go before the day, are never erased, though much else can still happen", () => {
    expect(stuckOn(withoutMoves(retention, "erase the keys at custodian"))).toBeGreaterThan(0);
  });

  it("but not where a record is not swept that a release erases just as well", () => {
    expect(stuckOn(withoutMoves(retention, "sweep visit1"))).toBe(0);
  });
});

describe("on small systems time stands still in zones where no millisecond can pass", () => {
  const policy = heldTooLong.policyOf(2, 5);
  const both = (slice: Slice, among: Law = heldTooLong.law) => {
    const living = { slice, law: among, policy };
    return {
      zones: searchZones(living).stuck,
      exactly: searchZones({ ...living, exact: true }).stuck,
      lived: everyMillisecond({ ...living, horizonMs: 12 }).stuck,
    };
  };

  it("nowhere as long as there is a sweep", () => {
    expect(both(heldTooLong.slice)).toEqual({ zones: 0, exactly: 0, lived: 0 });
    const late = { slice: chainedLate.slice, law: chainedLate.law, policy: chainedLate.policyOf(3, 4) };
    expect(searchZones(late).stuck).toBe(0);
    expect(everyMillisecond({ ...late, horizonMs: 16 }).stuck).toBe(0);
  });

  it("at the last instant for which a sweep can be waited for, if there is none", () => {
    expect(both(neverSwept.slice)).toEqual({ zones: 1, exactly: 1, lived: 1 });
  });

  it("there too if something can be done for ever that sweeps nothing", () => {
    const light = machine(
      "light",
      {},
      { off: { on: { turn: [goes("on")] } }, on: { on: { turn: [goes("off")] } } },
    );
    const turning: Move = { id: "turn", says: "", party: "world", call: send("light", "turn") };
    const lit = (slice: Slice): Slice => ({
      ...slice,
      instances: { ...slice.instances, light: { machine: "light", party: "person", of: "" } },
      moves: [...slice.moves, turning],
    });
    const among = { ...heldTooLong.law, machines: [...heldTooLong.law.machines, light] };
    // Once with the light on and once with it off.
    expect(both(lit(neverSwept.slice), among)).toEqual({ zones: 2, exactly: 2, lived: 2 });
    expect(both(lit(heldTooLong.slice), among)).toEqual({ zones: 0, exactly: 0, lived: 0 });
  });

  it("and a deadline that sets itself to its own instant for ever is refused", () => {
    const ringing = machine(
      "bell",
      { ringsAt: instant },
      { ringing: { after: { ringsAt: [goes("ringing", { ringsAt: now })] } } },
    );
    const slice = sliceOf({
      instances: {
        bell: {
          machine: "bell",
          party: "person",
          of: "",
          begins: { state: "ringing", fields: { ringsAt: sum(now, literal(1)) } },
        },
      },
      moves: [],
    });
    const endless = { slice, law: { machines: [ringing], rules: [] }, policy: policyOf({}) };
    expect(() => searchZones(endless)).toThrow("bell goes on firing");
  });
});
