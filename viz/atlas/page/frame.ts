// The frame of the page in one language: the heading with its switch, the list of machines, the sections, the panel.
// page.ts builds it anew when the language changes.
// It fills no details; what is pressed decides them.
import { languages, type AtlasData, type Language } from "../data.ts";
import { add, type Html } from "./html.ts";
import { addManifest, addPromises } from "./promises.ts";
import { addRecords } from "./records.ts";
import { addSection } from "./section.ts";
import { wordsOf } from "./words.ts";

const languageNames: Readonly<Record<Language, string>> = { en: "English", ko: "한국어" };

function addSwitch(parent: Html, language: Language): void {
  const choice = add(parent, "div", "switch").attr("role", "group");
  for (const one of languages) {
    add(choice, "button", one === language ? "now" : "", languageNames[one])
      .attr("type", "button")
      .attr("lang", one)
      .attr("data-language", one)
      .attr("aria-pressed", String(one === language));
  }
}

function addContents(parent: Html, data: AtlasData, language: Language): void {
  const words = wordsOf[language];
  const list = add(parent, "nav", "contents").attr("aria-label", words.machines);
  const link = (target: string, text: string) =>
    add(list, "button", "", text).attr("type", "button").attr("data-goto", target);
  for (const machine of data.machines) link(`machine-${machine.id}`, machine.name[language]);
  if (data.series !== undefined) link("records", words.records);
  if (data.run !== undefined) link("promises", words.promises);
}

export function addFrame(root: Html, data: AtlasData, language: Language): void {
  const words = wordsOf[language];
  root.selectAll("*").remove();
  const head = add(root, "header");
  const title = add(head, "div", "title");
  add(title, "h1", "", `entrylog · ${words.title}`);
  addSwitch(title, language);
  add(head, "p", "lead", words.lead);
  add(head, "p", "quiet", `${words.preset}: ${data.preset}`);
  addContents(root, data, language);
  const columns = add(root, "div", "columns");
  const story = add(columns, "div", "story");
  for (const machine of data.machines) addSection(story, data, machine, language);
  if (data.series !== undefined) addRecords(story, data.series, language);
  if (data.run !== undefined) {
    addPromises(story, data, data.run, language);
    addManifest(story, data.run, language);
  }
  add(columns, "aside").attr("id", "details").attr("aria-live", "polite");
}
