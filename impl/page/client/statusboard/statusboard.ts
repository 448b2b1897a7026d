// The status board: the nation's figures now, their trend day by day, and the regions side by side, each picture with its table.
// The board's page shows it, and an issuer's page in front of its check-in button (clause S12), out of the same answer.
// It says of when the figures are and where they come from, and when nothing newer could be had; it asks nobody anything.
import { Fragment, h, type ComponentChild } from "preact";
import { countedKinds, type CountedKind } from "../../../protocol/figures.ts";
import { sayChange, sayDate, sayInstant, sayNumber } from "../say.ts";
import type { Shown } from "./board.ts";
import { daily, latest, means } from "./counting.ts";
import { Picture } from "./picture.ts";
import { Regions } from "./regions.ts";
import { Twin } from "./table.ts";
import { said } from "./saying.ts";
import { boardWords } from "./words/words.ts";

const Provenance = ({ board: { latest: date, publishedAtMs, feed }, reader }: Shown): ComponentChild => {
  const words = boardWords(reader);
  const trouble = feed?.trouble ?? null;
  return h(Fragment, {}, [
    h("p", { class: "quietly" }, [
      date === null ? words.nothingYet : words.upTo(sayDate(date, reader)),
      feed === null || feed.readAtMs === null
        ? null
        : [
            ` ${words.source} `,
            h("a", { href: feed.url, rel: "noreferrer" }, feed.name),
            `, ${words.readAt(sayInstant(feed.readAtMs, reader))}`,
          ],
      publishedAtMs === null ? null : ` ${words.byOffice(sayInstant(publishedAtMs, reader))}`,
    ]),
    trouble === null
      ? null
      : h("p", { class: "note warning" }, [
          `${words.troubles[trouble.code]} `,
          words.lastGood(sayInstant(trouble.sinceMs, reader)),
        ]),
  ]);
};

const Now = ({ board: { nation }, reader }: Shown): ComponentChild => {
  const words = boardWords(reader);
  const figure = (kind: CountedKind): ComponentChild => {
    const total = latest(nation[kind]);
    const change = daily(nation[kind]).at(-1) ?? null;
    return h("div", { class: `figure ${kind}` }, [
      h("dt", {}, words.kinds[kind]),
      total === null
        ? h("dd", { class: "quietly" }, words.notKnown)
        : h("dd", {}, h("strong", {}, sayNumber(total, reader))),
      change === null ? null : h("dd", {}, words.change(sayChange(change, reader))),
    ]);
  };
  return h("dl", { class: "figures" }, countedKinds.map(figure));
};

const Trend = ({ board: { dates, nation }, reader }: Shown): ComponentChild => {
  const words = boardWords(reader);
  const { columns } = words;
  const one = (kind: CountedKind): ComponentChild => {
    const days = daily(nation[kind]);
    const last = latest(days);
    if (last === null) return null;
    const mean = means(days);
    const what = words.newOnes[kind];
    const [from, to] = [sayDate(dates[0] ?? "", reader), sayDate(dates.at(-1) ?? "", reader)];
    return h("figure", { class: kind }, [
      h("figcaption", {}, h("h3", {}, what)),
      h(Picture, { said: words.pictured(what, from, to, sayNumber(last, reader)), dates, days, reader }),
      h(Twin, {
        summary: words.twin,
        caption: what,
        columns: [columns.date, columns.onDay, columns.mean, columns.total],
        rows: dates
          .map((date, place) => [
            sayDate(date, reader),
            said(days[place], reader),
            said(mean[place], reader),
            said(nation[kind][place], reader),
          ])
          .toReversed(),
      }),
    ]);
  };
  return h("div", { class: "pictures" }, countedKinds.map(one));
};

export const StatusBoard = (shown: Shown): ComponentChild => {
  const { board, reader } = shown;
  const words = boardWords(reader);
  return h("article", { class: "statusboard" }, [
    h("h1", {}, words.title(board.nation.names[reader.language])),
    h(Provenance, shown),
    board.latest === null
      ? null
      : [
          h("h2", {}, words.headings.figures),
          h(Now, shown),
          h("h2", {}, words.headings.trend),
          h("p", { class: "quietly" }, words.bars),
          h(Trend, shown),
        ],
    board.regions.length === 0 ? null : h(Regions, shown),
  ]);
};
