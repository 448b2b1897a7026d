// Makes the page ready for paper when it is about to be printed, and takes everything back afterwards.
// Tables are unfolded, each picture gets its legend, links become footnotes, and the foot of every page says where it comes from.
// All that it adds is marked as being for paper, so that nothing of it stays on the screen.
import { pictured } from "./pictured.ts";
import { addLegend } from "./legend.ts";
import { add, type Html } from "../../html.ts";
import { readPlace } from "./address.ts";
import type { Reader, View } from "./views/view.ts";
import { wordsOf } from "./words.ts";

/** Where a link leads, in words that mean something on paper. */
function leadsTo(href: string, views: readonly View[], { data, language }: Reader): string {
  if (!href.startsWith("#")) return href;
  const { view, asked } = readPlace(href, { language, view: "" });
  const name = views.find(({ id }) => id === view)?.name(data)[language] ?? view;
  const section = wordsOf[language].seeSection.replace("{}", name);
  return [section, ...Object.values(asked)].join(" · ");
}

/** Numbers the links of a section, each address once, and lists where they lead at its end. */
function addFootnotes(section: Html, views: readonly View[], reader: Reader): void {
  const numbers = new Map<string, number>();
  section.selectAll<HTMLAnchorElement, unknown>("a[href]:not(svg a):not([download])").each(function () {
    const href = this.getAttribute("href") ?? "";
    const number = numbers.get(href) ?? numbers.size + 1;
    numbers.set(href, number);
    const mark = document.createElement("sup");
    mark.className = "paper";
    mark.textContent = String(number);
    this.after(mark);
  });
  if (numbers.size === 0) return;
  const list = add(section, "ol", "paper footnotes");
  for (const href of numbers.keys()) add(list, "li", "", leadsTo(href, views, reader));
}

/** The foot of every page: the policy, the hash of the law, the commit where it is known, and the number of the page. */
function addFoot({ data }: Reader): void {
  const parts = [
    "entrylog",
    data.preset,
    data.lawHash.slice(0, 12),
    ...(data.commit === undefined ? [] : [data.commit]),
  ];
  const style = document.createElement("style");
  style.className = "paper";
  style.textContent = `@page { @bottom-left { content: ${JSON.stringify(parts.join(" · "))} } }`;
  document.head.append(style);
}

function makeReady(root: Html, views: readonly View[], reader: Reader): void {
  root.selectAll("#story details:not([open])").attr("open", "").attr("data-unfolded", "");
  for (const { id, prints } of views) {
    const section: Html = root.select(`#view-${id}`);
    if (!prints || section.empty()) continue;
    const picture = pictured(reader.data, id);
    if (picture !== undefined) addLegend(add(section, "div", "paper"), reader.language, picture);
    addFootnotes(section, views, reader);
  }
  addFoot(reader);
}

/** Listens for printing; `now` gives the reader as they are when it comes. */
export function printOn(root: Html, views: readonly View[], now: () => Reader): void {
  window.addEventListener("beforeprint", () => {
    makeReady(root, views, now());
  });
  window.addEventListener("afterprint", () => {
    for (const added of document.querySelectorAll(".paper")) added.remove();
    root.selectAll("[data-unfolded]").attr("open", null).attr("data-unfolded", null);
  });
}
