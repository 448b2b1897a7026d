// Every scenario that comes with the atlas plays to its end by the law as it is, breaks no promise, and shows what it is about.
// Under another law or policy it no longer does, and is told so: no scenario can go on saying what is no longer true.
import { describe, expect, it } from "vitest";
import { withoutDeadline, withoutStep } from "../../../models/language/change.ts";
import type { Law } from "../../../models/language/compose.ts";
import { law } from "../../../models/law.ts";
import { defaultPolicy, type Policy } from "../../../models/policy.ts";
import { setOver } from "../../../models/settings.ts";
import { sliceOf } from "../../../models/slices.ts";
import { play, type Happened, type Played } from "../../../models/story/story.ts";
import { scenarios } from "../../../viz/atlas/scenarios.ts";

const playedBy = (id: string, by: Law = law, policy: Policy = defaultPolicy): Played => {
  const scenario = scenarios.find((one) => one.id === id);
  const slice = scenario === undefined ? undefined : sliceOf(scenario.slice);
  if (scenario === undefined || slice === undefined) throw new Error(`there is no scenario called ${id}`);
  return play({ slice, form: "counted", policy, clock: "real", steps: scenario.steps }, by);
};

const takenIn = ({ happened }: Played): readonly string[] => happened.flatMap(({ taken }) => taken);
const seenIn = ({ happened }: Played, kind: string) =>
  happened.flatMap(({ observed }) => observed.filter((one) => one.kind === kind));
const refusedIn = ({ happened }: Played): readonly string[] =>
  happened.flatMap(({ refused }) => (refused === "" ? [] : [refused]));
const atMove = ({ happened }: Played, move: string): Happened | undefined =>
  happened.find((one) => one.move?.id === move);
const endOf = ({ happened }: Played, instance: string): string | undefined =>
  happened.at(-1)?.world.instances[instance]?.state;

describe.each(scenarios)("$id", ({ id, title, introduction }) => {
  it("plays to its end and breaks no promise", () => {
    const { happened, stopsAt } = playedBy(id);
    expect(stopsAt).toBeUndefined();
    expect(happened.flatMap(({ breaks }) => breaks)).toEqual([]);
  });

  it("is introduced in both languages", () => {
    for (const said of [title, introduction]) {
      expect(said.en).toMatch(/^[A-Z]/);
      expect(said.ko).toMatch(/[가-힣]/);
    }
  });
});

describe("a normal day", () => {
  it("stores both visits, refuses nothing, and lets the consents end by themselves", () => {
    const played = playedBy("normal-day");
    expect(refusedIn(played)).toEqual([]);
    expect([endOf(played, "visit1"), endOf(played, "visit2")]).toEqual(["recorded", "recorded"]);
    expect(takenIn(played).filter((id) => id === "consent:given--endsAt-->absent")).toHaveLength(2);
  });

  it("is no longer one where a pass lives for a second", () => {
    const played = playedBy("normal-day", law, setOver(defaultPolicy, { passLifetime: 1_000 }));
    expect(refusedIn(played)).toContain("pass-expired");
  });
});

describe("consent withdrawn", () => {
  it("refuses a pass to whoever has withdrawn, and names nobody for the visit before", () => {
    const played = playedBy("consent-withdrawn");
    expect(refusedIn(played)).toEqual(["consent-required"]);
    expect(seenIn(played, "personJoined").map(({ fields }) => fields["named"])).toEqual([false]);
    expect(seenIn(played, "reidentified")).toEqual([]);
    expect(endOf(played, "visit1")).toBe("recorded");
  });

  it("cannot be played where withdrawing leaves the account as it is", () => {
    const forgetful = withoutStep("issuer.withdraw", "account.withdrawn")(law);
    expect(playedBy("consent-withdrawn", forgetful).stopsAt).toBeDefined();
  });
});

describe("the late screenshot", () => {
  it("is refused twice: as used elsewhere, and as too late", () => {
    const played = playedBy("late-screenshot");
    expect(atMove(played, "deliver pass1 from 2")?.refused).toBe("pass-replayed");
    expect(atMove(played, "deliver pass2 from 2")?.refused).toBe("pass-expired");
    expect([endOf(played, "visit1"), endOf(played, "visit2")]).toEqual(["recorded", "absent"]);
  });

  it("is let in where a pass lives for a minute", () => {
    const played = playedBy("late-screenshot", law, setOver(defaultPolicy, { passLifetime: 60_000 }));
    expect(refusedIn(played)).toEqual(["pass-replayed"]);
  });
});

describe("an investigation", () => {
  it("refuses the officer who would approve alone, and names the person to two", () => {
    const played = playedBy("investigation");
    expect(refusedIn(played)).toEqual(["case-same-officer"]);
    expect(
      seenIn(played, "reidentified").map(({ fields }) => [fields["requestedBy"], fields["approvedBy"]]),
    ).toEqual([["first", "second"]]);
    expect(endOf(played, "case")).toBe("closed");
  });

  it("goes otherwise where one officer is enough", () => {
    const played = playedBy("investigation", law, setOver(defaultPolicy, { officersRequired: 1 }));
    expect(played.happened.flatMap(({ breaks }) => breaks)).toContain("two-officers");
  });
});

describe("four weeks later", () => {
  it("erases the disclosed visit and both days, and nobody can be named after that", () => {
    const played = playedBy("four-weeks-later");
    expect(takenIn(played)).toContain("visit:disclosed--eraseAt-->erased");
    expect(takenIn(played).filter((id) => id === "day:kept--endsAt-->erased")).toHaveLength(2);
    expect(seenIn(played, "personJoined").map(({ fields }) => fields["named"])).toEqual([true, false]);
  });

  it("cannot be played where visits are kept for longer, or where a disclosed one never ends", () => {
    const longer = setOver(defaultPolicy, { retention: 40 * 86_400_000 });
    expect(playedBy("four-weeks-later", law, longer).stopsAt).toBeDefined();
    const forgetful = withoutDeadline("visit", "disclosed", "eraseAt")(law);
    expect(playedBy("four-weeks-later", forgetful).stopsAt).toBeDefined();
  });
});
