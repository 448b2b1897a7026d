// The way into the page: the key of the door, typed or pasted once. A wrong one is told.
// The key is not shown again, and its field is none that a browser fills in or keeps among what was typed.
import { h, type ComponentChild, type TargetedEvent } from "preact";
import { useState } from "preact/hooks";
import type { Reader } from "../../page/language.ts";
import { doorWords } from "./words/words.ts";

export const KeyForm = ({
  isWrong,
  reader,
  open,
}: {
  readonly isWrong: boolean;
  readonly reader: Reader;
  readonly open: (key: string) => void;
}): ComponentChild => {
  const [typed, setTyped] = useState("");
  const { heading, about, label, open: button, wrong } = doorWords(reader).key;
  return h(
    "form",
    {
      onSubmit: (event: Event) => {
        event.preventDefault();
        // What people paste comes with spaces and line ends.
        if (typed.trim() !== "") open(typed.trim());
      },
    },
    [
      h("h1", {}, heading),
      h("p", { id: "key-about" }, about),
      isWrong ? h("p", { class: "note warning", role: "alert", id: "key-wrong" }, wrong) : null,
      h("label", { for: "key" }, label),
      h("input", {
        id: "key",
        type: "password",
        autoComplete: "off",
        spellcheck: false,
        "aria-describedby": isWrong ? "key-wrong key-about" : "key-about",
        "aria-invalid": isWrong,
        value: typed,
        onInput: ({ currentTarget }: TargetedEvent<HTMLInputElement>) => {
          setTyped(currentTarget.value);
        },
      }),
      h("p", {}, h("button", { type: "submit" }, button)),
    ],
  );
};
