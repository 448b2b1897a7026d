// The overview as a view: the parties, the machines that each keeps, everything that crosses between them, and both as tables.
// It is the first view; what is pressed in it is explained in the panel, and a machine leads to its own view.
// The picture is painted by the same painters as those of the machines.
import { select } from "d3";
import { paintDiagram } from "../../../../paint/diagram.ts";
import { addClauseChips } from "../../clauses.ts";
import { add, addFact } from "../../../../html.ts";
import { addSaved } from "../../save.ts";
import { wordsOf } from "../../words.ts";
import { leastScale } from "../machine/diagram.ts";
import type { View } from "../view.ts";
import { askedFirst } from "./askedfirst.ts";
import { addTables } from "./tables.ts";
import { overviewWords } from "./words.ts";

export const overview: View = {
  id: "overview",
  name: () => ({ en: overviewWords.en.overview, ko: overviewWords.ko.overview }),
  group: "law",
  prints: true,
  fill: (section, { data, language, addressOf }) => {
    const words = overviewWords[language];
    add(section, "h2", "", words.overview);
    const first = add(section, "dl", "asked-first").attr("aria-label", words.askedFirst);
    for (const { id, asks, answers, clauses, shown } of askedFirst) {
      const answer = addFact(add(first, "div"), asks[language]).attr("data-asked", id);
      add(answer, "span", "", `${answers[language]} `);
      addClauseChips(answer, data, language, clauses);
      add(answer, "a", "", shown.says[language]).attr("href", addressOf(shown.view, shown.asked));
    }
    add(section, "p", "says", words.lead);
    const svg = add(section, "div", "diagram").append("svg").node();
    if (svg !== null) {
      const picture = data.system.pictures[language];
      paintDiagram(svg, picture, words.overview);
      svg.style.minWidth = `${Math.round(picture.width * leastScale)}px`;
      select(svg)
        .selectAll<SVGElement, unknown>("[data-view]")
        .attr("href", function () {
          return addressOf(this.dataset["view"] ?? "");
        });
      addSaved(section, svg, `entrylog-overview-${language}`, wordsOf[language]);
    }
    addTables(section, data, language);
    return undefined;
  },
};
