// Signing in at a desk: with an enrolled key, with the printed code for the first one, and in a demonstration without any.
// Nothing of a case is shown before.
import { h, type ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { ask, type Met } from "../../../page/client/ask.ts";
import { Heading } from "../../../page/client/heading.ts";
import type { Reader } from "../../../page/language.ts";
import { DeskSession, KeyAsked, ProofAsked, type DeskView } from "../../../protocol/desk.ts";
import { Told, Warned } from "./asks.ts";
import { makeKey, prove } from "./browserkey.ts";
import { begin, type Session } from "./session.ts";
import { deskWords } from "./words/words.ts";

export interface SigningIn {
  readonly reader: Reader;
  readonly desk: DeskView;
  /** Why the reader is here again, if there is a reason. */
  readonly met: Met | undefined;
  /** Signed out, and not just come. */
  readonly wasIn: boolean;
  readonly signedIn: (session: Session) => void;
}

type Step = () => Promise<Met | "unused" | undefined>;

export const SignIn = ({ reader, desk, met: first, wasIn, signedIn }: SigningIn): ComponentChild => {
  const words = deskWords(reader).signIn;
  const [met, setMet] = useState(first);
  const [unused, setUnused] = useState(false);
  const [code, setCode] = useState("");

  const opened = async (answer: ReturnType<typeof ask<DeskSession, unknown>>) => {
    const session = await answer;
    if (!session.ok) return session.met;
    signedIn(begin(session.value));
    return undefined;
  };
  const taking = (step: Step) => async () => {
    setMet(undefined);
    setUnused(false);
    const end = await step();
    if (end === "unused") setUnused(true);
    else setMet(end);
  };

  const withKey = taking(async () => {
    const asked = await ask(ProofAsked, { method: "POST", path: "/v1/desk/sign-ins" });
    if (!asked.ok) return asked.met;
    const proof = await prove(asked.value);
    if (proof === undefined) return "unused";
    return opened(
      ask(DeskSession, { method: "POST", path: `/v1/desk/sign-ins/${asked.value.id}`, body: proof }),
    );
  });
  const enrol = taking(async () => {
    const asked = await ask(KeyAsked, { method: "POST", path: "/v1/desk/enrolments", body: { code } });
    if (!asked.ok) return asked.met;
    const made = await makeKey(asked.value, deskWords(reader).desk.title);
    if (made === undefined) return "unused";
    return opened(
      ask(DeskSession, { method: "POST", path: `/v1/desk/enrolments/${asked.value.id}`, body: made }),
    );
  });
  const withoutKey = taking(() =>
    opened(ask(DeskSession, { method: "POST", path: "/v1/desk/demonstrations" })),
  );

  return h("section", {}, [
    h(Heading, { level: "h2", leads: wasIn, text: words.title }),
    h(Told, { met, reader }),
    h(Warned, { text: unused ? words.unused : "" }),
    desk.hasKey
      ? [
          h("p", {}, words.says),
          h("button", { type: "button", onClick: () => void withKey() }, words.withKey),
        ]
      : h(
          "form",
          {
            onSubmit: (event: Event) => {
              event.preventDefault();
              void enrol();
            },
          },
          [
            h("p", {}, words.first),
            h("p", {}, [
              h("label", { for: "code" }, words.code),
              h("input", {
                id: "code",
                autocomplete: "off",
                autocapitalize: "characters",
                spellcheck: false,
                value: code,
                onInput: ({ currentTarget }) => {
                  setCode(currentTarget.value);
                },
              }),
            ]),
            h("button", { type: "submit" }, words.enrol),
          ],
        ),
    desk.demonstration
      ? h(
          "p",
          {},
          h("button", { type: "button", class: "quiet", onClick: () => void withoutKey() }, words.withoutKey),
        )
      : null,
  ]);
};
