// What crosses at each step of a visit, a refusal and a case: written by hand from what the parties are said to tell each other.
// A release that was sent does not cross again when it is received, and a refusal goes back to whoever asked.
import { describe, expect, it } from "vitest";
import { crossings } from "../../../models/story/crossing.ts";
import type { StoryStep } from "../../../models/story/story.ts";
import { movesOf, request, visit } from "./visiting.ts";

const crossed = (steps: readonly StoryStep[]): readonly string[] =>
  crossings(movesOf(steps)).map((step) =>
    step.map(({ kind, from, to, name }) => `${kind} ${from} > ${to}: ${name}`).join(", "),
  );

describe("what crosses", () => {
  it("at a visit is the question for a pass, the pass, the scan and the answer to it", () => {
    expect(crossed(visit)).toEqual([
      "question person > issuer: pass.requested, message issuer > person: issuedPass",
      "message person > venue: pass",
      "message venue > custodian: scan, message custodian > venue: admission",
    ]);
  });

  it("at a case is each message once, when it is sent", () => {
    const steps = [
      ...visit,
      ...request,
      { waitMs: 0, move: "answer" },
      { waitMs: 0, move: "receive the answer" },
    ];
    expect(crossed(steps).slice(visit.length)).toEqual([
      "",
      "",
      "message authority > custodian: releaseRequest",
      "message custodian > authority: release",
      "message authority > issuer: joinRequest",
      "message issuer > authority: answer",
      "",
    ]);
  });

  it("when a pass is refused is the question and the refusal, and no pass", () => {
    const steps = [
      { waitMs: 0, move: "withdraw 1" },
      { waitMs: 0, move: "issue pass1 to 1" },
    ];
    expect(crossed(steps)).toEqual([
      "question person > issuer: consent.withdrawn",
      "question person > issuer: pass.requested, refusal issuer > person: consent-required",
    ]);
  });

  it("when a scan is refused is the scan all the same", () => {
    const late = [...visit.slice(0, 1), { waitMs: 20_000, move: "scan pass1 at 1" }, ...visit.slice(2)];
    expect(crossed(late).at(-1)).toBe(
      "message venue > custodian: scan, refusal custodian > venue: pass-expired",
    );
  });
});
