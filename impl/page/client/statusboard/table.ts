// A table behind a line that opens it: the twin of a picture, for whoever would rather read figures.
// It scrolls by itself where it is wider than the screen, also by keyboard.
import { h, type ComponentChild } from "preact";

export interface TableOf {
  readonly caption: string;
  readonly columns: readonly string[];
  /** The first cell of each row is its heading. */
  readonly rows: readonly (readonly string[])[];
}

export const Table = ({ caption, columns, rows }: TableOf): ComponentChild =>
  h("div", { class: "scrolls", tabIndex: 0, role: "region", "aria-label": caption }, [
    h("table", {}, [
      h("caption", {}, caption),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          columns.map((column) => h("th", { scope: "col" }, column)),
        ),
      ),
      h(
        "tbody",
        {},
        rows.map(([heading = "", ...cells]) =>
          h("tr", {}, [h("th", { scope: "row" }, heading), ...cells.map((cell) => h("td", {}, cell))]),
        ),
      ),
    ]),
  ]);

export const Twin = ({ summary, ...table }: TableOf & { readonly summary: string }): ComponentChild =>
  h("details", {}, [h("summary", {}, summary), h(Table, table)]);
