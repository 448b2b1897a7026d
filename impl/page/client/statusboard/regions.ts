// The regions side by side: a small picture of each on the same days, a table of their latest figures, and the pictures' own table.
// Each picture has its own height, which its figures say: small regions would be flat beside large ones.
import { Fragment, h, type ComponentChild } from "preact";
import { countedKinds } from "../../../protocol/figures.ts";
import { sayDate } from "../say.ts";
import { daily, lastWeek, latest } from "./counting.ts";
import { Picture } from "./picture.ts";
import { said } from "./saying.ts";
import type { Shown } from "./board.ts";
import { Table, Twin } from "./table.ts";
import { boardWords } from "./words/words.ts";

export const Regions = ({ board: { dates, regions }, reader }: Shown): ComponentChild => {
  const words = boardWords(reader);
  const { columns } = words;
  const what = words.newOnes.confirmed;
  const [from, to] = [sayDate(dates[0] ?? "", reader), sayDate(dates.at(-1) ?? "", reader)];
  const named = regions.map((region) => ({
    ...region,
    name: region.names[reader.language],
    days: daily(region.confirmed),
  }));
  return h(Fragment, {}, [
    h("h2", {}, words.headings.regions),
    h(Table, {
      caption: words.regionsNow,
      columns: [
        columns.region,
        words.kinds.confirmed,
        columns.week,
        ...countedKinds.slice(1).map((kind) => words.kinds[kind]),
      ],
      rows: named.map((region) => [
        region.name,
        said(latest(region.confirmed), reader),
        said(lastWeek(region.confirmed), reader),
        ...countedKinds.slice(1).map((kind) => said(latest(region[kind]), reader)),
      ]),
    }),
    h("p", { class: "quietly" }, `${what}. ${words.bars}`),
    h(
      "div",
      { class: "pictures small" },
      named.map(({ name, days }) =>
        h("figure", { class: "confirmed" }, [
          h("figcaption", {}, h("h3", {}, name)),
          h(Picture, {
            said: words.pictured(`${name}: ${what}`, from, to, said(latest(days), reader)),
            dates,
            days,
            reader,
          }),
        ]),
      ),
    ),
    h(Twin, {
      summary: words.twinByDay,
      caption: what,
      columns: [columns.date, ...named.map(({ name }) => name)],
      rows: dates
        .map((date, place) => [sayDate(date, reader), ...named.map(({ days }) => said(days[place], reader))])
        .toReversed(),
    }),
  ]);
};
