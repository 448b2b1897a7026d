// A code from a hand-held scanner, which types like a keyboard, or pasted as text: a pass is too long and too short-lived to be typed.
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
  const { summary, about, label, check } = doorWords(reader).typing;
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
        h("p", { id: "typed-about" }, about),
        h("label", { for: "typed" }, label),
        h("textarea", {
          id: "typed",
          "aria-describedby": "typed-about",
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
