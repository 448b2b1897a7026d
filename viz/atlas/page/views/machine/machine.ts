// A machine as a view: its name, what it is, who keeps it, its diagram and the tables under it.
// views.ts makes one for each machine of the law.
// What was pressed is found by the ids that the painter left on boxes and buttons.
import type { MachineData } from "../../../data.ts";
import { addClauseChips } from "../../clauses.ts";
import { add, type Html } from "../../../../html.ts";
import { wordsOf } from "../../words.ts";
import type { Follow, Reader, View } from "../view.ts";
import { addDiagram } from "./diagram.ts";
import { addTables } from "./tables.ts";

function fillMachine(section: Html, reader: Reader, machine: MachineData): Follow | undefined {
  const { data, language } = reader;
  const words = wordsOf[language];
  section.classed("machine", true);
  const heading = add(section, "h2", "", machine.name[language]);
  add(heading, "code", "", machine.id);
  add(section, "p", "says", machine.says[language]);
  const facts = add(section, "p", "quiet");
  const parties = machine.parties.map((party) => party[language]).join(", ");
  add(facts, "span", "", `${words.kept}: ${words[machine.keptAs]} · ${words.by}: ${parties} `);
  addClauseChips(facts, data, language, machine.clauses);
  const follow = addDiagram(section, reader, machine);
  addTables(section, data, machine, language);
  return follow;
}

export const machineView = (machine: MachineData): View => ({
  id: machine.id,
  name: () => machine.name,
  group: "law",
  prints: true,
  fill: (section, reader) => fillMachine(section, reader, machine),
});
