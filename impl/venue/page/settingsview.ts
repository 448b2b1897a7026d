// What can be set on this device at a door: sound or silence, and to forget the door's key.
// The key is not forgotten while scans wait here, which could not be delivered without it.
import { h, type ComponentChild } from "preact";
import { useState } from "preact/hooks";
import type { Reader } from "../../page/language.ts";
import { keptSilence, mayBeHeard } from "./sound.ts";
import { doorWords } from "./words/words.ts";

export const SettingsView = ({
  held,
  reader,
  forget,
}: {
  readonly held: number;
  readonly reader: Reader;
  readonly forget: () => void;
}): ComponentChild => {
  const [isSilent, setSilent] = useState(keptSilence.get() === true);
  const [isAsked, setAsked] = useState(false);
  const { settings, key } = doorWords(reader);
  return h("section", {}, [
    h("h2", {}, settings.heading),
    isSilent || mayBeHeard() ? null : h("p", {}, settings.touch),
    h(
      "button",
      {
        type: "button",
        class: "quiet",
        onClick: () => {
          keptSilence.set(!isSilent);
          setSilent(!isSilent);
        },
      },
      isSilent ? settings.unmute : settings.mute,
    ),
    h("p", {}, held > 0 ? key.forgetLater : isAsked ? key.forgetReally : null),
    h(
      "button",
      {
        type: "button",
        class: "quiet",
        disabled: held > 0,
        onClick: () => {
          if (isAsked) forget();
          else setAsked(true);
        },
      },
      key.forget,
    ),
  ]);
};
