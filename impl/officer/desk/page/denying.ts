// Denying a case, for one of the reasons that the protocol lists.
// It needs no key over a text, because a signature over the text of a case means yes.
import { h, type ComponentChild } from "preact";
import { useState } from "preact/hooks";
import type { Met } from "../../../page/client/ask.ts";
import { denialReasons, type DenialReason } from "../../../protocol/denial.ts";
import { StepDone } from "../../../protocol/desk.ts";
import { Told } from "./asks.ts";
import type { AtDesk } from "./atdesk.ts";
import { deskWords } from "./words/words.ts";

interface DenyingParts extends AtDesk {
  readonly caseId: string;
  readonly done: () => void;
}

export const Denying = ({ reader, asks, caseId, done }: DenyingParts): ComponentChild => {
  const words = deskWords(reader).denial;
  const [reason, setReason] = useState<DenialReason>(denialReasons[0]);
  const [met, setMet] = useState<Met>();
  const deny = async () => {
    const answer = await asks(StepDone, {
      method: "POST",
      path: `/v1/desk/cases/${caseId}/denial`,
      body: { reason },
    });
    if (!answer.ok) setMet(answer.met);
    done();
  };
  return h("details", {}, [
    h("summary", {}, words.open),
    h(
      "form",
      {
        onSubmit: (event: Event) => {
          event.preventDefault();
          void deny();
        },
      },
      [
        h("fieldset", {}, [
          h("legend", {}, words.why),
          denialReasons.map((each) =>
            h("label", { class: "choice" }, [
              h("input", {
                type: "radio",
                name: "reason",
                value: each,
                checked: each === reason,
                onChange: () => {
                  setReason(each);
                },
              }),
              words.reasons[each],
            ]),
          ),
        ]),
        h(Told, { met, reader }),
        h("button", { type: "submit" }, words.deny),
      ],
    ),
  ]);
};
