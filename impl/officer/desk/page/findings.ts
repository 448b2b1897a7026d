// The people and visits of an answer as a table, in the order of time, with the marks of each record.
// Who appears at two issuers is said apart, because only inside a case can it be seen.
import { h, type ComponentChild } from "preact";
import { sayInstant, sayNumber } from "../../../page/client/say.ts";
import type { Reader } from "../../../page/language.ts";
import type { DeskAnswer } from "../../../protocol/desk.ts";
import { deskWords } from "./words/words.ts";

export const Findings = ({
  reader,
  answer,
}: {
  readonly reader: Reader;
  readonly answer: DeskAnswer;
}): ComponentChild => {
  const words = deskWords(reader).answer;
  const { visits, atTwoIssuers, nobody, waitingFor, refusedClaims } = answer;
  const count = (number: number) => sayNumber(number, reader);
  const list = (numbers: readonly number[]) => numbers.map(count).join(", ");
  const heads = [words.number, words.venue, words.time, words.issuer, words.marks];
  return [
    waitingFor.length === 0 ? null : h("p", { class: "note" }, words.waiting(list(waitingFor))),
    visits.length === 0 && waitingFor.length === 0 ? h("p", {}, words.none) : null,
    visits.length === 0
      ? null
      : h(
          "div",
          { class: "scrolls", tabIndex: 0, role: "region", "aria-label": words.title },
          h("table", { class: "found" }, [
            h("caption", {}, deskWords(reader).facts.seoul),
            h(
              "thead",
              {},
              h(
                "tr",
                {},
                heads.map((head) => h("th", { scope: "col" }, head)),
              ),
            ),
            h(
              "tbody",
              {},
              visits.map(({ phoneNumber, venue, scannedAtMs, issuer, late, disputed }) =>
                h("tr", {}, [
                  h("th", { scope: "row" }, phoneNumber ?? words.nobody),
                  h("td", {}, String(venue)),
                  h("td", {}, sayInstant(scannedAtMs, reader)),
                  h("td", {}, count(issuer)),
                  h(
                    "td",
                    {},
                    [...(late ? [words.late] : []), ...(disputed ? [words.disputed] : [])].join(", "),
                  ),
                ]),
              ),
            ),
          ]),
        ),
    atTwoIssuers.map(({ phoneNumber, issuers }) => h("p", {}, words.twice(phoneNumber, list(issuers)))),
    nobody === 0 ? null : h("p", {}, words.nobodyCount(count(nobody))),
    refusedClaims === 0 ? null : h("p", {}, words.refused(count(refusedClaims))),
  ];
};
