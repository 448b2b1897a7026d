// `entrylog replay` on a file that tells another story than the law plays: every damage is a change of one place in it,
// the story is told as it is played, and none ends as if all were well.
import { describe, expect, it } from "vitest";
import type { StoryFile } from "../../../../sim/prove/story/itf.ts";
import { replayCommand } from "../../../../sim/replay/command.ts";
import { makeScratch } from "../../scratch.ts";
import { runCommand } from "../running.ts";
import { file, withMeta } from "./shortest.ts";

const scratch = makeScratch();
const replay = (text: string) => runCommand(replayCommand, scratch.file("story.itf.json", text));

describe("a story that the law plays otherwise", () => {
  type State = StoryFile["states"][number];
  const withState = (place: number, change: (state: State) => Readonly<Record<string, unknown>>): string =>
    JSON.stringify({ ...file, states: file.states.map((one, at) => (at === place ? change(one) : one)) });
  const withStep = (place: number, changes: Readonly<Record<string, unknown>>): string =>
    withState(place, (state) => ({ ...state, "#meta": { ...state["#meta"], ...changes } }));

  const rows: readonly (readonly [string, string, string])[] = [
    ["under another policy", withMeta({ set: {} }), 'case is "requested" and not "approved"'],
    ["on another slice", withMeta({ slice: "door" }), "Step 2 cannot be made."],
    ["by another clock", withMeta({ clock: "small" }), "In state 0, "],
    ["with a move that there is none of", withStep(2, { move: "fly" }), "Step 2 cannot be made."],
    ["with another wait", withStep(1, { waitMs: 86_400_001 }), "In state 1, "],
    [
      "with another value",
      withState(2, (state) => ({ ...state, case: "approved" })),
      'case is "requested" and not "approved"',
    ],
    [
      "with a value too many",
      withState(2, (state) => ({ ...state, weather: "fine" })),
      'weather is nothing and not "fine"',
    ],
    [
      "with a refusal",
      withStep(2, { refused: "case-window-exceeded" }),
      'answered "" and not "case-window-exceeded"',
    ],
    ["at another time", withStep(2, { atMs: 1 }), "State 2 is reached otherwise than it says."],
    ["breaking a promise sooner", withStep(2, { breaks: ["two-officers"] }), "State 2 is reached otherwise"],
    [
      "without its last state",
      JSON.stringify({ ...file, states: file.states.slice(0, -1) }),
      "At its end it breaks no promise.",
    ],
    ["without a state", JSON.stringify({ ...file, states: [] }), "State 0 is missing."],
    ["without variables", JSON.stringify({ ...file, vars: [] }), "It names other variables"],
    ["breaking nothing", withMeta({ breaks: [] }), "At its end it breaks two-officers."],
  ];
  it.each(rows)("%s: is told, and then ends with 10", async (_, damaged, sentence) => {
    const ran = await replay(damaged);
    expect(ran).toMatchObject({ code: 10, reason: "story-differs" });
    expect(ran.sentence).toContain(sentence);
    expect(ran.text).not.toBe("");
  });
});
