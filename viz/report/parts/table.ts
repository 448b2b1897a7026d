// A table of the report: a column says for a row what stands in its cell, or fills it.
// The first column names the row; columns of which no row knows anything are left out by whoever asks for the table.
// It is plain HTML and sorts nothing.
import { add, type Html } from "../../html.ts";

export interface Column<Row> {
  readonly name: string;
  readonly says?: (row: Row) => string;
  readonly fills?: (cell: Html, row: Row) => void;
  readonly isNumber?: boolean;
}

export function addTable<Row>(parent: Html, columns: readonly Column<Row>[], rows: readonly Row[]): void {
  const room = add(parent, "div", "table-room").attr("tabindex", 0);
  const table = add(room, "table");
  const head = add(add(table, "thead"), "tr");
  for (const { name, isNumber } of columns)
    add(head, "th", isNumber === true ? "number" : "", name).attr("scope", "col");
  const body = add(table, "tbody");
  for (const row of rows) {
    const line = add(body, "tr");
    for (const [place, { says, fills, isNumber }] of columns.entries()) {
      const cell = add(line, place === 0 ? "th" : "td", isNumber === true ? "number" : "", says?.(row) ?? "");
      if (place === 0) cell.attr("scope", "row");
      fills?.(cell, row);
    }
  }
}
