// What became of the visits of the city's people: how many were let in, and how many turned away for which reason.
// A reason is said as the law says it to the person whom it concerns; nobody is named, because the city tells counts alone.
import { h, type ComponentChild } from "preact";
import { sayNumber } from "../../../impl/page/client/say.ts";
import { tell } from "../../../impl/page/client/told.ts";
import type { Reader } from "../../../impl/page/language.ts";
import type { Doings } from "./forms.ts";
import type { words } from "./words/words.ts";

type Words = (typeof words)["en"];

export const City = ({
  doings: { admitted, refused },
  reader,
  spoken: { city },
}: {
  readonly doings: Doings;
  readonly reader: Reader;
  readonly spoken: Words;
}): ComponentChild => {
  const reasons = Object.entries(refused).toSorted(([, one], [, other]) => other - one);
  const inAll = reasons.reduce((sum, [, count]) => sum + count, 0);
  return h("section", { "aria-labelledby": "city" }, [
    h("h2", { id: "city" }, city.title),
    h("p", {}, city.note),
    h("p", {}, [
      h("strong", { class: "admitted" }, city.admitted(sayNumber(admitted, reader))),
      " · ",
      h("strong", { class: "refused" }, city.refused(sayNumber(inAll, reader))),
    ]),
    h(
      "ul",
      {},
      reasons.map(([code, count]) =>
        h("li", { key: code }, `${tell({ code }, reader).sentence} (${sayNumber(count, reader)})`),
      ),
    ),
  ]);
};
