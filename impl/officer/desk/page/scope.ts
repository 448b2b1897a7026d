// Places and times of a case as a table in the reader's form, by the clock of Seoul.
// It is drawn before a signature and under a case, and holds nothing of a person.
import { h, type ComponentChild } from "preact";
import { sayInstant } from "../../../page/client/say.ts";
import type { Reader } from "../../../page/language.ts";
import type { DeskWindow } from "../../../protocol/desk.ts";
import { deskWords } from "./words/words.ts";

export const Scope = ({
  windows,
  reader,
}: {
  readonly windows: readonly DeskWindow[];
  readonly reader: Reader;
}): ComponentChild => {
  const words = deskWords(reader).facts;
  return h(
    "div",
    { class: "scrolls", tabIndex: 0, role: "region", "aria-label": words.places },
    h("table", {}, [
      h("caption", {}, `${words.places}. ${words.seoul}`),
      h(
        "thead",
        {},
        h(
          "tr",
          {},
          [words.venue, words.from, words.until].map((head) => h("th", { scope: "col" }, head)),
        ),
      ),
      h(
        "tbody",
        {},
        windows.map(({ venue, fromMs, untilMs }) =>
          h("tr", {}, [
            h("th", { scope: "row" }, String(venue)),
            h("td", {}, sayInstant(fromMs, reader)),
            h("td", {}, sayInstant(untilMs, reader)),
          ]),
        ),
      ),
    ]),
  );
};
