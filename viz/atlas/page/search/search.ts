// The field in the heading that searches the law in both languages; what is found are links to places of the page.
// It answers while one types, says how much it found, and is left by Escape.
import { add, type Html } from "../../../html.ts";
import type { Reader } from "../views/view.ts";
import { wordsOf } from "../words.ts";
import { entriesOf, found, type Entry } from "./entries.ts";

const shownMost = 30;

export function addSearch(parent: Html, { data, language, addressOf }: Reader): void {
  const words = wordsOf[language];
  const search = add(parent, "div", "search").attr("role", "search");
  const field = search
    .append("input")
    .attr("type", "search")
    .attr("placeholder", words.search)
    .attr("aria-label", words.search);
  const count = add(search, "p", "found-count quiet").attr("role", "status");
  const list = add(search, "ul", "found");
  let entries: readonly Entry[] | undefined;

  const show = (typed: string): void => {
    entries ??= entriesOf(data);
    const all = found(entries, typed);
    list.selectAll("*").remove();
    count.text(typed.trim() === "" ? "" : `${String(all.length)} ${words.found}`);
    for (const { kind, name, view, asked } of all.slice(0, shownMost)) {
      const item = add(list, "li");
      add(item, "span", "quiet", words[kind]);
      add(item, "a", "", name[language]).attr("href", addressOf(view, asked));
    }
  };
  const leave = (): void => {
    field.property("value", "");
    show("");
  };
  field.on("input", () => {
    show(field.node()?.value ?? "");
  });
  search.on("keydown", (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    leave();
    field.node()?.focus();
  });
  list.on("click", leave);
}
