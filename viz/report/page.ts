// The report as one HTML text, made of a run and nothing else: the same run and language give the same bytes.
// Both languages stand in it, each on a sheet of its own, and a switch shows one; nothing is fetched from anywhere.
// Only its own style and script may work in it, each named by its hash.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { select } from "d3";
import { parseHTML } from "linkedom";
import { add, type Html } from "../html.ts";
import { languages, type Language } from "../said.ts";
import type { RunReported } from "./form.ts";
import { addCalibration } from "./parts/calibration.ts";
import { addCoverage } from "./parts/coverage.ts";
import { addDay } from "./parts/day.ts";
import { addFaults } from "./parts/faults.ts";
import { addKnowledge } from "./parts/knowledge.ts";
import { addOpening } from "./parts/opening.ts";
import { addOutbreak } from "./parts/outbreak.ts";
import type { Part } from "./parts/part.ts";
import { addPromises } from "./parts/promises.ts";
import { addProvenance } from "./parts/provenance.ts";
import { addQueue } from "./parts/queue.ts";
import { addRecords } from "./parts/records.ts";
import { addRefusals } from "./parts/refusals.ts";
import { addRetention } from "./parts/retention.ts";
import { addThresholds } from "./parts/thresholds.ts";
import { addWorks } from "./parts/works.ts";
import { script } from "./script.ts";
import { voiceIn } from "./words/words.ts";

const style = ["../ground.css", "./report.css"]
  .map((file) => readFileSync(new URL(file, import.meta.url), "utf8"))
  .join("");

/** In the order in which they are read. */
const parts: readonly Part[] = [
  addOpening,
  addPromises,
  addThresholds,
  addWorks,
  addDay,
  addRefusals,
  addQueue,
  addRecords,
  addOutbreak,
  addRetention,
  addKnowledge,
  addCoverage,
  addCalibration,
  addFaults,
  addProvenance,
];

const languageNames: Readonly<Record<Language, string>> = { en: "English", ko: "한국어" };

const titleOf = (run: RunReported, language: Language): string =>
  `${voiceIn(language).words.title} · ${run.manifest.scenario}`;

const hashOf = (text: string): string => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

function addHead(head: Html, title: string): void {
  const allowed = ["default-src 'none'", "img-src data:", "base-uri 'none'", "form-action 'none'"];
  const own = [`style-src ${hashOf(style)}`, `script-src ${hashOf(script)}`];
  add(head, "meta").attr("charset", "utf-8");
  add(head, "meta")
    .attr("http-equiv", "Content-Security-Policy")
    .attr("content", [...allowed, ...own].join("; "));
  add(head, "meta").attr("name", "viewport").attr("content", "width=device-width, initial-scale=1");
  add(head, "link").attr("rel", "icon").attr("href", "data:,");
  add(head, "title", "", title);
  add(head, "style", "", style);
}

function addSwitch(parent: Html, run: RunReported, opensIn: Language): void {
  const choice = add(parent, "fieldset");
  add(choice, "legend", "", "Language · 언어");
  for (const language of languages) {
    const label = add(choice, "label").attr("lang", language);
    const radio = add(label, "input")
      .attr("type", "radio")
      .attr("name", "language")
      .attr("value", language)
      .attr("id", `in-${language}`)
      .attr("data-title", titleOf(run, language));
    if (language === opensIn) radio.attr("checked", "");
    add(label, "span", "", languageNames[language]);
  }
}

/** The page that opens in this language. */
export function reportPage(run: RunReported, opensIn: Language): string {
  const { document } = parseHTML("<!doctype html><html><head></head><body></body></html>");
  document.documentElement.setAttribute("lang", opensIn);
  addHead(select(document.head), titleOf(run, opensIn));
  const body: Html = select(document.body);
  const header = add(body, "header");
  add(header, "p", "", "entrylog");
  addSwitch(header, run, opensIn);
  for (const language of languages) {
    const sheet = add(body, "main").attr("lang", language).attr("data-sheet", language);
    for (const addTo of parts) addTo(sheet, run, voiceIn(language));
  }
  add(body, "script", "", script);
  // A browser writes empty elements of a picture without the space: so the saved picture has the bytes of this one.
  return `<!doctype html>\n${document.documentElement.outerHTML.replaceAll('" />', '"/>')}\n`;
}
