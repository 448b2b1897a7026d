// What the parts of the report are made of: a section with its heading and its lead, a chart that can be saved, a table behind a fold.
// Each part adds itself to the sheet of one language, and leaves itself out where the run has nothing of it.
// A chart is drawn here and now, without a browser; what is saved is what is seen.
import type { ChartWords } from "../../paint/chart.ts";
import { palette } from "../../paint/palette.ts";
import { add, type Html } from "../../html.ts";
import type { RunReported } from "../form.ts";
import type { Voice } from "../words/words.ts";

/** A part of the report in one language. */
export type Part = (sheet: Html, run: RunReported, voice: Voice) => void;

export function addPart(sheet: Html, { language }: Voice, id: string, heading: string, lead = ""): Html {
  const section = add(sheet, "section").attr("aria-labelledby", `${id}-${language}`).attr("data-part", id);
  add(section, "h2", "", heading).attr("id", `${id}-${language}`);
  if (lead !== "") add(section, "p", "lead", lead);
  return section;
}

/** A place where charts stand beside each other; one that is wide has it for itself, and scrolls on a small screen. */
export const addCharts = (section: Html): Html => add(section, "div", "charts");
export const addWideChart = (section: Html): Html => add(section, "div", "charts wide");

export function addChart(
  charts: Html,
  { language, words }: Voice,
  name: string,
  paint: (svg: SVGSVGElement) => void,
): void {
  const figure = add(charts, "figure");
  const room = add(figure, "div", "chart");
  if (charts.classed("wide")) room.attr("tabindex", 0);
  const svg = room.append("svg").attr("xmlns", "http://www.w3.org/2000/svg");
  const node = svg.node();
  if (node === null) return;
  paint(node);
  const [width, height] = [svg.attr("width"), svg.attr("height")];
  svg.insert("path", "g").attr("d", `M0,0H${width}V${height}H0Z`).attr("fill", palette.paper);
  add(figure, "button", "save", words.save)
    .attr("type", "button")
    .attr("hidden", "")
    .attr("aria-label", `${words.save}: ${svg.attr("aria-label")}`)
    .attr("data-file", `entrylog-${name}-${language}.svg`);
}

/** The same as a table, folded away. */
export function addTwin(section: Html, { words }: Voice): Html {
  const fold = add(section, "details");
  add(fold, "summary", "", words.table);
  return fold;
}

/** How charts of days write their figures. */
export const ofDays = ({ figure }: Voice): ChartWords => ({ count: figure, day: (day) => day.slice(5) });
