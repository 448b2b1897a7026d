// The stores side by side: for each party what it holds and cannot read, its tables with their counts, and the newest rows as they lie there.
// What came since the last look is marked by colour, a bar and a sign; of a row only instants are said in words.
import { h, type ComponentChild } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { sayNumber } from "../../../impl/page/client/say.ts";
import type { Reader } from "../../../impl/page/language.ts";
import type { StoreSeen, TableSeen } from "./forms.ts";
import { sayMoment } from "./moment.ts";
import type { words } from "./words/words.ts";

type Words = (typeof words)["en"];

/** How many rows a table had at the last look. */
type Counts = ReadonlyMap<string, number>;

/** Milliseconds since 1970, which in this century have thirteen digits, are said as the instant that they are. */
const readable = (value: string, reader: Reader): string =>
  /^1\d{12}$/.test(value) ? sayMoment(Number(value), reader) : value;

const keyOf = (party: string, table: string): string => `${party} ${table}`;

const rowsOf = (
  { name, columns, newest }: TableSeen,
  isFresh: boolean,
  { stores }: Words,
  reader: Reader,
): ComponentChild =>
  h("div", { class: "scrolls", tabIndex: 0, role: "region", "aria-label": stores.newest(name) }, [
    h("table", {}, [
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          columns.map((column) =>
            h("th", { key: column.name, scope: "col", class: column.way }, [
              column.name,
              h("small", {}, stores.ways[column.way]),
            ]),
          ),
        ),
      ),
      h(
        "tbody",
        {},
        newest.map((row, place) =>
          h(
            "tr",
            { key: place, class: isFresh && place === 0 ? "fresh" : "" },
            row.map((value, at) => {
              const way = columns[at]?.way ?? "clear";
              return h("td", { key: at, class: way }, way === "clear" ? readable(value, reader) : value);
            }),
          ),
        ),
      ),
    ]),
  ]);

const table = (
  party: string,
  one: TableSeen,
  before: Counts,
  spoken: Words,
  reader: Reader,
): ComponentChild => {
  const { name, rows } = one;
  const hadRows = before.get(keyOf(party, name));
  const isFresh = hadRows !== undefined && rows > hadRows;
  return h("div", { key: name, class: isFresh ? "table fresh" : "table" }, [
    h("h4", {}, [
      `${name} `,
      h(
        "span",
        { class: "count", "data-count": keyOf(party, name) },
        spoken.stores.rows(sayNumber(rows, reader)),
      ),
    ]),
    rows === 0
      ? null
      : h("details", { open: name.startsWith("visit") || name === "account" }, [
          h("summary", {}, spoken.stores.newest(name)),
          rowsOf(one, isFresh, spoken, reader),
        ]),
  ]);
};

const store = (
  { party, kind, tables }: StoreSeen,
  before: Counts,
  spoken: Words,
  reader: Reader,
): ComponentChild => {
  const { stores } = spoken;
  return h("article", { key: party, "aria-labelledby": `store-${party}` }, [
    h("h3", { id: `store-${party}` }, `${spoken.names[kind]} · ${party}`),
    h("dl", {}, [
      h("dt", {}, stores.holds),
      h("dd", {}, stores.hold[kind]),
      h("dt", {}, stores.cannot),
      h("dd", {}, stores.blind[kind]),
      h("dt", {}, stores.never),
      h("dd", {}, stores.forbidden[kind]),
    ]),
    tables.length === 0
      ? h("p", { class: "quietly" }, stores.empty)
      : tables.map((one) => table(party, one, before, spoken, reader)),
  ]);
};

export const Stores = ({
  seen,
  reader,
  spoken,
}: {
  readonly seen: readonly StoreSeen[];
  readonly reader: Reader;
  readonly spoken: Words;
}): ComponentChild => {
  const before = useRef<Counts>(new Map());
  useEffect(() => {
    before.current = new Map(
      seen.flatMap(({ party, tables }) =>
        tables.map(({ name, rows }) => [keyOf(party, name), rows] as const),
      ),
    );
  }, [seen]);
  return h("section", { "aria-labelledby": "stores" }, [
    h("h2", { id: "stores" }, spoken.stores.title),
    h("p", {}, spoken.stores.note),
    h(
      "div",
      { class: "stores" },
      seen.map((one) => store(one, before.current, spoken, reader)),
    ),
  ]);
};
