// The authority's page as its listener serves it: the yearly counts, how a disclosure works and how the log is checked, drawn by the
// server at once in the reader's language. A reader without scripts sees all of it.
// Nobody signs in here: officers work at their own desks.
import { Effect } from "effect";
import { h } from "preact";
import type { Page } from "../page/page.ts";
import { Report } from "./page/report.ts";
import { tables } from "./page/words/words.ts";
import { publicReport } from "./publicreport.ts";

export const authorityPageFolder = new URL("./page/", import.meta.url);

export const authorityPage = Effect.map(publicReport, (ofYear): Page => ({
  folder: authorityPageFolder,
  at: "/",
  words: { ko: tables.ko.page, en: tables.en.page },
  first: (reader) => Effect.map(ofYear(), (report) => h(Report, { report, reader })),
}));
