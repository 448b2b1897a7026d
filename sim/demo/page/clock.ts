// The clock of the country: what time it is there, and how far it is to be set ahead, which is asked once more before it is done.
// What time it is comes with every answer of the server; the reader's own clock is not asked.
import { h, type ComponentChild } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { announce } from "../../../impl/page/client/announce.ts";
import { ask } from "../../../impl/page/client/ask.ts";
import { tell } from "../../../impl/page/client/told.ts";
import type { Reader } from "../../../impl/page/language.ts";
import { CountrySeen } from "./forms.ts";
import { sayMoment } from "./moment.ts";
import type { words } from "./words/words.ts";

type Words = (typeof words)["en"];

const secondMs = 1_000;
const hourMs = 3_600 * secondMs;
const dayMs = 24 * hourMs;
const steps = {
  seconds: 15 * secondMs,
  hour: hourMs,
  day: dayMs,
  month: 30 * dayMs,
  retention: 28 * dayMs,
} as const satisfies Readonly<Record<keyof Words["clock"]["steps"], number>>;
type Step = keyof typeof steps;
const order: readonly Step[] = ["seconds", "hour", "day", "retention", "month"];

const whyOf = (step: Step, { clock }: Words): string =>
  step === "hour" || step === "day" ? "" : ` (${clock.why[step]})`;

export const Clock = ({
  country,
  reader,
  spoken,
}: {
  readonly country: CountrySeen;
  readonly reader: Reader;
  readonly spoken: Words;
}): ComponentChild => {
  const { clock } = spoken;
  const [asked, setAsked] = useState<Step>();
  const [told, setTold] = useState("");
  const [isMoving, setMoving] = useState(false);
  const confirm = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    confirm.current?.focus();
  }, [asked]);
  const move = async (step: Step): Promise<void> => {
    setAsked(undefined);
    setMoving(true);
    setTold(clock.moving);
    const answer = await ask(CountrySeen, {
      method: "POST",
      path: "/v1/clock",
      body: { byMs: steps[step] },
      withinMs: 90_000,
    });
    const said = answer.ok
      ? clock.moved(sayMoment(answer.value.nowMs, reader))
      : tell(answer.met, reader).sentence;
    setMoving(false);
    setTold(said);
    announce(said);
  };
  return h("section", { "aria-labelledby": "clock" }, [
    h("h2", { id: "clock" }, clock.title),
    h("p", { class: "now" }, clock.now(sayMoment(country.nowMs, reader))),
    h("p", { class: "quietly" }, country.isOpen ? clock.note : clock.waiting),
    h(
      "ul",
      { class: "steps" },
      order.map((step) =>
        h("li", { key: step }, [
          h(
            "button",
            {
              type: "button",
              class: "quiet",
              disabled: !country.isOpen || isMoving,
              onClick: () => {
                setAsked(step);
              },
            },
            clock.steps[step],
          ),
          h("span", {}, whyOf(step, spoken)),
        ]),
      ),
    ),
    asked === undefined
      ? null
      : h("div", { class: "note", role: "group", "aria-label": clock.title }, [
          h("p", {}, `${clock.confirm(clock.steps[asked])}${whyOf(asked, spoken)}`),
          h("div", { class: "row" }, [
            h("button", { type: "button", ref: confirm, onClick: () => void move(asked) }, clock.yes),
            h(
              "button",
              {
                type: "button",
                class: "quiet",
                onClick: () => {
                  setAsked(undefined);
                },
              },
              clock.no,
            ),
          ]),
        ]),
    told === "" ? null : h("p", { class: "note moved" }, told),
  ]);
};
