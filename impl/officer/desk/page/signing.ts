// A text before it is signed: its facts in words, the very text, and the key that is asked for it.
// The page sees first that the desk asks for this text and no other; then, and only then, the browser's key is used.
import { h, type ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { announce } from "../../../page/client/announce.ts";
import type { Met } from "../../../page/client/ask.ts";
import { Heading } from "../../../page/client/heading.ts";
import { StepDone, type ToSign } from "../../../protocol/desk.ts";
import { Told, Warned } from "./asks.ts";
import { isOfText, prove } from "./browserkey.ts";
import { stateOf } from "./casestate.ts";
import type { AtDesk } from "./atdesk.ts";
import { Scope } from "./scope.ts";
import { deskWords } from "./words/words.ts";

export interface SigningParts extends AtDesk {
  readonly kind: "request" | "approve" | "share" | "deny" | "close";
  readonly toSign: ToSign;
  readonly done: () => void;
  readonly cancelled: () => void;
}

const groundIn = (ground: string, grounds: Readonly<Record<string, string>>): string =>
  grounds[ground] ?? ground;

export const Signing = (parts: SigningParts): ComponentChild => {
  const { reader, asks, keyless, kind, toSign, done, cancelled } = parts;
  const words = deskWords(reader);
  const [met, setMet] = useState<Met>();
  const [said, setSaid] = useState("");
  const [busy, setBusy] = useState(false);

  const sign = async (): Promise<void> => {
    setMet(undefined);
    setSaid("");
    if (!(await isOfText(toSign.asked.challenge, toSign.text))) {
      setSaid(words.signing.another);
      return;
    }
    const proof = keyless ? null : await prove(toSign.asked);
    if (proof === undefined) {
      setSaid(words.signIn.unused);
      return;
    }
    const answer = await asks(StepDone, {
      method: "POST",
      path: `/v1/desk/signatures/${toSign.asked.id}`,
      body: { proof },
    });
    if (!answer.ok) {
      setMet(answer.met);
      return;
    }
    announce(words.signing.done(stateOf(answer.value.state, reader)));
    done();
  };

  return h("section", { class: "signing" }, [
    h(Heading, { level: "h2", text: `${words.signing.titles[kind]}: ${toSign.caseId}` }),
    h("p", {}, words.signing.says[kind]),
    h("dl", {}, [h("dt", {}, words.facts.ground), h("dd", {}, groundIn(toSign.ground, words.facts.grounds))]),
    h(Scope, { windows: toSign.windows, reader }),
    h("h3", {}, words.signing.text),
    h("pre", { class: "signed", tabIndex: 0, role: "region", "aria-label": words.signing.text }, toSign.text),
    h(Told, { met, reader }),
    h(Warned, { text: said }),
    h("div", { class: "choices" }, [
      h(
        "button",
        {
          type: "button",
          disabled: busy,
          onClick: () => {
            setBusy(true);
            void sign().finally(() => {
              setBusy(false);
            });
          },
        },
        keyless ? words.signing.signKeyless : words.signing.sign,
      ),
      h("button", { type: "button", class: "quiet", onClick: cancelled }, words.desk.cancel),
    ]),
  ]);
};
