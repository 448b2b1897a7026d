// A machine as a view: its name, what it is, who keeps it, its diagram and the tables under it.
// views.ts makes one for each machine of the law.
// What was pressed is found by the ids that the painter left on boxes and buttons.
import type { MachineData } from "../../../data.ts";
import { paintDiagram } from "../../../../paint/diagram.ts";
import { addClauseChips } from "../../clauses.ts";
import { add, type Html } from "../../html.ts";
import { addSaved } from "../../save.ts";
import { wordsOf } from "../../words.ts";
import type { Reader, View } from "../view.ts";
import { addTables } from "./tables.ts";

/** A diagram shrinks to fit until its words would be too small to read; then it scrolls. */
const leastScale = 0.72;

function fillMachine(section: Html, { data, language }: Reader, machine: MachineData): void {
  const words = wordsOf[language];
  section.classed("machine", true);
  const heading = add(section, "h2", "", machine.name[language]);
  add(heading, "code", "", machine.id);
  add(section, "p", "says", machine.says[language]);
  const facts = add(section, "p", "quiet");
  const parties = machine.parties.map((party) => party[language]).join(", ");
  add(facts, "span", "", `${words.kept}: ${words[machine.keptAs]} · ${words.by}: ${parties} `);
  addClauseChips(facts, data, language, machine.clauses);
  const room = add(section, "div", "diagram");
  const svg = room.append("svg").attr("data-machine", machine.id).node();
  const picture = machine.pictures[language];
  if (svg !== null) {
    paintDiagram(svg, picture, machine.name[language]);
    svg.style.minWidth = `${Math.round(picture.width * leastScale)}px`;
    addSaved(section, svg, `entrylog-${machine.id}-${language}`, words);
  }
  addTables(section, data, machine, language);
}

export const machineView = (machine: MachineData): View => ({
  id: machine.id,
  name: () => machine.name,
  group: "law",
  prints: true,
  fill: (section, reader) => {
    fillMachine(section, reader, machine);
    return undefined;
  },
});
