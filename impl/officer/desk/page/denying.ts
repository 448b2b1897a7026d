// Denying a case, for one of the reasons that the protocol lists and the officer chooses.
// The officer's own key signs nothing, because a signature over the text of a case means yes; the browser's key proves who denies it.
import { h, type ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { denialReasons, type DenialReason } from "../../../protocol/denial.ts";
import type { Reader } from "../../../page/language.ts";
import { Warned } from "./asks.ts";
import { deskWords } from "./words/words.ts";

interface DenyingParts {
  readonly reader: Reader;
  readonly deny: (reason: DenialReason) => void;
}

export const Denying = ({ reader, deny }: DenyingParts): ComponentChild => {
  const words = deskWords(reader).denial;
  const [reason, setReason] = useState<DenialReason>();
  const [isMissing, setMissing] = useState(false);
  return h("details", {}, [
    h("summary", {}, words.open),
    h(
      "form",
      {
        noValidate: true,
        onSubmit: (event: Event) => {
          event.preventDefault();
          setMissing(reason === undefined);
          if (reason !== undefined) deny(reason);
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
                required: true,
                checked: each === reason,
                onChange: () => {
                  setReason(each);
                },
              }),
              words.reasons[each],
            ]),
          ),
        ]),
        h(Warned, { text: isMissing && reason === undefined ? words.choose : "" }),
        h("button", { type: "submit" }, words.deny),
      ],
    ),
  ]);
};
