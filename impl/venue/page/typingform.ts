// A code typed by hand, for a phone whose screen no camera reads: the text below the QR code.
// Capitals and small letters are one to it, as base45 has capitals only, and line ends are none of its characters; it forgets the text as soon as it is handed on.
import { h, type ComponentChild, type TargetedEvent } from "preact";
import { useState } from "preact/hooks";
import type { Reader } from "../../page/language.ts";
import { doorWords } from "./words/words.ts";

export const TypingForm = ({
  reader,
  onCode,
}: {
  readonly reader: Reader;
  readonly onCode: (text: string) => void;
}): ComponentChild => {
  const [typed, setTyped] = useState("");
  const { summary, label, check } = doorWords(reader).typing;
  return h("details", {}, [
    h("summary", {}, summary),
    h(
      "form",
      {
        onSubmit: (event: Event) => {
          event.preventDefault();
          if (typed === "") return;
          onCode(typed.replaceAll(/[\r\n]/g, "").toUpperCase());
          setTyped("");
        },
      },
      [
        h("label", { for: "typed" }, label),
        h("textarea", {
          id: "typed",
          rows: 4,
          autoComplete: "off",
          autocapitalize: "characters",
          spellcheck: false,
          value: typed,
          onInput: ({ currentTarget }: TargetedEvent<HTMLTextAreaElement>) => {
            setTyped(currentTarget.value);
          },
        }),
        h("p", {}, h("button", { type: "submit" }, check)),
      ],
    ),
  ]);
};
