// Small pieces of HTML that pages are made of: headings, chips, facts.
// The pages build with them on d3 selections, in a browser or without one.
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
