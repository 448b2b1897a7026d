// The first step: the number of the reader's phone, for which a session is opened. Nothing is sent to it yet.
// Where an earlier session on this phone has ended it says so, and why that may be.
import { Fragment, h, type ComponentChild } from "preact";
import { ask } from "../../page/client/ask.ts";
import type { Reader } from "../../page/language.ts";
import { OpenedSession } from "../../protocol/http/peopleanswers.ts";
import { Heading } from "../../page/client/heading.ts";
import { phoneHelps } from "./helps.ts";
import type { Person } from "./person.ts";
import { TypedForm } from "./typedform.ts";
import { personWords } from "./words/words.ts";

export interface StepProps {
  readonly reader: Reader;
  readonly person: Person;
}

export const NumberStep = ({ reader, person }: StepProps): ComponentChild => {
  const { number } = personWords(reader);
  const ended =
    person.ended === undefined
      ? undefined
      : person.ended === "verified"
        ? number.endedVerified
        : number.endedBegun;
  return h(Fragment, {}, [
    h(Heading, { text: number.title }),
    ended === undefined ? null : h("p", { class: "note", role: "alert" }, ended),
    h("p", {}, number.says),
    h(TypedForm, {
      id: "phone",
      reader,
      label: number.label,
      hint: number.hint,
      button: number.send,
      helps: phoneHelps,
      send: async (phone) => {
        const answer = await ask(OpenedSession, { method: "POST", path: "/v1/sessions", body: { phone } });
        if (!answer.ok) return answer.met;
        await person.begin(answer.value.token);
        return undefined;
      },
    }),
  ]);
};
