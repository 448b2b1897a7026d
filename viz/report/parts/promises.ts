// The promises with their verdicts: the broken ones first, each with what led to it and the command that shows it again.
// One that was never exercised is not shown as held.
// Their names are the law's own.
import { add } from "../../html.ts";
import type { RunReported } from "../form.ts";
import { addMark, type Judgement } from "./mark.ts";
import { addPart, type Part } from "./part.ts";
import { addTable } from "./table.ts";

type Watched = RunReported["promises"][number];

const judgements = { held: "good", broken: "bad", "never exercised": "open" } as const satisfies Readonly<
  Record<Watched["verdict"], Judgement>
>;
const order: readonly Watched["verdict"][] = ["broken", "never exercised", "held"];

export const addPromises: Part = (sheet, { promises }, voice) => {
  const { words, law, figure } = voice;
  const section = addPart(sheet, voice, "promises", words.promises, words.promisesLead);
  const sorted = promises.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
  addTable(
    section,
    [
      {
        name: words.promise,
        fills: (cell, { id, breach, story = [], replay }) => {
          cell.text(law.promise(id));
          if (breach !== undefined) add(cell, "p", "breach", breach).attr("lang", "en");
          if (story.length > 0) {
            add(cell, "p", "", words.story);
            const lines = add(cell, "ol").attr("lang", "en");
            for (const line of story) add(lines, "li", "", line);
          }
          if (replay !== undefined) add(add(cell, "p", "", `${words.replay} `), "code", "", replay);
        },
      },
      {
        name: words.verdict,
        fills: (cell, { verdict }) => void addMark(cell, judgements[verdict], words[verdict]),
      },
      { name: words.checked, says: ({ checked }) => words.times(figure(checked)), isNumber: true },
      { name: words.clauses, says: ({ clauses }) => clauses.join(", ") },
    ],
    sorted,
  );
  if (promises.some(({ verdict }) => verdict === "never exercised"))
    add(section, "p", "quiet", words.neverExercised);
};
