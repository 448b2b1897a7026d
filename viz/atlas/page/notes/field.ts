// The field for a note on what the panel explains.
import { add, type Html } from "../html.ts";
import type { Reader } from "../views/view.ts";
import { noteWords } from "./words.ts";

export function addNote(panel: Html, { language, notes, marked }: Reader, at: string): void {
  const label = add(panel, "label", "note", noteWords[language].note);
  const field = label.append("textarea").attr("rows", 3).property("value", notes.on(at));
  field.on("input", () => {
    notes.write(at, field.node()?.value ?? "");
    marked();
  });
}
