// The zones say the same as the search over instants: every pair that the search takes lies in them, what they find besides can be
// lived at real instants, and what they exclude is not taken by random histories. Their bounds are tried on both sides.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { consent } from "../../models/consent.ts";
import { crisis } from "../../models/crisis.ts";
import { interpret } from "../../models/language/interpret.ts";
import { presets, type PresetName } from "../../models/policy.ts";
import { verification } from "../../models/verification.ts";
import { exploredOf } from "../../sim/conform/cases/explored.ts";
import { payloadsOf } from "../../sim/conform/cases/payloads.ts";
import { explore, pairOf, beginningMs } from "../../sim/conform/cases/search.ts";
import { makeWaits } from "../../sim/conform/cases/waits.ts";
import { searchZones } from "../../sim/conform/zones/symbolic.ts";
import { anyInstants, atMostAfter, coarsened, includes, over } from "../../sim/conform/zones/zone.ts";
import { seed } from "../equal/seed.ts";

const ref = (clock: number, plus = 0) => ({ clock, plus });

describe("a zone", () => {
  it("has a part up to a bound and none beyond it", () => {
    const within = atMostAfter(anyInstants(2), ref(1), ref(0), 10);
    if (within === undefined) throw new Error("there is no such zone");
    expect(atMostAfter(within, ref(0), ref(1), -10)).toBeDefined();
    expect(atMostAfter(within, ref(0), ref(1), -11)).toBeUndefined();
    expect(atMostAfter(within, ref(1, 5), ref(0), 4)).toBeDefined();
    expect(includes(anyInstants(2), within)).toBe(true);
    expect(includes(within, anyInstants(2))).toBe(false);
  });

  it("knows what follows from two bounds together", () => {
    const first = atMostAfter(anyInstants(3), ref(1), ref(0), 10);
    const both = first === undefined ? undefined : atMostAfter(first, ref(2), ref(1), 5);
    if (both === undefined) throw new Error("there is no such zone");
    expect(atMostAfter(both, ref(0), ref(2), -15)).toBeDefined();
    expect(atMostAfter(both, ref(0), ref(2), -16)).toBeUndefined();
    const later = over(both, [ref(2, 100), ref(0)]);
    expect(atMostAfter(later, ref(1), ref(0), -115)).toBeDefined();
    expect(atMostAfter(later, ref(1), ref(0), -116)).toBeUndefined();
  });

  it("forgets only what is beyond the longest that the law asks about", () => {
    const near = atMostAfter(anyInstants(2), ref(1), ref(0), 10);
    if (near === undefined) throw new Error("there is no such zone");
    expect(coarsened(near, 10)).toEqual(near);
    expect(coarsened(near, 9)).toEqual(anyInstants(2));
  });
});

const searched = [
  [crisis, "2020-07"],
  [consent, "2020-07"],
  [consent, "2020-10"],
  [verification, "2020-07"],
] as const satisfies readonly (readonly [unknown, PresetName])[];

describe.for(searched.map(([machine, preset]) => [machine.id, preset, machine] as const))(
  "the zones of %s under %s",
  ([, preset, machine]) => {
    const zones = searchZones(machine, preset);

    it("hold every pair that the search over instants takes, and are looked through wholly", () => {
      expect(zones.whole).toBe(true);
      const taken = [...explore(machine, preset).pairs.keys()].filter((pair) => !pair.startsWith(" "));
      expect(taken.filter((pair) => !zones.pairs.has(pair))).toEqual([]);
    });

    it("hold every pair that a random history takes", () => {
      const waits = makeWaits(machine, presets[preset]);
      const types = Object.keys(machine.meta.events);
      const action = fc.record({
        wait: fc.nat(60),
        event: fc.nat(types.length),
        payload: fc.nat(5),
        more: fc.nat(3),
      });
      fc.assert(
        fc.property(fc.array(action, { maxLength: 25, size: "max" }), (actions) => {
          let instance = { state: machine.initial, fields: machine.context };
          let now = beginningMs;
          const all: string[] = [];
          for (const { wait, event, payload, more } of actions) {
            const instants = waits(instance, now);
            now = (instants[wait % instants.length] ?? now) + more;
            const sent = payloadsOf(machine, types[event] ?? "", instance, now, presets[preset]);
            const happening =
              types[event] === undefined ? undefined : sent[payload % Math.max(1, sent.length)];
            const answered = interpret(machine, presets[preset], instance, happening, now);
            instance = { ...answered.instance };
            all.push(...answered.taken.map(({ transition }) => transition));
          }
          for (const [place, id] of all.entries()) {
            const before = all[place - 1];
            if (before !== undefined && !zones.pairs.has(pairOf(before, id)))
              throw new Error(`${before} was followed by ${id}, which the zones exclude`);
          }
        }),
        { seed, numRuns: 400 },
      );
    });
  },
);

it("find ways that the search over instants overlooks, and these can be lived", () => {
  const [known] = exploredOf(verification);
  const searchedOnly = explore(verification, "2020-07").pairs;
  const overlooked = [...(known?.pairs.keys() ?? [])].filter((pair) => !searchedOnly.has(pair));
  expect(overlooked).toContain(
    "verification:challenged--code.requested#1-->challenged verification:challenged--accountEndsAt-->challenged",
  );
  expect(overlooked).toHaveLength(23);
});
