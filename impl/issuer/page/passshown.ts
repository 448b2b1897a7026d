// A pass as its QR code (clause S4), for as long as it holds: large, black on white, with its seconds running down, and hidden when they are over.
// On request it stands there as text too, for a door whose camera does not read it; that goes with it.
// Its time is counted from when it was asked for, which is before it was issued, so it is never shown for longer than it holds.
import { Fragment, h, type ComponentChild } from "preact";
import { useEffect } from "preact/hooks";
import { announce } from "../../page/client/announce.ts";
import { QrPicture } from "../../page/client/qrpicture.ts";
import { sayNumber } from "../../page/client/say.ts";
import type { Reader } from "../../page/language.ts";
import { useSecondsLeft } from "./remaining.ts";
import { Ring } from "./ring.ts";
import { personWords } from "./words/words.ts";

export interface Shown {
  readonly text: string;
  readonly holdsMs: number;
  readonly sinceMs: () => number;
  /** The one venue that it was made for. */
  readonly venue: number | undefined;
}

export interface PassShownProps {
  readonly reader: Reader;
  readonly shown: Shown;
  readonly over: () => void;
}

const soonSeconds = 5;
const secondMs = 1_000;
/** It is longer than any line of a phone. */
const textRows = 7;

export const PassShown = ({ reader, shown, over }: PassShownProps): ComponentChild => {
  const { pass } = personWords(reader);
  const left = useSecondsLeft({ endsInMs: shown.holdsMs, sinceMs: shown.sinceMs }, over) ?? 0;
  useEffect(() => {
    announce(pass.shown(sayNumber(left, reader)));
  }, [shown]);
  const isSoonOver = left > 0 && left <= soonSeconds;
  useEffect(() => {
    if (isSoonOver) announce(pass.soon(sayNumber(left, reader)));
  }, [isSoonOver]);
  return h(Fragment, {}, [
    h("p", {}, pass.says),
    h("div", { class: "shown" }, [
      h(QrPicture, { text: shown.text, said: pass.picture }),
      h(Ring, {
        secondsLeft: left,
        seconds: shown.holdsMs / secondMs,
        said: pass.seconds(sayNumber(left, reader)),
        name: pass.timer,
      }),
    ]),
    shown.venue === undefined ? null : h("p", { class: "note" }, pass.boundTo(String(shown.venue))),
    h("details", { class: "astext" }, [
      h("summary", {}, pass.asText),
      h("p", {}, pass.asTextSays),
      // A field keeps every blank of it.
      h("textarea", {
        readOnly: true,
        rows: textRows,
        value: shown.text,
        "aria-label": pass.asText,
        onFocus: ({ currentTarget }: { readonly currentTarget: HTMLTextAreaElement }) => {
          currentTarget.select();
        },
      }),
    ]),
  ]);
};
