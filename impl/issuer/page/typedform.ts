// A form of one field: a number, a code, a text of a door. What is typed is sent once, and a refusal stands at the field and leads back to it.
// Whatever was typed stays there until it was taken.
import { h, type ComponentChild, type ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Met } from "../../page/client/ask.ts";
import type { Reader } from "../../page/language.ts";
import { useAsking } from "./asked.ts";
import { Refusal } from "./refusal.ts";

export interface TypedFormProps {
  /** Of the field on this page. */
  readonly id: string;
  readonly reader: Reader;
  readonly label: string;
  readonly hint?: string;
  readonly button: string;
  /** How the phone's keyboard and memory help. */
  readonly helps: {
    readonly inputMode?: "tel" | "numeric";
    readonly autoComplete: string;
    readonly maxLength: number;
    readonly autoCapitalize?: "characters";
  };
  readonly send: (typed: string) => Promise<Met | undefined>;
  readonly children?: ComponentChildren;
}

export const TypedForm = (props: TypedFormProps): ComponentChild => {
  const { id, reader, label, hint, button, helps, send, children } = props;
  const [typed, setTyped] = useState("");
  const { met, isAsking, start } = useAsking();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (met !== undefined) field.current?.focus();
  }, [met]);
  const described = [hint === undefined ? "" : `${id}-hint`, met === undefined ? "" : `${id}-refusal`];
  return h(
    "form",
    {
      noValidate: true,
      onSubmit: (event: Event) => {
        event.preventDefault();
        void start(() => send(typed));
      },
    },
    [
      h("label", { for: id }, label),
      hint === undefined ? null : h("p", { id: `${id}-hint`, class: "quietly" }, hint),
      h("input", {
        id,
        ref: field,
        value: typed,
        ...helps,
        spellcheck: false,
        "aria-invalid": met !== undefined,
        "aria-describedby": described.filter((text) => text !== "").join(" ") || undefined,
        onInput: ({ currentTarget }: { readonly currentTarget: HTMLInputElement }) => {
          setTyped(currentTarget.value);
        },
      }),
      h(Refusal, { met, reader, id: `${id}-refusal` }),
      children,
      h("button", { type: "submit", "aria-disabled": isAsking }, button),
    ],
  );
};
