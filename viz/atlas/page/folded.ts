// A part that is folded until it is opened, with its title and how many things are in it; on paper it is unfolded.
// Tables that say the same as a picture stand in such parts under it.
import { add, type Html } from "../../html.ts";

export function addFolded(parent: Html, kind: string, title: string, count: number): Html {
  const folded = add(parent, "details", kind);
  add(folded, "summary", "", `${title} (${count})`);
  return folded;
}
