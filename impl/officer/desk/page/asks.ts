// How the views of the desk ask: with the token of the session, and with an ear for its end. Whatever was refused is shown in words
// where it was asked for.
// A session that has ended takes everything from the page.
import { h, type ComponentChild } from "preact";
import { useEffect } from "preact/hooks";
import type { Schema } from "effect";
import { announce } from "../../../page/client/announce.ts";
import { ask, type Answer, type Met, type Question } from "../../../page/client/ask.ts";
import { tell } from "../../../page/client/told.ts";
import type { Reader } from "../../../page/language.ts";

/** One officer sees what another did as soon. */
export const askedEveryMs = 3_000;
/** Reading all logs, or having records released, takes its time. */
const withinMs = 120_000;

export type Asks = <A, I>(answer: Schema.Codec<A, I>, question: Question) => Promise<Answer<A>>;

export const asksWith =
  (token: string, ended: (met: Met) => void): Asks =>
  async (form, question) => {
    const answer = await ask(form, { withinMs, ...question, token });
    if (!answer.ok && answer.met.code === "desk-session-ended") ended(answer.met);
    return answer;
  };

/** What happened and what to do, seen and heard. */
export const Told = ({ met, reader }: { readonly met: Met | undefined; readonly reader: Reader }) => {
  const said = met === undefined ? undefined : tell(met, reader);
  const text = said === undefined ? "" : `${said.sentence} ${said.advice}`;
  return h(Warned, { text });
};

/** A sentence of the page's own, seen and heard. */
export const Warned = ({ text }: { readonly text: string }): ComponentChild => {
  useEffect(() => {
    if (text !== "") announce(text);
  }, [text]);
  return text === "" ? null : h("p", { class: "note warning" }, text);
};
