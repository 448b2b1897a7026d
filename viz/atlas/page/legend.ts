// How to read a picture, of a machine or of the parties: one line a sign, each drawn by the same painters as the diagrams.
// page.ts shows it where details will stand, until something is pressed.
// It explains shapes and dashes first, because colour alone never carries a meaning.
import { select } from "d3";
import { paintBox } from "../../paint/box.ts";
import { paintButton } from "../../paint/button.ts";
import type { Box, Button } from "../../layout/picture.ts";
import type { Language } from "../data.ts";
import { add, type Html } from "../../html.ts";
import type { Pictured } from "./pictured.ts";
import { wordsOf, type Words } from "./words.ts";

const box = (final: boolean, gone: boolean): Box => ({
  x: 2,
  y: 2,
  width: 56,
  height: 30,
  state: "",
  name: "",
  note: "",
  final,
  gone,
  buttons: [],
});
const button = (kind: Button["kind"], marks: Button["marks"], order?: number): Button => ({
  x: 2,
  y: 5,
  width: 56,
  height: 24,
  transition: "",
  kind,
  marks,
  text: "",
  ...(order === undefined ? {} : { order }),
});

type Signs = readonly (readonly [word: keyof Words, sign: Box | Button])[];

const ofMachines: Signs = [
  ["legendKept", box(false, false)],
  ["legendGone", box(false, true)],
  ["legendFinal", box(true, true)],
  ["legendEvent", button("event", [])],
  ["legendDeadline", button("deadline", ["clock"])],
  ["legendOrder", button("event", [], 1)],
  ["legendLoop", button("event", ["loop"])],
  ["legendRefusal", button("refusal", ["barred"])],
];

const ofParties: Signs = [
  ["legendParty", box(false, false)],
  ["legendCrossing", button("event", [])],
  ["legendMachine", button("machine", ["states"])],
];

export function addLegend(parent: Html, language: Language, picture: Pictured): void {
  const words = wordsOf[language];
  const signs = picture === "machine" ? ofMachines : ofParties;
  add(parent, "h3", "", words.legend);
  add(parent, "p", "quiet screen-only", picture === "machine" ? words.hint : words.hintParties);
  const list = add(parent, "ul", "legend");
  for (const [word, sign] of signs) {
    const item = add(list, "li");
    const svg = item
      .append("svg")
      .attr("viewBox", "0 0 60 34")
      .attr("width", 60)
      .attr("height", 34)
      .attr("aria-hidden", "true");
    const group = select(svg.node() ?? document.createElementNS("http://www.w3.org/2000/svg", "svg")).append(
      "g",
    );
    if ("state" in sign) paintBox(group, sign);
    else paintButton(group, sign);
    svg.selectAll("[tabindex]").attr("tabindex", null).attr("role", null);
    add(item, "span", "", words[word]);
  }
}
