// The challenge of a door: shown when somebody presses the button, or all the time where the door takes nothing else, as a QR code
// and as text, with its seconds running down. One that is over is taken off the screen, or replaced.
// The seconds are counted from the answer on, by no clock of the machine.
import { h, type ComponentChild } from "preact";
import { useEffect, useState } from "preact/hooks";
import { startCount } from "../../page/client/elapsed.ts";
import { QrPicture } from "../../page/client/qrpicture.ts";
import { sayNumber } from "../../page/client/say.ts";
import type { Reader } from "../../page/language.ts";
import type { ShownChallenge } from "../../protocol/door.ts";
import type { Machine, Refusal } from "./asking.ts";
import { tellAtDoor } from "./told.ts";
import { doorWords } from "./words/words.ts";

type Shown = typeof ShownChallenge.Type;
type State =
  | { readonly at: "none" }
  | { readonly at: "over" }
  | { readonly at: "refused"; readonly met: Refusal }
  | { readonly at: "shown"; readonly shown: Shown; readonly sinceMs: () => number };

const tickMs = 250;
/** Somebody who begins to read it now still has some seconds to come through the door. */
const renewedBeforeMs = 4_000;
const askedAgainMs = 5_000;

const ShownView = ({
  shown,
  leftMs,
  reader,
}: {
  readonly shown: Shown;
  readonly leftMs: number;
  readonly reader: Reader;
}): ComponentChild => {
  const { picture, left } = doorWords(reader).challenge;
  const said = left(sayNumber(Math.ceil(leftMs / 1_000), reader));
  return h("div", { class: "challenge" }, [
    h(QrPicture, { text: shown.text, said: picture }),
    h("p", {}, h("code", {}, shown.text)),
    h("progress", { max: shown.validForMs, value: leftMs, "aria-label": said }),
    h("p", {}, said),
  ]);
};

export const ChallengeView = ({
  machine,
  isRequired,
  reader,
}: {
  readonly machine: Machine;
  readonly isRequired: boolean;
  readonly reader: Reader;
}): ComponentChild => {
  const [state, setState] = useState<State>({ at: "none" });
  const [, setTick] = useState(0);
  const show = async () => {
    const answer = await machine.challenge();
    setState(
      answer.ok
        ? { at: "shown", shown: answer.value, sinceMs: startCount() }
        : { at: "refused", met: answer.met },
    );
  };

  // Shown all the time where the door takes nothing else: the next one is there before this one is over.
  useEffect(() => {
    if (!isRequired) return undefined;
    const waitMs = {
      none: 0,
      over: 0,
      refused: askedAgainMs,
      shown: state.at === "shown" ? state.shown.validForMs - renewedBeforeMs : 0,
    };
    const timer = setTimeout(() => void show(), waitMs[state.at]);
    return () => {
      clearTimeout(timer);
    };
  }, [state, isRequired, machine]);

  useEffect(() => {
    if (state.at !== "shown") return undefined;
    const timer = setInterval(() => {
      if (state.sinceMs() >= state.shown.validForMs) setState({ at: "over" });
      setTick((before) => before + 1);
    }, tickMs);
    return () => {
      clearInterval(timer);
    };
  }, [state]);

  const { heading, about, required, show: button, over } = doorWords(reader).challenge;
  const told = state.at === "refused" ? tellAtDoor(state.met, reader) : undefined;
  return h("section", {}, [
    h("h2", {}, heading),
    h("p", {}, isRequired ? required : about),
    state.at === "shown"
      ? h(ShownView, {
          shown: state.shown,
          leftMs: Math.max(0, state.shown.validForMs - state.sinceMs()),
          reader,
        })
      : null,
    state.at === "over" ? h("p", {}, over) : null,
    told === undefined ? null : h("p", { class: "note warning" }, `${told.sentence} ${told.advice}`),
    isRequired ? null : h("button", { type: "button", class: "quiet", onClick: () => void show() }, button),
  ]);
};
