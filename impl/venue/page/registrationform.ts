// The registration of a venue by its number and kind (clauses S2, F10), once.
// What the custodian answers against it is told in words; it asks for nothing else.
import { h, type ComponentChild, type TargetedEvent } from "preact";
import { useState } from "preact/hooks";
import type { Reader } from "../../page/language.ts";
import type { Registration } from "../../protocol/door.ts";
import type { Machine, Refusal } from "./asking.ts";
import { kinds } from "./kinds.ts";
import { tellAtDoor } from "./told.ts";
import { doorWords } from "./words/words.ts";

export const RegistrationForm = ({
  machine,
  reader,
  registered,
}: {
  readonly machine: Machine;
  readonly reader: Reader;
  readonly registered: (registration: typeof Registration.Type) => void;
}): ComponentChild => {
  const [number, setNumber] = useState("");
  const [kind, setKind] = useState("");
  const [met, setMet] = useState<Refusal>();
  const words = doorWords(reader);
  const register = async () => {
    const answer = await machine.register({ venue: Number(number), kind });
    if (answer.ok) registered(answer.value.registration);
    else setMet(answer.met);
  };
  const told = met === undefined ? undefined : tellAtDoor(met, reader);
  return h(
    "form",
    {
      onSubmit: (event: Event) => {
        event.preventDefault();
        void register();
      },
    },
    [
      h("h1", {}, words.registration.heading),
      h("p", {}, words.registration.about),
      told === undefined
        ? null
        : h("p", { class: "note warning", role: "alert" }, `${told.sentence} ${told.advice}`),
      h("label", { for: "number" }, words.registration.number),
      h("input", {
        id: "number",
        inputMode: "numeric",
        pattern: "[0-9]{1,10}",
        required: true,
        autoComplete: "off",
        value: number,
        onInput: ({ currentTarget }: TargetedEvent<HTMLInputElement>) => {
          setNumber(currentTarget.value);
        },
      }),
      h("label", { for: "kind" }, words.registration.kind),
      h(
        "select",
        {
          id: "kind",
          required: true,
          value: kind,
          onChange: ({ currentTarget }: TargetedEvent<HTMLSelectElement>) => {
            setKind(currentTarget.value);
          },
        },
        [
          h("option", { value: "" }, words.registration.choose),
          ...kinds.map((one) => h("option", { value: one }, words.kinds[one])),
        ],
      ),
      h("p", {}, h("button", { type: "submit" }, words.registration.register)),
    ],
  );
};
