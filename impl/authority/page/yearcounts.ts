// The counts of one year: cases by how they stand or ended, with a bar beside each number, and the records that were touched.
// A bar says nothing that its number does not.
import { h, type ComponentChild } from "preact";
import { states as statesInEnglish } from "../../../models/labels/en/machines.ts";
import { states as statesInKorean } from "../../../models/labels/ko/machines.ts";
import { sayNumber } from "../../page/client/say.ts";
import type { Reader } from "../../page/language.ts";
import { caseStates, type PublicReport } from "../../protocol/publicreport.ts";
import { reportWords } from "./words/words.ts";

const states = { en: statesInEnglish, ko: statesInKorean } as const;
const barWidth = 100;

const bar = (part: number, whole: number): ComponentChild =>
  h(
    "svg",
    {
      viewBox: `0 0 ${String(barWidth)} 10`,
      preserveAspectRatio: "none",
      class: "bar",
      "aria-hidden": "true",
    },
    h("rect", { x: 0, y: 0, height: 10, width: whole === 0 ? 0 : (part / whole) * barWidth }),
  );

export const YearCounts = ({
  report,
  reader,
}: {
  readonly report: PublicReport;
  readonly reader: Reader;
}): ComponentChild => {
  const words = reportWords(reader).year;
  const { cases, byState, recordsReleased, recordsAnsweredWithAPerson } = report;
  const row = (name: string, count: number, shown: ComponentChild = null) =>
    h("tr", {}, [h("th", { scope: "row" }, name), h("td", {}, sayNumber(count, reader)), h("td", {}, shown)]);
  return [
    cases === 0 ? h("p", {}, words.none) : null,
    h(
      "div",
      { class: "scrolls", tabIndex: 0, role: "region", "aria-label": words.caption },
      h("table", { class: "counts" }, [
        h("caption", {}, words.caption),
        h(
          "thead",
          {},
          h("tr", {}, [
            h("th", { scope: "col" }, words.state),
            h("th", { scope: "col" }, words.cases),
            h("td", {}),
          ]),
        ),
        h("tbody", {}, [
          ...caseStates.map((state) => {
            const count = byState[state] ?? 0;
            return row(states[reader.language][`disclosure.${state}`], count, bar(count, cases));
          }),
          row(words.all, cases),
        ]),
      ]),
    ),
    h("dl", {}, [
      h("dt", {}, words.released),
      h("dd", {}, sayNumber(recordsReleased, reader)),
      h("dt", {}, words.people),
      h("dd", {}, sayNumber(recordsAnsweredWithAPerson, reader)),
    ]),
  ];
};
