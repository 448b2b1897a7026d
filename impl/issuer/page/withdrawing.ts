// Withdrawing the consent: what it does, a first press that does nothing yet, and a second one that does it (clause C5).
// Keeping everything is as near as withdrawing, and is where the keyboard stands.
import { Fragment, h, type ComponentChild } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Schema } from "effect";
import { metIn, useAsking } from "./asked.ts";
import type { StepProps } from "./numberstep.ts";
import { Refusal } from "./refusal.ts";
import { personWords } from "./words/words.ts";

const Withdrawn = Schema.Struct({ receipt: Schema.Unknown });

export interface WithdrawingProps extends StepProps {
  readonly withdrawn: (receipt: unknown) => void;
}

export const Withdrawing = ({ reader, person, withdrawn }: WithdrawingProps): ComponentChild => {
  const { mine } = personWords(reader);
  const [isAsked, setAsked] = useState(false);
  const { met, start } = useAsking();
  const no = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isAsked) no.current?.focus();
  }, [isAsked]);
  const withdraw = async () => {
    const answer = await person.end(Withdrawn, { method: "DELETE", path: "/v1/consent" });
    if (answer.ok) withdrawn(answer.value.receipt);
    return metIn(answer);
  };
  const ask = (asked: boolean) => () => {
    setAsked(asked);
  };
  return h(Fragment, {}, [
    h("h2", {}, mine.withdraw),
    h("p", {}, mine.withdrawSays),
    h(Refusal, { met, reader }),
    isAsked
      ? h("div", { class: "sure" }, [
          h("p", { class: "note warning", role: "alert" }, mine.withdrawSure),
          h("div", { class: "choices" }, [
            h(
              "button",
              { type: "button", class: "danger", onClick: () => void start(withdraw) },
              mine.withdrawYes,
            ),
            h("button", { ref: no, type: "button", class: "quiet", onClick: ask(false) }, mine.withdrawNo),
          ]),
        ])
      : h("button", { type: "button", class: "quiet", onClick: ask(true) }, mine.withdrawStart),
  ]);
};
