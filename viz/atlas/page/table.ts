// A table that a reader can sort: pressing a column's heading orders the rows by it, and again the other way round.
// Every diagram has such a twin, and results are shown in them.
// Numbers are ordered as numbers by what stands behind them, words as the reader's language orders them.
import { add, type Html } from "../../html.ts";

type Cell = (text?: string, kind?: string) => Html;

/** The value by which a cell is ordered, where its words are not it. */
export const sortsAs = (cell: Html, value: number): Html => cell.attr("data-sort", value);

const valueOf = (line: HTMLTableRowElement, column: number): number | string => {
  const cell = line.cells[column];
  const value = cell?.dataset["sort"];
  return value === undefined ? (cell?.textContent ?? "") : Number(value);
};

function sort(body: HTMLTableSectionElement, column: number, isUp: boolean): void {
  const order = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const lines = [...body.rows].sort((one, other) => {
    const [a, b] = [valueOf(one, column), valueOf(other, column)];
    return typeof a === "number" && typeof b === "number" ? a - b : order.compare(String(a), String(b));
  });
  body.append(...(isUp ? lines : lines.reverse()));
}

/** A table whose cells are filled by the caller, row by row. */
export function addTable<Row>(
  parent: Html,
  columns: readonly string[],
  rows: readonly Row[],
  fill: (row: Row, cell: Cell, line: Html) => void,
): Html {
  const table = add(add(parent, "div", "table-room").attr("tabindex", 0), "table");
  const head = add(add(table, "thead"), "tr");
  const body = add(table, "tbody");
  const headings = columns.map((column, place) => {
    const heading = add(head, "th").attr("scope", "col").attr("aria-sort", "none");
    const press = (): void => {
      const isUp = heading.attr("aria-sort") !== "ascending";
      for (const other of headings) other.attr("aria-sort", "none");
      heading.attr("aria-sort", isUp ? "ascending" : "descending");
      const element = body.node();
      if (element instanceof HTMLTableSectionElement) sort(element, place, isUp);
    };
    add(heading, "button", "sort", column).attr("type", "button").on("click", press);
    return heading;
  });
  for (const row of rows) {
    const line = add(body, "tr");
    fill(row, (text = "", kind = "") => add(line, "td", kind, text), line);
  }
  return table;
}
