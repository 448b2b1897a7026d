// The way of a code by SMS: sent on request, typed while it lives, sent anew while the limits allow, or locked for a while.
// A person's own code goes it, and a guardian's. How long and how often it may be comes from the issuer and runs down here.
// It decides nothing: what is over is asked of the issuer again.
import { Fragment, h, type ComponentChild, type ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import type { Met } from "../../page/client/ask.ts";
import { announce } from "../../page/client/announce.ts";
import { sayNumber } from "../../page/client/say.ts";
import type { Reader } from "../../page/language.ts";
import type { CodeStanding } from "../../protocol/http/standing.ts";
import { useAsking } from "./asked.ts";
import { Refusal } from "./refusal.ts";
import { sayMinutes, useSecondsLeft } from "./remaining.ts";
import { TypedForm, type TypedFormProps } from "./typedform.ts";
import { personWords } from "./words/words.ts";

export interface CodeWayProps {
  readonly reader: Reader;
  readonly standing: CodeStanding;
  readonly sinceMs: () => number;
  readonly refresh: () => Promise<void>;
  /** Asks for a code to be sent. */
  readonly send?: () => Promise<Met | undefined>;
  /** What stands for that, where a number has to be typed for it. */
  readonly children?: ComponentChildren;
  readonly form: Pick<TypedFormProps, "id" | "label" | "hint" | "button" | "helps">;
  readonly enter: (code: string) => Promise<Met | undefined>;
}

/** Everything but figures is dropped: codes are read out and copied with spaces. */
const figuresOf = (typed: string): string => typed.replaceAll(/\D/g, "");

const Lock = ({ reader, standing, sinceMs, refresh }: CodeWayProps): ComponentChild => {
  const { code } = personWords(reader);
  const left = useSecondsLeft({ endsInMs: standing.lockEndsInMs, sinceMs }, () => void refresh());
  useEffect(() => {
    announce(code.locked(sayMinutes(left ?? 0)));
  }, []);
  return h("p", { class: "note warning" }, code.locked(sayMinutes(left ?? 0)));
};

const SendButton = ({
  way,
  send,
}: {
  readonly way: CodeWayProps;
  readonly send: () => Promise<Met | undefined>;
}) => {
  const { reader, standing, sinceMs, refresh } = way;
  const { code } = personWords(reader);
  const { met, isAsking, start } = useAsking();
  const anew = useSecondsLeft({ endsInMs: standing.sendsCountAnewInMs, sinceMs }, () => void refresh());
  const mayMore = standing.sendsLeft > 0;
  const wasSent = standing.codeEndsInMs !== null;
  return h("div", { class: "sending" }, [
    h(
      "button",
      {
        type: "button",
        class: wasSent ? "quiet" : "",
        disabled: !mayMore,
        "aria-disabled": isAsking,
        onClick: () => void start(send),
      },
      wasSent ? code.resend : code.send,
    ),
    h(
      "p",
      { class: "quietly" },
      mayMore
        ? wasSent
          ? code.sends(sayNumber(standing.sendsLeft, reader))
          : null
        : code.sendsAgain(sayMinutes(anew ?? 0)),
    ),
    h(Refusal, { met, reader }),
  ]);
};

const Entering = (way: CodeWayProps): ComponentChild => {
  const { reader, standing, sinceMs, refresh, form, enter } = way;
  const { code } = personWords(reader);
  const left = useSecondsLeft({ endsInMs: standing.codeEndsInMs, sinceMs }, () => void refresh());
  return h(
    TypedForm,
    { ...form, reader, send: (typed) => enter(figuresOf(typed)) },
    h("p", {}, [
      h("span", { role: "timer", "aria-live": "off" }, code.left(sayMinutes(left ?? 0))),
      " ",
      code.tries(sayNumber(standing.triesLeft, reader)),
    ]),
  );
};

export const CodeWay = (way: CodeWayProps): ComponentChild => {
  const { reader, standing, send, children } = way;
  const wasSent =
    standing.sendsCountAnewInMs === null
      ? null
      : h("p", { class: "note" }, personWords(reader).code.codeOver);
  if (standing.lockEndsInMs !== null) return h(Lock, way);
  return h(Fragment, {}, [
    standing.codeEndsInMs === null ? wasSent : h(Entering, way),
    send === undefined ? children : h(SendButton, { way, send }),
  ]);
};
