// The states that zones reach, apart from their times, are those that are reached millisecond after millisecond: none more and none less.
// The real law is read, with constants of a few milliseconds and days of two; and the small systems that the grid is made of.
// Which moves can be made and which promises are broken has to be the same too.
import { describe, expect, it, vi } from "vitest";
import type { Law } from "../../../../models/language/compose.ts";
import { literal } from "../../../../models/language/expression.ts";
import { yesOrNo } from "../../../../models/language/fields.ts";
import { timePasses, type Slice } from "../../../../models/language/slice.ts";
import { law } from "../../../../models/law.ts";
import { defaultPolicy, type Policy } from "../../../../models/policy.ts";
import { doorOf } from "../../../../models/slices/door.ts";
import { retention } from "../../../../models/slices/retention.ts";
import { searchZones } from "../../../../sim/prove/zones/search.ts";
import { everyMillisecond } from "./everymillisecond.ts";
import { chained, chainedLate } from "./systems/chained.ts";
import { missingTooEarlyLate } from "./systems/dayend.ts";
import { lookedTwiceAfter } from "./systems/polled.ts";
import type { Combination } from "./grid.ts";
import { badId, type System } from "./systems/system.ts";

vi.mock("../../../../models/policy.ts", async (original) => ({
  ...(await original<Readonly<Record<string, unknown>>>()),
  millisecondsADay: 2,
  seoulOffset: 1,
}));

interface Compared {
  readonly slice: Slice;
  readonly law: Law;
  readonly policy: Policy;
}

const sorted = (of: Iterable<string>): readonly string[] => [...of].toSorted();

const byZones = (compared: Compared, dense = false) => {
  const { names, perMove, promises, cut } = searchZones({ ...compared, exact: true, dense });
  expect(cut).toBe(0);
  const moves = [...perMove].flatMap(([move, times]) => (times > 0 && move !== timePasses ? [move] : []));
  const broken = [...promises].flatMap(([promise, found]) => (found.broken > 0 ? [promise] : []));
  return { names: sorted(names), moves: sorted(moves), broken: sorted(broken) };
};

const byMilliseconds = (compared: Compared, horizonMs: number) => {
  const { names, moves, broken } = everyMillisecond({ ...compared, horizonMs });
  return { names: sorted(names), moves: sorted(moves), broken: sorted(broken) };
};

const inDaysOfTwo = (slice: Slice, constants: Policy["constants"]): Compared => ({
  slice: { ...slice, ticksADay: 2 },
  law,
  policy: { ...defaultPolicy, constants: { ...defaultPolicy.constants, ...slice.small, ...constants } },
});

const doorWith = (constants: Policy["constants"]) => inDaysOfTwo(doorOf(["1"], ["1"]), constants);

describe("on the door, with one pass and one venue", () => {
  it.each([
    // Of the pass's own constants: shown for 1 ms, clocks 1 ms apart, useless after 4; late deliveries within 2.
    ["nothing is broken", { retention: 6 }, []],
    ["too short a retention breaks two promises", { retention: 3 }, ["retention-kept", "trace-possible"]],
    ["so does too long a life of passes another one", { retention: 6, passUseless: 1 }, ["pass-bounded"]],
  ] as const)("%s", (_, constants, broken) => {
    const lived = byMilliseconds(doorWith(constants), 6);
    expect(lived.names.length).toBeGreaterThan(15);
    expect(lived.broken).toEqual(broken);
    expect(byZones(doorWith(constants))).toEqual(lived);
  });
});

it("on the slice of retention, with its days, keys and sweeps", { timeout: 300_000 }, () => {
  const compared = inDaysOfTwo(retention, {
    retention: 3,
    accountKept: 3,
    passUseless: 2,
    verificationValidity: 2,
    lateDelivery: 1,
    joinableAtLeast: 1,
  });
  const lived = byMilliseconds(compared, 5);
  expect(lived.names.length).toBeGreaterThan(250);
  expect(byZones(compared)).toEqual(lived);
});

/** A small system that remembers whether the bad thing has happened, so that what it reaches depends on the times. */
const remembering = ({ slice, law: among, policyOf }: System, combination: Combination): Compared => ({
  slice: {
    ...slice,
    variables: { ...slice.variables, happened: yesOrNo },
    moves: slice.moves.map((move) =>
      move.id === badId ? { ...move, sets: { happened: literal(true) } } : move,
    ),
  },
  law: among,
  policy: policyOf(...combination),
});

describe("on small systems", () => {
  const systems: readonly (readonly [name: string, system: System])[] = [
    ["two looks at a lease", lookedTwiceAfter],
    ["chained deadlines and a lease", chained],
    ["chained deadlines and a late sweep", chainedLate],
    ["records of days, delivered late", missingTooEarlyLate(2, 5)],
  ];
  it.each(systems)("%s", (_, system) => {
    for (const combination of [
      [1, 3],
      [3, 2],
      [4, 2],
    ] as const) {
      const compared = remembering(system, combination);
      expect(byZones(compared)).toEqual(byMilliseconds(compared, 12));
    }
  });

  it("but what they reach is not the same with another constant, nor in real time", () => {
    const [kept, broken] = [remembering(lookedTwiceAfter, [3, 2]), remembering(lookedTwiceAfter, [4, 2])];
    const { names } = byMilliseconds(kept, 12);
    expect(byZones(kept).names).toEqual(names);
    expect(byZones(broken).names).not.toEqual(names);
    expect(byZones(kept, true).names).not.toEqual(names);
  });
});
