// All notes of the reviewer as a view: each with what it is about, saved as a file and loaded from one.
import { add } from "../../../../html.ts";
import { addPick } from "../../details/pick.ts";
import { download } from "../../download.ts";
import { noteWords } from "../../notes/words.ts";
import { addOpenFile } from "../../openfile.ts";
import type { View } from "../view.ts";

export const notesView: View = {
  id: "notes",
  name: () => ({ en: noteWords.en.title, ko: noteWords.ko.title }),
  group: "questions",
  prints: false,
  fill: (section, { language, notes, marked }) => {
    const words = noteWords[language];
    add(section, "h2", "", words.title);
    add(section, "p", "lead", words.lead);
    const list = add(section, "ul", "notes");
    const unsaved = add(section, "p", "quiet");
    const tools = add(section, "div", "choices");
    const show = (): void => {
      list.selectAll("*").remove();
      const all = notes.all();
      if (all.length === 0) add(list, "li", "quiet", words.none);
      for (const { at, text } of all) {
        const item = add(list, "li");
        addPick(item, at, at);
        add(item, "p", "written", text);
      }
      unsaved.text(notes.isUnsaved() ? words.unsaved : "");
    };
    add(tools, "button", "choice", words.save)
      .attr("type", "button")
      .on("click", () => {
        download("entrylog-notes.json", notes.file(), "application/json");
        show();
      });
    addOpenFile(tools, words.load, (text) => {
      const sentence = notes.load(text, language);
      marked();
      show();
      return sentence;
    });
    show();
    return show;
  },
};
