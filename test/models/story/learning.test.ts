// Who learns what on the way from a pass to an answer under a case, and what nobody learns.
// The two officers alone come to know who was where, and only by an answer that names somebody.
import { describe, expect, it } from "vitest";
import { learning, type Learnt } from "../../../models/story/learning.ts";
import type { StoryStep } from "../../../models/story/story.ts";
import { movesOf, request, visit } from "./visiting.ts";

const learnt = (steps: readonly StoryStep[]): readonly (readonly Learnt[])[] => learning(movesOf(steps));
const of = (step: readonly Learnt[] | undefined, party: string): Learnt | undefined =>
  step?.find((one) => one.party === party);

const answered = [...visit, ...request, { waitMs: 0, move: "answer" }];

describe("what is learnt", () => {
  it("by the custodian at a scan is place and time, and never a phone", () => {
    const scan = of(learnt(answered)[2], "custodian");
    expect(scan?.fresh).toEqual(expect.arrayContaining(["place", "timeOfScan", "epoch"]));
    expect(of(learnt(answered).at(-1), "custodian")?.known).not.toEqual(expect.arrayContaining(["phone"]));
  });

  it("by the venue is that somebody was let in, and no more of the person", () => {
    const known = of(learnt(visit).at(-1), "venue")?.known ?? [];
    expect(known).toContain("outcome");
    for (const secret of ["phone", "alias", "whoWasWhere"]) expect(known).not.toContain(secret);
  });

  it("by the authority with the answer, and not before, is who was where", () => {
    const steps = learnt(answered);
    expect(of(steps.at(-2), "authority")?.known).not.toContain("whoWasWhere");
    expect(of(steps.at(-1), "authority")?.fresh).toEqual(["phone", "whoWasWhere"]);
  });

  it("by the issuer never is the place", () => {
    expect(of(learnt(answered).at(-1), "issuer")?.known).not.toContain("place");
  });

  it("is nothing where the answer names nobody", () => {
    const withdrawn = [
      ...visit,
      { waitMs: 0, move: "withdraw 1" },
      ...request,
      { waitMs: 0, move: "answer to nobody" },
    ];
    const last = of(learnt(withdrawn).at(-1), "authority");
    expect(last?.fresh).toEqual([]);
    expect(last?.known).not.toContain("phone");
  });

  it("is new once: what is known stays known and is not said again", () => {
    const other = [
      { waitMs: 0, move: "issue pass2 to 2" },
      { waitMs: 1_000, move: "scan pass2 at 1" },
      { waitMs: 1_000, move: "deliver pass2 from 1" },
    ];
    const steps = learnt([...visit, ...other]);
    expect(steps.slice(3).flatMap((step) => step.flatMap(({ fresh }) => fresh))).toEqual([]);
  });
});
