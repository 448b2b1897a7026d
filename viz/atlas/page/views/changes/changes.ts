// What changed between two versions of the law, as a table: added, removed, changed, part by part, before and after.
// It is there only in a page that was drawn against another version. A sign before the word says how, and not colour.
import { addPick } from "../../details/pick.ts";
import { add } from "../../../../html.ts";
import { addTable } from "../../table.ts";
import type { View } from "../view.ts";
import { changeWords } from "./words.ts";

const signs = { added: "+", removed: "−", changed: "≠" } as const;

export const changesView: View = {
  id: "changes",
  name: () => ({ en: changeWords.en.title, ko: changeWords.ko.title }),
  group: "evidence",
  isThere: ({ changes }) => changes !== undefined,
  prints: true,
  fill: (section, { data, language }) => {
    const words = changeWords[language];
    const { changes: all = [], from = "", lawHash = "" } = data.changes ?? {};
    add(section, "h2", "", words.title);
    add(section, "p", "lead", words.lead);
    add(section, "p", "quiet", `${words.from}: ${from} (${lawHash.slice(0, 12)})`);
    if (all.length === 0) {
      add(section, "p", "says", words.none);
      return undefined;
    }
    const rows = all.flatMap(({ parts, ...change }) => parts.map((part) => ({ ...change, ...part })));
    addTable(
      section,
      [words.how, words.kind, words.what, words.part, words.before, words.after],
      rows,
      ({ how, kind, id, name, part, before, after }, cell, line) => {
        line.attr("data-change", id).attr("data-how", how);
        cell(`${signs[how]} ${words[how]}`);
        cell(words[kind]);
        const what = cell();
        if (how === "removed" || kind === "number" || kind === "machine")
          add(what, "div", "", name[language]);
        else addPick(what, id, name[language]);
        add(what, "code", "", id);
        cell(words[part]);
        cell(before?.[language] ?? "");
        cell(after?.[language] ?? "");
      },
    );
    return undefined;
  },
};
