// Every promise has a mistake that breaks it, and the mistake is caught; a promise without one would count as not shown.
// A promise made vacuous, true only because its condition never happens, is told as what it is.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { companions } from "../../../models/companions.ts";
import { smallPolicy } from "../../../models/language/small.ts";
import { law } from "../../../models/law.ts";
import { messages } from "../../../models/messages.ts";
import { defaultPolicy } from "../../../models/policy.ts";
import { properties } from "../../../models/properties.ts";
import { sliceOf } from "../../../models/slices.ts";
import { stepsOf, play } from "../../../models/story/story.ts";
import { derivedOf } from "../../../sim/prove/derived.ts";
import { catchMistakes, mistakenBy } from "../../../sim/prove/mistakes.ts";
import { searchPlain } from "../../../sim/prove/plain.ts";
import { generated } from "../../../sim/prove/states/generated.ts";
import { searchStates } from "../../../sim/prove/states/search.ts";
import { judgedOf } from "../../../sim/prove/verdicts.ts";
import type { Searched } from "../../../sim/prove/threeways.ts";

const mistakes = Effect.runPromise(catchMistakes());

describe("companions", () => {
  it("are there for every promise, once", () => {
    expect(companions.map(({ promise }) => promise).toSorted()).toEqual(
      properties.map(({ id }) => id).toSorted(),
    );
  });

  it("break the promise they are there for", async () => {
    expect((await mistakes).filter(({ caught }) => !caught)).toEqual([]);
  });

  it("break it by a story that the mistaken law plays, and the law itself does not break", async () => {
    for (const { promise, story } of await mistakes) {
      const companion = companions.find((one) => one.promise === promise);
      if (story === undefined || companion === undefined || companion.kind === "knowledge") continue;
      const slice = sliceOf(companion.slice);
      if (slice === undefined) throw new Error(`there is no slice ${companion.slice}`);
      const mistaken = mistakenBy(promise, slice);
      const told = {
        form: "counted",
        policy: defaultPolicy,
        clock: "small",
        steps: stepsOf(slice, story),
      } as const;
      expect(play({ ...told, slice: mistaken.slice }, mistaken.law).happened.at(-1)?.breaks).toContain(
        promise,
      );
      expect(play({ ...told, slice }, law).happened.flatMap(({ breaks }) => breaks)).not.toContain(promise);
    }
  });
});

describe("promises about knowledge", () => {
  it("are kept by all messages together, and reach somebody", () => {
    const derived = properties.flatMap((property) => derivedOf(property) ?? []);
    expect(derived).toHaveLength(3);
    expect(derived.every(({ known, witnessed }) => known.length === 0 && witnessed)).toBe(true);
  });
});

describe("a promise about the knowledge of somebody whom no message reaches", () => {
  const knowing = properties.filter(({ knows }) => knows !== undefined);

  it.each(knowing.map((property) => [property.id, property] as const))(
    "is not witnessed by what that party sends: %s",
    (_id, property) => {
      const sentOnly = messages.filter(({ to }) => to !== property.knows?.party);
      expect(sentOnly.some(({ from }) => from === property.knows?.party)).toBe(true);
      expect(derivedOf(property, sentOnly)?.witnessed).toBe(false);
    },
  );
});

describe("a promise whose condition never happens", () => {
  it("is not shown, however much was searched", async () => {
    const whole = sliceOf("case");
    if (whole === undefined) throw new Error("there is no slice case");
    // Nobody ever withdraws: the promise about whoever withdrew is true of nobody.
    const slice = { ...whole, moves: whole.moves.filter(({ id }) => !id.startsWith("withdraw")) };
    const policy = smallPolicy(slice, defaultPolicy);
    const states = await searchStates({ slice, law: generated, policy });
    const searched: Searched = { slice, states };
    const judged = judgedOf([searched], await mistakes, defaultPolicy);
    const verdictOf = (id: string) => judged.find((one) => one.id === id);
    expect(verdictOf("join-refuses-withdrawn")).toMatchObject({ verdict: "not shown", witnessed: false });
    expect(verdictOf("two-officers")).toMatchObject({ verdict: "held", witnessed: true });
  });

  it("is not shown either when its mistake is not caught", async () => {
    const slice = sliceOf("case");
    if (slice === undefined) throw new Error("there is no slice case");
    const states = await searchPlain({ slice, law, policy: smallPolicy(slice, defaultPolicy), limit: 3_000 });
    const [judged] = judgedOf([{ slice, states }], [], defaultPolicy).filter(
      ({ id }) => id === "two-officers",
    );
    expect(judged).toMatchObject({ verdict: "not shown", mutantCaught: false });
  });
});
