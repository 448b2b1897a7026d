// The front of the issuer's page: the button of QR check-in (clause S3), the way to what is held about the reader, and the figures below.
// The server draws it with buttons that wait for the program; without scripts it says what they need.
import { h, type ComponentChild, type ComponentChildren } from "preact";
import type { Reader } from "../../page/language.ts";
import type { Place } from "./place.ts";
import { personWords } from "./words/words.ts";

export interface FrontProps {
  readonly reader: Reader;
  /** Absent until the program runs. */
  readonly go?: (place: Place) => void;
  readonly children?: ComponentChildren;
}

export const Front = ({ reader, go, children }: FrontProps): ComponentChild => {
  const { front } = personWords(reader);
  const goes = (place: Place) =>
    ({ type: "button", disabled: go === undefined, onClick: () => go?.(place) }) as const;
  return h("div", { class: "tab" }, [
    h("nav", { class: "ways", "aria-label": front.ways }, [
      h("p", { class: "tabname" }, front.tab),
      h("button", { ...goes("checkin"), class: "large" }, front.checkIn),
      h("button", { ...goes("mine"), class: "quiet" }, front.mine),
      h("noscript", {}, h("p", { class: "note" }, front.withoutScript)),
    ]),
    children,
  ]);
};
