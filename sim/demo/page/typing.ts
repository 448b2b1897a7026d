// A field for a number, and the button beside it; Enter does the same.
// It hands on what was typed and keeps nothing; nothing of it comes into an address.
import { h, type ComponentChild } from "preact";
import { useId, useRef } from "preact/hooks";

const lettersMost = 40;

export const Typing = ({
  label,
  button,
  typed,
}: {
  readonly label: string;
  readonly button: string;
  readonly typed: (text: string) => void;
}): ComponentChild => {
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  return h(
    "form",
    {
      onSubmit: (event: Event) => {
        event.preventDefault();
        typed(field.current?.value.trim() ?? "");
      },
    },
    [
      h("label", { for: id }, label),
      h("div", { class: "row" }, [
        h("input", {
          id,
          ref: field,
          type: "text",
          inputMode: "tel",
          autocomplete: "off",
          required: true,
          maxLength: lettersMost,
        }),
        h("button", { type: "submit" }, button),
      ]),
    ],
  );
};
