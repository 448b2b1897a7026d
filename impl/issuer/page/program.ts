// The program of the issuer's page: the front with the figures, the way of check-in, and what is held about the reader.
// It can be used as soon as it runs; the figures that the server drew stay until newer ones have come.
// It asks the issuer's own server and nobody else.
import { Fragment, h, type ComponentChild } from "preact";
import { startPage } from "../../page/client/start.ts";
import { useNewestBoard } from "../../page/client/statusboard/newest.ts";
import type { Reader } from "../../page/language.ts";
import { CheckIn } from "./checkin.ts";
import { Figures } from "./figures.ts";
import { Front } from "./front.ts";
import { Mine } from "./mine.ts";
import { Drawn } from "./drawn.ts";
import { usePerson } from "./person.ts";
import { usePlace, type Place } from "./place.ts";
import { words } from "./words.ts";
import { personWords } from "./words/words.ts";

const drawn = document.querySelector("article");

const Issuer = ({ reader }: { readonly reader: Reader }): ComponentChild => {
  const person = usePerson();
  const placed = usePlace();
  const board = useNewestBoard();
  const { place, back } = placed;
  const go = (next: Place) => {
    person.lookAnew();
    placed.go(next);
  };
  if (place === "front")
    return h(
      Front,
      { reader, go },
      board !== undefined
        ? h(Figures, { reader, board })
        : drawn === null
          ? null
          : h(Drawn, { element: drawn }),
    );
  return h(Fragment, {}, [
    h("button", { type: "button", class: "quiet", onClick: back }, personWords(reader).ways.back),
    place === "checkin" ? h(CheckIn, { reader, person, placed }) : h(Mine, { reader, person }),
  ]);
};

startPage({ words, view: Issuer });
