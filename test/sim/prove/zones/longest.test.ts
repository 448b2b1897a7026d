// The longest time from one event to another, with literal milliseconds that follow by hand from the numbers of the policy.
// Where there is a bound, a story takes exactly so long; where there is none, or the one never follows the other, that is said.
// A changed constant changes the answer by as much as it was changed.
import { describe, expect, it } from "vitest";
import type { Slice } from "../../../../models/language/slice.ts";
import { law } from "../../../../models/law.ts";
import { defaultPolicy, type Policy } from "../../../../models/policy.ts";
import { doorOf } from "../../../../models/slices/door.ts";
import { gateOf } from "../../../../models/slices/gate.ts";
import { eventsOf, longest, type Asked, type Longest } from "../../../../sim/prove/zones/longest.ts";
import { played, type Story } from "../../../../sim/prove/zones/story.ts";
import { chained, chainedLate } from "./systems/chained.ts";
import { lookedTwiceAfter } from "./systems/polled.ts";
import type { System } from "./systems/system.ts";

const doorWithTwoVenues = doorOf(["1"], ["1", "2"]);
const door = doorOf(["1"], ["1"]);
/** The gate, where nothing is done but to ask for codes and to type them. */
const codes: Slice = {
  ...gateOf(["1"]),
  moves: gateOf(["1"]).moves.filter(({ id }) => /^level|code$|^(mis)?type/.test(id)),
};

interface Timed extends Longest {
  /** In the story, from the last time that the first event happened to its end. */
  readonly storyMs: number | undefined;
}

const policyWith = (constants: Policy["constants"]): Policy => ({
  ...defaultPolicy,
  constants: { ...defaultPolicy.constants, ...constants },
});

/** Plays the story, which must end with the second event, and says how long it took from the first: a move that was not refused. */
function lastedIn({ slice, law: by, policy, from, to }: Asked, story: Story): number {
  const after = (steps: number) => played(slice, by, policy, story.slice(0, steps));
  const end = after(story.length);
  expect(end?.taken.includes(to) === true || (end?.move === to && end.refused === "")).toBe(true);
  const begun = story.findLastIndex(({ move }, place) => move === from && after(place + 1)?.refused === "");
  return story.slice(begun + 1).reduce((sum, { waitMs }) => sum + waitMs, 0);
}

function timed(asked: Asked): Timed {
  const known = eventsOf(asked.slice, asked.law);
  expect([asked.from, asked.to].filter((event) => !known.has(event))).toEqual([]);
  const found = longest(asked);
  return { ...found, storyMs: found.story === undefined ? undefined : lastedIn(asked, found.story) };
}

const onSlice = (slice: Slice, from: string, to: string, constants: Policy["constants"] = {}): Timed =>
  timed({ slice, law, policy: policyWith(constants), from, to });

const lasts = (longestMs: number) => ({ follows: true, longestMs, storyMs: longestMs, cut: 0 });

describe("from the issue of a pass to the delivery of its scan", () => {
  const [from, to] = ["issue pass1", "deliver pass1 from 1"];

  it("takes 16,999 ms at the most", () => {
    // The slice as it is searched in real time: shown for 15 s, judged by a clock that may differ by 2 s, and over at the end of both.
    expect(onSlice(doorWithTwoVenues, from, to)).toMatchObject(lasts(16_999));
  });

  it.each([
    [{ passLifetime: 20_000 }, 21_999],
    [{ clockSkew: 3_000 }, 17_999],
  ])("with %o takes %i ms", (constants, longestMs) => {
    expect(onSlice(door, from, to, constants)).toMatchObject(lasts(longestMs));
  });
});

describe("other times at the door", () => {
  it("a scan that a venue kept is taken 1 ms before 6 h are over", () => {
    const found = onSlice(door, "keep pass1 at 1", "deliver late pass1 from 1");
    expect(found).toMatchObject(lasts(21_599_999));
  });

  it("a visit is erased 28 days and 2 s after it was stored, at the latest", () => {
    // Issued by a clock 2 s ahead at 23:59:58.000, the pass belongs to the next day, and its record is kept for 28 days from that.
    const [from, to] = ["deliver pass1 from 1", "visit:recorded--eraseAt-->erased"];
    expect(onSlice(door, from, to)).toMatchObject(lasts(2_419_202_000));
    expect(onSlice(door, from, to, { retention: 86_400_000 })).toMatchObject(lasts(86_402_000));
  });

  it("a pass is never issued again once its scan was delivered", () => {
    expect(onSlice(door, "deliver pass1 from 1", "issue pass1")).toEqual({
      follows: false,
      longestMs: 0,
      storyMs: undefined,
      cut: 0,
    });
  });

  it("a picture of a pass can be held to a scanner at any time after", () => {
    const { follows, longestMs, story } = onSlice(door, "issue pass1", "scan pass1 at 1");
    expect({ follows, longestMs, story }).toEqual({ follows: true, longestMs: Infinity, story: undefined });
  });
});

it("a code can be typed until 1 ms before its 180 s are over", () => {
  expect(onSlice(codes, "ask 1 for a code", "type 1")).toMatchObject(lasts(179_999));
});

describe("in small systems", () => {
  const of = ({ slice, law: by, policyOf }: System, from: string, to: string): Timed =>
    timed({ slice, law: by, policy: policyOf(3, 4), from, to });

  it("chained deadlines take the sum of both", () => {
    const done = "errand:second--secondEndsAt-->done";
    expect(of(chained, "begin", done)).toMatchObject(lasts(3 + 4));
  });

  it("a late sweep adds its lateness once, though refused beginnings on the way sweep too", () => {
    const done = "errand:third--thirdEndsAt-->done";
    expect(of(chainedLate, "begin", done)).toMatchObject(lasts(3 + 4 + 1 + 4));
  });

  it("what happens again is counted from the last time", () => {
    // Leases of 3 ms are taken again and again, and looks come 4 ms after one another.
    expect(of(lookedTwiceAfter, "take", "lease:held--endsAt-->free")).toMatchObject(lasts(3));
    expect(of(lookedTwiceAfter, "look", "watcher:between--againAt-->satisfied")).toMatchObject(lasts(4));
    expect(of(lookedTwiceAfter, "take", "look")).toMatchObject({ follows: true, longestMs: Infinity });
  });
});
