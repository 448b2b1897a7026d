// A simulated phone: whoever types a number sees the messages that come to it, newest first, as they come.
// The number is asked for in a body, kept in no address, and forgotten with the page.
import { h, type ComponentChild } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { announce } from "../../../impl/page/client/announce.ts";
import { ask } from "../../../impl/page/client/ask.ts";
import { usePolled } from "../../../impl/page/client/polled.ts";
import type { Reader } from "../../../impl/page/language.ts";
import { PhoneSeen } from "./forms.ts";
import { sayMoment } from "./moment.ts";
import { Typing } from "./typing.ts";
import type { words } from "./words/words.ts";

type Words = (typeof words)["en"];

export const askedEveryMs = 1_000;

const inbox = ({ phone, messages }: PhoneSeen, spoken: Words, reader: Reader): ComponentChild => {
  if (phone === undefined) return h("p", { class: "note warning" }, spoken.phone.notANumber);
  if (messages.length === 0) return h("p", { class: "note" }, spoken.phone.none(phone));
  return h("div", { class: "phone" }, [
    h("h3", {}, spoken.phone.messages(phone)),
    h(
      "ol",
      {},
      messages.map(({ text, receivedAtMs }, place) =>
        h("li", { key: `${String(receivedAtMs)} ${String(messages.length - place)}` }, [
          h("p", {}, text),
          h("p", { class: "quietly" }, sayMoment(receivedAtMs, reader)),
        ]),
      ),
    ),
  ]);
};

export const Phone = ({
  reader,
  spoken,
}: {
  readonly reader: Reader;
  readonly spoken: Words;
}): ComponentChild => {
  const [number, setNumber] = useState("");
  const look = () => ask(PhoneSeen, { method: "POST", path: "/v1/phone", body: { text: number } });
  const { value } = usePolled(askedEveryMs, number === "" ? undefined : look, number);
  const heard = useRef(0);
  useEffect(() => {
    const newest = value?.messages[0];
    if (newest === undefined || newest.receivedAtMs === heard.current) return;
    heard.current = newest.receivedAtMs;
    announce(newest.text);
  }, [value]);
  return h("section", { "aria-labelledby": "phone" }, [
    h("h2", { id: "phone" }, spoken.phone.title),
    h("p", {}, spoken.phone.note),
    h(Typing, { label: spoken.phone.number, button: spoken.phone.show, typed: setNumber }),
    number === "" || value === undefined ? null : inbox(value, spoken, reader),
  ]);
};
