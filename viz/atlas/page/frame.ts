// The frame of the page in one language: the heading with its switch, the contents, a section for each view, the panel, the foot.
// page.ts builds it anew when the language changes, and shows one section at a time.
// It fills no section; that is each view's own business.
import { languages, type Language } from "../data.ts";
import { addFoot } from "./foot.ts";
import { add, type Html } from "../../html.ts";
import { addSearch } from "./search/search.ts";
import type { Reader, View } from "./views/view.ts";
import { wordsOf } from "./words.ts";

const languageNames: Readonly<Record<Language, string>> = { en: "English", ko: "한국어" };
const groups = ["law", "questions", "evidence"] as const satisfies readonly View["group"][];

export interface Frame {
  readonly contents: Html;
  readonly sections: ReadonlyMap<string, Html>;
  readonly panel: Html;
}

function addSwitch(parent: Html, language: Language): void {
  const choice = add(parent, "div", "switch").attr("role", "group").attr("aria-label", "Language · 언어");
  for (const one of languages) {
    add(choice, "button", one === language ? "now" : "", languageNames[one])
      .attr("type", "button")
      .attr("lang", one)
      .attr("data-language", one)
      .attr("aria-pressed", String(one === language));
  }
}

function addContents(parent: Html, views: readonly View[], { data, language, addressOf }: Reader): Html {
  const words = wordsOf[language];
  const contents = add(parent, "nav", "contents").attr("aria-label", words.contents);
  for (const group of groups) {
    const inGroup = views.filter((view) => view.group === group);
    if (inGroup.length === 0) continue;
    const list = add(contents, "ul").attr("aria-label", words[group]);
    for (const view of inGroup)
      add(add(list, "li"), "a", "", view.name(data)[language])
        .attr("href", addressOf(view.id))
        .attr("data-view", view.id);
  }
  return contents;
}

export function addFrame(root: Html, views: readonly View[], reader: Reader): Frame {
  const { data, language } = reader;
  const words = wordsOf[language];
  root.selectAll("*").remove();
  const head = add(root, "header");
  const title = add(head, "div", "title");
  add(title, "h1", "", `entrylog · ${words.title}`);
  addSearch(title, reader);
  addSwitch(title, language);
  add(head, "p", "lead", words.lead);
  add(head, "p", "quiet", `${words.preset}: ${data.preset}`);
  const contents = addContents(root, views, reader);
  const columns = add(root, "div", "columns");
  const story = add(columns, "main", "story").attr("id", "story").attr("tabindex", -1);
  const sections = new Map(
    views.map(({ id, prints }) => [
      id,
      add(story, "section", prints ? "view" : "view screen-only").attr("id", `view-${id}`),
    ]),
  );
  const panel = add(columns, "aside").attr("id", "details").attr("aria-live", "polite");
  addFoot(root, data, language);
  return { contents, sections, panel };
}

/** The button that puts what is explained away. */
export const addClose = (panel: Html, language: Language): Html =>
  panel
    .insert<HTMLElement>("button", ":first-child")
    .attr("type", "button")
    .attr("class", "close")
    .attr("data-close", "")
    .attr("aria-label", wordsOf[language].close)
    .text("✕");
