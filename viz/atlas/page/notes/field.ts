// The field for a note on what the panel explains.
// What is typed is kept at once, and what has a note is marked wherever it is drawn.
import { add, type Html } from "../../../html.ts";
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
