// A machine as a view: its name, what it is, who keeps it, its diagram and the tables under it.
// The refusals are drawn into the diagram on demand, and whether they are stands in the address.
// views.ts makes one for each machine of the law.
// What was pressed is found by the ids that the painter left on boxes and buttons.
import type { MachineData } from "../../../data.ts";
import type { Picture } from "../../../../layout/picture.ts";
import { paintDiagram } from "../../../../paint/diagram.ts";
import { addClauseChips } from "../../clauses.ts";
import { add, type Html } from "../../html.ts";
import { addSaved } from "../../save.ts";
import { wordsOf } from "../../words.ts";
import type { Follow, Reader, View } from "../view.ts";
import { addTables } from "./tables.ts";

/** A diagram shrinks to fit until its words would be too small to read; then it scrolls. */
export const leastScale = 0.72;

/** Paints the picture that the place asks for: with the refusals, or without. */
function addDiagram(section: Html, { language, go }: Reader, machine: MachineData): Follow | undefined {
  const words = wordsOf[language];
  const refusals = machine.picturesWithRefusals?.[language];
  const choice = refusals === undefined ? undefined : add(section, "button", "choice", words.showRefusals);
  const svg = add(section, "div", "diagram").append("svg").attr("data-machine", machine.id).node();
  if (svg === null) return undefined;
  addSaved(section, svg, `entrylog-${machine.id}-${language}`, words);
  const paint = (picture: Picture) => {
    paintDiagram(svg, picture, machine.name[language]);
    svg.style.minWidth = `${Math.round(picture.width * leastScale)}px`;
  };
  paint(machine.pictures[language]);
  if (refusals === undefined || choice === undefined) return undefined;
  let isShown = false;
  choice
    .attr("type", "button")
    .attr("aria-pressed", "false")
    .on("click", () => {
      go({ refusals: isShown ? undefined : "1" });
    });
  return ({ asked }) => {
    if (isShown === (asked["refusals"] === "1")) return;
    isShown = !isShown;
    choice.attr("aria-pressed", String(isShown));
    paint(isShown ? refusals : machine.pictures[language]);
  };
}

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
