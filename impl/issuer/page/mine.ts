// What is held about the reader, whether they were ever disclosed, their receipt, and the two ways to end it: withdrawing, and signing out here.
// Withdrawing is asked twice, with what it does, and answers the last receipt there will be, which only this page then has.
import { Fragment, h, type ComponentChild } from "preact";
import { useState } from "preact/hooks";
import { Schema } from "effect";
import { ClosedSession } from "../../protocol/http/peopleanswers.ts";
import { metIn, useAsking } from "./asked.ts";
import { Awaiting } from "./awaiting.ts";
import { Disclosed } from "./disclosed.ts";
import { Heading } from "../../page/client/heading.ts";
import { Holdings } from "./holdings.ts";
import type { StepProps } from "./numberstep.ts";
import { Refusal } from "./refusal.ts";
import { receiptFile, saveAsFile } from "./saving.ts";
import { Withdrawing } from "./withdrawing.ts";
import { personWords } from "./words/words.ts";

/** What the reader has done here. */
export type Ended = { readonly by: "withdrawing"; readonly receipt: unknown } | { readonly by: "leaving" };

const EndedHere = ({
  reader,
  ended,
}: Pick<StepProps, "reader"> & { readonly ended: Ended }): ComponentChild => {
  const { mine } = personWords(reader);
  return h(Fragment, {}, [
    h("p", { class: "note", role: "alert" }, ended.by === "withdrawing" ? mine.withdrawn : mine.ended),
    ended.by === "leaving" || ended.receipt === null
      ? null
      : h(
          "button",
          {
            type: "button",
            onClick: () => {
              saveAsFile(receiptFile, ended.receipt);
            },
          },
          mine.saveLast,
        ),
  ]);
};

const Receipt = ({ reader, person }: StepProps): ComponentChild => {
  const { mine } = personWords(reader);
  const { met, start } = useAsking();
  const save = async () => {
    const answer = await person.ask(Schema.Unknown, { path: "/v1/consent/receipt" });
    if (answer.ok) saveAsFile(receiptFile, answer.value);
    return metIn(answer);
  };
  return h(Fragment, {}, [
    h("h2", {}, mine.receipt),
    h("p", {}, mine.receiptSays),
    h(Refusal, { met, reader }),
    h("button", { type: "button", class: "quiet", onClick: () => void start(save) }, mine.save),
  ]);
};

const Leaving = ({ reader, person, left }: StepProps & { readonly left: () => void }): ComponentChild => {
  const { mine } = personWords(reader);
  const { met, start } = useAsking();
  const leave = async () => {
    const answer = await person.end(ClosedSession, { method: "DELETE", path: "/v1/sessions/current" });
    if (answer.ok) left();
    return metIn(answer);
  };
  return h(Fragment, {}, [
    h("h2", {}, mine.end),
    h("p", {}, mine.endSays),
    h(Refusal, { met, reader }),
    h("button", { type: "button", class: "quiet", onClick: () => void start(leave) }, mine.endNow),
  ]);
};

export const Mine = ({ reader, person }: StepProps): ComponentChild => {
  const { mine, number } = personWords(reader);
  const [ended, setEnded] = useState<Ended>();
  const props = { reader, person };
  const { known, session } = person;
  const shown = (): ComponentChild => {
    if (session === undefined) {
      if (ended !== undefined) return h(EndedHere, { reader, ended });
      return h(
        "p",
        { class: "note", role: "alert" },
        person.ended === "verified" ? number.endedVerified : mine.nobody,
      );
    }
    if (known === undefined) return h(Awaiting, { reader, person });
    return h(Fragment, {}, [
      h(Holdings, { reader, account: known.account }),
      h("h2", {}, mine.disclosed),
      h(Disclosed, props),
      h(Receipt, props),
      h(Withdrawing, {
        ...props,
        withdrawn: (receipt) => {
          setEnded({ by: "withdrawing", receipt });
        },
      }),
      h(Leaving, {
        ...props,
        left: () => {
          setEnded({ by: "leaving" });
        },
      }),
    ]);
  };
  return h(Fragment, {}, [
    h(Heading, { text: mine.title }),
    shown(),
    h("h2", {}, mine.here),
    h("p", {}, mine.hereSays),
  ]);
};
