// Who knew what: for each party what it had, what its role forbids, and what a search of its stores has found.
// Names of parties and of knowledge are the law's own; what is shown of knowledge is what people ask about.
// What was found where it must not be is marked as such, whatever the models say.
import { addMark } from "./mark.ts";
import { addPart, type Part } from "./part.ts";
import { addTable, type Column } from "./table.ts";
import type { RunReported } from "../form.ts";

type Known = NonNullable<RunReported["whoKnewWhat"]>[number];

const asked = ["phone", "place", "timeOfScan", "alias", "whoWasWhere"] as const;

export const addKnowledge: Part = (sheet, { whoKnewWhat }, voice) => {
  if (whoKnewWhat === undefined) return;
  const { words, law, figure } = voice;
  const named = (atoms: readonly string[]): string =>
    atoms.length === 0 ? words.none : atoms.map(law.knowledge).join(", ");
  const columns = asked.map((atom): Column<Known> => ({
    name: law.knowledge(atom),
    fills: (cell, { knows, neverHeld, searched }) => {
      if (knows.includes(atom)) cell.text(`● ${words.knows}`);
      else if (searched?.found.includes(atom) === true) addMark(cell, "bad", words.foundAgainst);
      else if (neverHeld.includes(atom)) addMark(cell, "good", words.never);
      else cell.text("");
    },
  }));
  addTable(
    addPart(sheet, voice, "knowledge", words.knowledge, words.knowledgeLead),
    [
      { name: words.party, says: ({ party }) => law.party(party) },
      ...columns,
      {
        name: words.search,
        says: ({ searched }) =>
          searched === undefined
            ? words.noStores
            : words.searched(figure(searched.files), named(searched.lookedFor), named(searched.found)),
      },
    ],
    whoKnewWhat,
  );
};
