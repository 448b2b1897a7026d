// Small pieces of HTML that several parts of the page are made of: headings, chips, lists of clauses, tables.
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

/** A table whose cells are filled by the caller, row by row. */
export function addTable<Row>(
  parent: Html,
  columns: readonly string[],
  rows: readonly Row[],
  fill: (row: Row, cell: (text?: string, kind?: string) => Html, line: Html) => void,
): Html {
  const table = add(add(parent, "div", "table-room"), "table");
  const head = add(add(table, "thead"), "tr");
  for (const column of columns) add(head, "th", "", column).attr("scope", "col");
  const body = add(table, "tbody");
  for (const row of rows) {
    const line = add(body, "tr");
    fill(row, (text = "", kind = "") => add(line, "td", kind, text), line);
  }
  return table;
}
