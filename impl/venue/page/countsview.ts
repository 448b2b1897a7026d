// Today's numbers of the door and what waits: how many were admitted and refused, and why; how many wait, where, and what became of
// those that were delivered later.
// They are numbers alone.
import { h, type ComponentChild } from "preact";
import { sayNumber } from "../../page/client/say.ts";
import type { Reader } from "../../page/language.ts";
import type { DoorState } from "./doorwork.ts";
import { tellAtDoor } from "./told.ts";
import { doorWords } from "./words/words.ts";

type ByCode = Readonly<Record<string, number>>;

const sum = (counts: ByCode): number => Object.values(counts).reduce((all, one) => all + one, 0);

const together = (one: ByCode, other: ByCode): ByCode =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((code) => [
      code,
      (one[code] ?? 0) + (other[code] ?? 0),
    ]),
  );

/** One number a line, and below it the reasons where it has some. */
const Row = ({
  name,
  number,
  reasons = {},
  reader,
}: {
  readonly name: string;
  readonly number: number;
  readonly reasons?: ByCode;
  readonly reader: Reader;
}): ComponentChild => [
  h("tr", {}, [h("th", { scope: "row" }, name), h("td", {}, sayNumber(number, reader))]),
  ...Object.entries(reasons).map(([code, times]) =>
    h("tr", { class: "reason" }, [
      h("th", { scope: "row" }, tellAtDoor({ code }, reader).sentence),
      h("td", {}, sayNumber(times, reader)),
    ]),
  ),
];

export const CountsView = ({
  state: { counts, held, atMachine },
  reader,
}: {
  readonly state: DoorState;
  readonly reader: Reader;
}): ComponentChild => {
  const words = doorWords(reader);
  const lost = together(counts.lost, {
    ...atMachine?.delivered.refused,
    ...(atMachine === undefined || atMachine.delivered.over === 0
      ? {}
      : { "delivery-too-late": atMachine.delivered.over }),
  });
  return h("section", {}, [
    h("h2", {}, words.counts.heading),
    h("table", {}, [
      h("tbody", {}, [
        h(Row, { name: words.counts.checked, number: counts.checked, reader }),
        h(Row, { name: words.counts.unchecked, number: counts.unchecked, reader }),
        h(Row, {
          name: words.counts.refused,
          number: sum(counts.refused),
          reasons: counts.refused,
          reader,
        }),
      ]),
    ]),
    h("p", { class: "quietly" }, words.counts.keptHere),
    h("h2", {}, words.waiting.heading),
    h("table", {}, [
      h("tbody", {}, [
        h(Row, { name: words.waiting.here, number: held, reader }),
        ...(atMachine === undefined
          ? []
          : [
              h(Row, { name: words.waiting.atMachine, number: atMachine.waiting, reader }),
              h(Row, { name: words.waiting.recorded, number: atMachine.delivered.recorded, reader }),
            ]),
        sum(lost) === 0
          ? null
          : h(Row, { name: words.waiting.lost, number: sum(lost), reasons: lost, reader }),
      ]),
    ]),
    h("p", { class: "quietly" }, words.waiting.sealed),
  ]);
};
