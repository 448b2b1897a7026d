// While the issuer has not yet said where the person stands: a word that it is being asked, or why it cannot be had, and to try again.
import { Fragment, h, type ComponentChild } from "preact";
import type { StepProps } from "./numberstep.ts";
import { Refusal } from "./refusal.ts";
import { personWords } from "./words/words.ts";

export const Awaiting = ({ reader, person }: StepProps): ComponentChild => {
  const { ways } = personWords(reader);
  return person.met === undefined
    ? h("p", { class: "quietly" }, ways.asking)
    : h(Fragment, {}, [
        h(Refusal, { met: person.met, reader }),
        h("button", { type: "button", onClick: () => void person.refresh() }, ways.again),
      ]);
};
