// The nation's figures of the last two weeks as news, for feed readers: RSS 2.0 in the reader's language.
// It is made of the status board's answer; an item is a day, and keeps its name when its figures are corrected.
// Nothing of whoever reads it stands in it.
import { millisecondsADay, seoulOffset } from "../../models/policy.ts";
import { daily } from "../page/client/statusboard/counting.ts";
import { sayChange, sayDate, sayNumber } from "../page/client/say.ts";
import { boardWords } from "../page/client/statusboard/words/words.ts";
import type { Reader } from "../page/language.ts";
import { countedKinds } from "../protocol/figures.ts";
import { dayOf } from "./calendar.ts";
import type { Board } from "./statusboard.ts";

const newsDays = 14;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

const element = (name: string, text: string, attributes = ""): string =>
  `<${name}${attributes}>${escaped(text)}</${name}>`;

/** The start of the day in Seoul, in the form of RFC 822: a day's figures may come while it lasts. */
const publishedAt = (date: string): string =>
  new Date(dayOf(date) * millisecondsADay - seoulOffset).toUTCString();

export const newsOf = ({ dates, nation }: Board, reader: Reader, link: string): string => {
  const words = boardWords(reader);
  const title = words.title(nation.names[reader.language]);
  const changes = countedKinds.map((kind) => ({ kind, days: daily(nation[kind]) }));
  const items = dates.flatMap((date, place) => {
    const figures = changes.flatMap(({ kind, days }) => {
      const total = nation[kind][place] ?? null;
      const change = days[place] ?? null;
      if (total === null) return [];
      const on = change === null ? "" : ` (${sayChange(change, reader)})`;
      return [`${words.kinds[kind]} ${sayNumber(total, reader)}${on}`];
    });
    return figures.length === 0
      ? []
      : [
          [
            "<item>",
            element("title", `${sayDate(date, reader)}: ${figures[0] ?? ""}`),
            element("description", figures.join(", ")),
            element("link", link),
            element("guid", `urn:entrylog:figures:${date}`, ' isPermaLink="false"'),
            element("pubDate", publishedAt(date)),
            "</item>",
          ].join(""),
        ];
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0"><channel>',
    element("title", title),
    element("link", link),
    element("description", title),
    element("language", reader.language),
    ...items.toReversed().slice(0, newsDays),
    "</channel></rss>",
  ].join("\n");
};
