// The way of check-in: number, notice, code, QR code, each only where the issuer says that it is needed now (clauses S4, S5, F1).
// Which step it is follows from where the person stands, so a reload and another tab are at the same one.
// It never skips what the issuer asks, and asks nothing else.
import { Fragment, h, type ComponentChild } from "preact";
import { useState } from "preact/hooks";
import type { Met } from "../../page/client/ask.ts";
import { CodeStep } from "./codestep.ts";
import { Awaiting } from "./awaiting.ts";
import { Heading } from "../../page/client/heading.ts";
import { NoticeStep } from "./noticestep.ts";
import { NumberStep, type StepProps } from "./numberstep.ts";
import { PassStep } from "./passstep.ts";
import type { Placed } from "./place.ts";
import { Refusal } from "./refusal.ts";
import { standingStep } from "./step.ts";
import { personWords } from "./words/words.ts";

export interface CheckInProps extends StepProps {
  readonly placed: Placed;
}

export const CheckIn = ({ reader, person, placed }: CheckInProps): ComponentChild => {
  const { ways, notice } = personWords(reader);
  /** Why the step before has led to this one. */
  const [met, setMet] = useState<Met>();
  const [declined, setDeclined] = useState<"kept" | "ended">();
  const { known, session } = person;

  if (declined !== undefined)
    return h(Fragment, {}, [
      h(Heading, { text: notice.declined }),
      declined === "ended" ? h("p", {}, notice.declinedEnded) : null,
      h(
        "button",
        {
          type: "button",
          onClick: () => {
            placed.back();
          },
        },
        ways.back,
      ),
    ]);
  if (session === undefined) return h(NumberStep, { reader, person });
  if (known === undefined) return h(Awaiting, { reader, person });
  const props = { reader, person, known };
  switch (standingStep(known.account.standing)) {
    case "notice":
      return h(Fragment, {}, [
        h(Refusal, { met, reader }),
        h(NoticeStep, {
          ...props,
          placed,
          declined: (endedToo) => {
            setDeclined(endedToo ? "ended" : "kept");
          },
        }),
      ]);
    case "code":
      return h(Fragment, {}, [h(Refusal, { met, reader }), h(CodeStep, props)]);
    case "pass":
      return h(PassStep, { ...props, refused: setMet });
  }
};
