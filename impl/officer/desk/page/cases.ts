// All cases that the authority lists, the newest first, each with where it stands and how long it still waits.
// Places and times stand in a case itself, for those who may see them.
import { h, type ComponentChild } from "preact";
import { Heading } from "../../../page/client/heading.ts";
import { usePolled } from "../../../page/client/polled.ts";
import { sayNumber } from "../../../page/client/say.ts";
import type { Reader } from "../../../page/language.ts";
import { DeskCases, type DeskCase } from "../../../protocol/desk.ts";
import { askedEveryMs, Told } from "./asks.ts";
import { stateOf } from "./casestate.ts";
import type { AtDesk } from "./atdesk.ts";
import type { Place } from "./place.ts";
import { sayLeft } from "./remaining.ts";
import { deskWords } from "./words/words.ts";

interface CasesParts extends AtDesk {
  readonly go: (place: Place) => void;
}

/** Who asked, and how long it may still wait or be seen. */
const about = (shown: DeskCase, nowMs: number, officer: number, reader: Reader): string => {
  const { cases } = deskWords(reader);
  const { requestedBy, lapsesAtMs, answerEndsAtMs } = shown;
  const by = requestedBy === officer ? cases.askedByYou : cases.askedBy(sayNumber(requestedBy ?? 0, reader));
  const left =
    lapsesAtMs !== null
      ? cases.lapsesIn(sayLeft(Math.max(0, lapsesAtMs - nowMs), reader))
      : answerEndsAtMs !== null
        ? cases.seenIn(sayLeft(Math.max(0, answerEndsAtMs - nowMs), reader))
        : undefined;
  return left === undefined ? by : `${by}, ${left}`;
};

export const Cases = ({ reader, asks, officer, go }: CasesParts): ComponentChild => {
  const words = deskWords(reader);
  const { value, met } = usePolled(askedEveryMs, () => asks(DeskCases, { path: "/v1/desk/cases" }));
  return h("section", {}, [
    h(Heading, { level: "h2", text: words.cases.title }),
    h(
      "button",
      {
        type: "button",
        onClick: () => {
          go({ at: "new" });
        },
      },
      words.cases.make,
    ),
    h(Told, { met, reader }),
    value === undefined
      ? h("p", {}, words.desk.asking)
      : value.cases.length === 0
        ? h("p", {}, words.cases.none)
        : h(
            "ul",
            { class: "cases" },
            value.cases.map((shown) =>
              h("li", { key: shown.caseId }, [
                h(
                  "button",
                  {
                    type: "button",
                    class: "quiet",
                    onClick: () => {
                      go({ at: "case", caseId: shown.caseId });
                    },
                  },
                  `${shown.caseId}: ${stateOf(shown.state, reader)}`,
                ),
                h("span", { class: "quietly" }, about(shown, value.nowMs, officer, reader)),
              ]),
            ),
          ),
  ]);
};
