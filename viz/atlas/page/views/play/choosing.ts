// What is played is chosen here: a scenario that comes with the atlas, a part of the law to act in by hand, or a file.
// A choice only goes to another place in the address; a file that cannot be played is answered in a sentence, and nothing else changes.
import { words as labels } from "../../../../../models/labels/labels.ts";
import { slices } from "../../../../../models/slices.ts";
import { scenarios } from "../../../scenarios.ts";
import { add, type Html } from "../../../../html.ts";
import type { Reader } from "../view.ts";
import { readStory } from "./storyfile.ts";
import { fillTraceChoice } from "./tracechoice.ts";
import { isTrace, readTrace, type TraceFile, type TraceKind } from "./tracefile.ts";
import { askedOf, nothingAsked } from "./storyplace.ts";
import { playWords } from "./words.ts";

export interface Choosing {
  /** Marks what is played now. */
  readonly show: (scenario: string | undefined, slice: string | undefined) => void;
}

function addChoices(
  parent: Html,
  title: string,
  kind: "scenario" | "slice",
  choices: readonly (readonly [id: string, name: string])[],
  choose: (id: string) => void,
): void {
  const group = add(parent, "div", "choices").attr("role", "group").attr("aria-label", title);
  add(group, "h4", "", title);
  for (const [id, name] of choices)
    add(group, "button", "choice", name)
      .attr("type", "button")
      .attr(`data-${kind}`, id)
      .attr("aria-pressed", "false")
      .on("click", () => choose(id));
}

/** The one trace that was opened in this page; it is no part of an address, being far too long. */
export interface OpenedTrace {
  trace: TraceFile | undefined;
}

function addFile(parent: Html, { data, language, go }: Reader, opened: OpenedTrace): void {
  const words = playWords[language];
  const label = add(parent, "label", "file", `${words.file} `);
  const field = add(label, "input").attr("type", "file").attr("accept", ".json,.trace");
  const said = add(parent, "p", "problem").attr("role", "status");
  const traced = add(parent, "div", "traced");
  const follow = (kind: TraceKind, key: string): void => {
    go({ ...nothingAsked, trace: `${kind} ${key}`, step: "0" });
  };
  const offer = (trace: TraceFile): void => fillTraceChoice(traced, words, trace, follow);
  const read = async (file: File): Promise<void> => {
    const text = await file.text();
    const answer = (isTrace(text) ? readTrace : readStory)(text, data.lawHash);
    said.text("problem" in answer ? answer.problem[language] : "");
    if ("story" in answer) go({ ...nothingAsked, ...askedOf(answer.story) });
    if ("trace" in answer) {
      opened.trace = answer.trace;
      offer(answer.trace);
    }
  };
  if (opened.trace !== undefined) offer(opened.trace);
  field.on("change", () => {
    const input = field.node();
    const file = input instanceof HTMLInputElement ? input.files?.[0] : undefined;
    if (file !== undefined) void read(file);
  });
}

export function addChoosing(parent: Html, reader: Reader, opened: OpenedTrace): Choosing {
  const { language, go } = reader;
  const words = playWords[language];
  const box = add(parent, "details", "choosing").attr("open", "");
  add(box, "summary", "", words.choose);
  addChoices(
    box,
    words.scenario,
    "scenario",
    scenarios.map(({ id, title }) => [id, title[language]]),
    (scenario) => {
      go({ ...nothingAsked, scenario });
    },
  );
  addChoices(
    box,
    words.byHand,
    "slice",
    slices.map(({ id, description }) => [id, labels(language).description(description)]),
    (slice) => {
      go({ ...nothingAsked, slice });
    },
  );
  addFile(box, reader, opened);
  return {
    show: (scenario, slice) => {
      for (const [kind, id] of [
        ["scenario", scenario],
        ["slice", slice],
      ] as const)
        box.selectAll<HTMLElement, unknown>(`[data-${kind}]`).attr("aria-pressed", function () {
          return String(this.dataset[kind] === id);
        });
    },
  };
}
