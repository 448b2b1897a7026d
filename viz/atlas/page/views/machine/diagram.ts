// The diagram of a machine as its place asks for it: with the refusals drawn in or without, and with how often each part was met laid over.
// machine.ts puts it under the heading. What is chosen stands in the address, and the saved picture is the seen one.
import type { MachineData } from "../../../data.ts";
import { paintBadges } from "../../../../paint/badge.ts";
import { paintDiagram } from "../../../../paint/diagram.ts";
import type { Asked } from "../../address.ts";
import { add, type Html } from "../../../../html.ts";
import { isKnown, metBy, timesMet } from "../../met.ts";
import { addSaved } from "../../save.ts";
import { wordsOf } from "../../words.ts";
import type { Follow, Reader } from "../view.ts";

/** A diagram shrinks to fit until its words would be too small to read; then it scrolls. */
export const leastScale = 0.72;

/** A button that is on or off: pressed, it puts its value into the address under this name, or takes it away. */
function addChoice(parent: Html, { go, place }: Reader, name: string, value: string, says: string): Html {
  return add(parent, "button", "choice", says)
    .attr("type", "button")
    .attr("data-choice", `${name}=${value}`)
    .on("click", () => {
      go({ [name]: place().asked[name] === value ? undefined : value });
    });
}

const isOn = (asked: Asked, choice: string): boolean => {
  const [name = "", value] = choice.split("=");
  return asked[name] === value;
};

export function addDiagram(section: Html, reader: Reader, machine: MachineData): Follow | undefined {
  const { data, language } = reader;
  const { evidence } = data;
  const words = wordsOf[language];
  const withRefusals = machine.picturesWithRefusals?.[language];
  const choices = add(section, "div", "choices");
  if (withRefusals !== undefined) addChoice(choices, reader, "refusals", "1", words.showRefusals);
  for (const who of metBy)
    if (isKnown(evidence, who))
      addChoice(choices, reader, "met", who, who === "tests" ? words.layTests : words.laySimulation);
  const svg = add(section, "div", "diagram").append("svg").attr("data-machine", machine.id).node();
  if (svg === null) return undefined;
  addSaved(section, svg, `entrylog-${machine.id}-${language}`, words);
  const figure = new Intl.NumberFormat(language, { notation: "compact" });

  const paint = (asked: Asked): void => {
    const picture = (asked["refusals"] === "1" ? withRefusals : undefined) ?? machine.pictures[language];
    paintDiagram(svg, picture, machine.name[language]);
    svg.style.minWidth = `${Math.round(picture.width * leastScale)}px`;
    const who = metBy.find((one) => one === asked["met"]);
    if (who === undefined || !isKnown(evidence, who)) return;
    paintBadges(svg, picture, (id, isState) => {
      const times = timesMet(evidence, isState ? `${machine.id}:${id}` : id, who);
      return { text: figure.format(times), isNone: times === 0 };
    });
  };
  paint({});
  let shown = "";
  return ({ asked }) => {
    choices.selectAll<HTMLElement, unknown>(".choice").attr("aria-pressed", function () {
      return String(isOn(asked, this.dataset["choice"] ?? ""));
    });
    const wanted = `${asked["refusals"] ?? ""} ${asked["met"] ?? ""}`;
    if (wanted === shown) return;
    shown = wanted;
    paint(asked);
  };
}
