// Small pieces of HTML that several parts of the page are made of: headings, chips, facts.
// Parts of the page build with them on d3 selections.
// All text is set as text, never as markup.
import type { Selection } from "d3";

export type Html = Selection<HTMLElement, unknown, null, undefined>;

export function add(parent: Html, tag: string, kind = "", text = ""): Html {
  const child = parent.append<HTMLElement>(tag);
  if (kind !== "") child.attr("class", kind);
  if (text !== "") child.text(text);
  return child;
}

/** A term and what is said of it, in a list of such. */
export function addFact(list: Html, term: string): Html {
  add(list, "dt", "", term);
  return add(list, "dd");
}
