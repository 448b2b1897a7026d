// The table twins of the overview: every party with what it keeps and must never know, and everything that crosses.
// overview.ts puts both under the picture, folded; who cannot use the picture loses nothing.
import type { AtlasData, Language } from "../../../data.ts";
import { addPick } from "../../details/pick.ts";
import { addFolded } from "../../folded.ts";
import type { Html } from "../../../../html.ts";
import { addTable } from "../../table.ts";
import { overviewWords } from "./words.ts";

export function addTables(parent: Html, { machines, system }: AtlasData, language: Language): void {
  const words = overviewWords[language];
  const partyName = (party: string) => system.parties.find(({ id }) => id === party)?.name[language] ?? party;
  const machineName = (machine: string) =>
    machines.find(({ id }) => id === machine)?.name[language] ?? machine;
  addTable(
    addFolded(parent, "twin parties", words.parties, system.parties.length),
    [words.party, words.in2020, words.keeps, words.never],
    system.parties,
    (party, cell) => {
      addPick(cell(), `party:${party.id}`, party.name[language]);
      cell(party.in2020[language]);
      cell(party.keeps.map(({ machine }) => machineName(machine)).join(", ") || words.nothing);
      cell(party.mustNotKnow.flatMap(({ of }) => of.map((one) => one[language])).join(", "));
    },
  );
  addTable(
    addFolded(parent, "twin crossings", words.messages, system.crossings.length),
    [words.from, words.message, words.to, words.opens, words.closed],
    system.crossings,
    (crossing, cell) => {
      cell(partyName(crossing.from));
      addPick(cell(), crossing.id, crossing.name[language]);
      cell(partyName(crossing.to));
      cell(crossing.opens.map((one) => one[language]).join(", "));
      cell(crossing.closed.map((one) => one[language]).join(", "));
    },
  );
}
