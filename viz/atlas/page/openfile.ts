// A button that opens a file of the reader's and hands over its text; what it is answered stands under it, and is read aloud.
// Nothing is sent anywhere.
import { add, type Html } from "../../html.ts";

/** `take` answers a sentence where the text is not what was asked for, and nothing where it is. */
export function addOpenFile(
  parent: Html,
  says: string,
  take: (text: string, name: string) => string | undefined,
): void {
  const room = add(parent, "div", "open-file");
  const label = add(room, "label", "choice", says);
  const answer = add(room, "p", "question").attr("role", "alert").classed("elsewhere", true);
  const input = label.append("input").attr("type", "file");
  input.on("change", () => {
    const file = input.node()?.files?.[0];
    if (file === undefined) return;
    void file.text().then((text) => {
      const sentence = take(text, file.name);
      answer.text(sentence ?? "").classed("elsewhere", sentence === undefined);
      input.property("value", "");
    });
  });
}
