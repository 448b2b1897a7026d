// The authority's report as everybody sees it: the counts of a year as a table with bars, how a disclosure works, and how the log is checked.
// The server draws it first, and the program again; both from one answer.
import { h, type ComponentChild } from "preact";
import { sayDuration } from "../../../models/labels/duration.ts";
import { constants } from "../../../models/policy.ts";
import { sayNumber } from "../../page/client/say.ts";
import type { Reader } from "../../page/language.ts";
import type { PublicReport } from "../../protocol/publicreport.ts";
import { YearCounts } from "./yearcounts.ts";
import { reportWords } from "./words/words.ts";

interface ReportParts {
  readonly report: PublicReport;
  readonly reader: Reader;
  /** A choice of the year, where there is a program to make it. */
  readonly choice?: ComponentChild;
}

const auditCommand = "entrylog audit --cards FOLDER URL …";

export const Report = ({ report, reader, choice }: ReportParts): ComponentChild => {
  const words = reportWords(reader);
  const { caseVenues, caseWindow, caseLifetime, caseAnswerKept, retention } = constants;
  const lasts = ({ value }: { readonly value: number }) => sayDuration(value, reader.language);
  const { entries, cosigners } = report.log;
  const count = sayNumber(entries, reader);
  return [
    h("h1", {}, words.page.title),
    h("p", {}, words.page.lead),
    h("section", {}, [
      h("h2", {}, words.year.title(String(report.year))),
      choice ?? null,
      h(YearCounts, { report, reader }),
    ]),
    h("section", {}, [
      h("h2", {}, words.way.title),
      h(
        "ol",
        {},
        words.way
          .steps(
            sayNumber(caseVenues.value, reader),
            lasts(caseWindow),
            lasts(caseLifetime),
            lasts(caseAnswerKept),
            lasts(retention),
          )
          .map((step) => h("li", {}, step)),
      ),
    ]),
    h("section", {}, [
      h("h2", {}, words.log.title),
      h(
        "p",
        {},
        cosigners.length === 0 ? words.log.alone(count) : words.log.stands(count, cosigners.join(", ")),
      ),
      h("p", {}, words.log.check),
      h("pre", { class: "command" }, auditCommand),
      h("p", { class: "ways" }, [
        h("a", { href: "/log/checkpoint" }, words.log.checkpoint),
        h("a", { href: "/docs" }, words.log.contract),
      ]),
    ]),
    h("section", {}, [h("h2", {}, words.officers.title), h("p", {}, words.officers.says)]),
  ];
};
