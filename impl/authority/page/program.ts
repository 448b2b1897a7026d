// The program of the authority's page: the other language by a button, and the counts of another year when the reader chooses one.
// Until the first answer has come the page shows what the server wrote on it.
// It asks the authority's own server and nobody else.
import { h, type ComponentChild, type TargetedEvent } from "preact";
import { useState } from "preact/hooks";
import { announce } from "../../page/client/announce.ts";
import { ask, type Met } from "../../page/client/ask.ts";
import { startPage } from "../../page/client/start.ts";
import { tell } from "../../page/client/told.ts";
import type { Reader } from "../../page/language.ts";
import { firstYear, PublicReport } from "../../protocol/publicreport.ts";
import { Report } from "./report.ts";
import { reportWords, tables } from "./words/words.ts";

const reportOf = (year: number | undefined) =>
  ask(PublicReport, { path: year === undefined ? "/v1/report" : `/v1/report?year=${String(year)}` });

const Years = ({
  reader,
  first,
}: {
  readonly reader: Reader;
  readonly first: PublicReport;
}): ComponentChild => {
  const words = reportWords(reader).year;
  const [report, setReport] = useState(first);
  const [met, setMet] = useState<Met>();
  const years = Array.from({ length: first.thisYear - firstYear + 1 }, (_, back) => first.thisYear - back);
  const choose = async (year: number) => {
    const answer = await reportOf(year);
    if (answer.ok) setReport(answer.value);
    setMet(answer.ok ? undefined : answer.met);
    announce(answer.ok ? words.title(String(year)) : tell(answer.met, reader).sentence);
  };
  const told = met === undefined ? undefined : tell(met, reader);
  const choice = [
    h("label", { for: "year" }, words.choose),
    h(
      "select",
      {
        id: "year",
        value: String(report.year),
        onChange: ({ currentTarget }: TargetedEvent<HTMLSelectElement>) =>
          void choose(Number(currentTarget.value)),
      },
      years.map((year) => h("option", { value: String(year) }, String(year))),
    ),
    told === undefined ? null : h("p", { class: "note warning" }, `${told.sentence} ${told.advice}`),
  ];
  return h(Report, { report, reader, choice });
};

const answer = await reportOf(undefined);
if (answer.ok) {
  const first = answer.value;
  startPage({
    words: { ko: tables.ko.page, en: tables.en.page },
    view: ({ reader }) => h(Years, { reader, first }),
  });
}
