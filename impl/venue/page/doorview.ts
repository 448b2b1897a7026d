// The page of a registered door: the scanner, the answer, and below them everything that is needed less often.
// Nothing on it is about a person.
import { h, type ComponentChild } from "preact";
import { Scanner } from "../../page/client/camera/scanner.ts";
import type { Reader } from "../../page/language.ts";
import type { Registration, Terms } from "../../protocol/door.ts";
import { AnswerView } from "./answerview.ts";
import type { Machine } from "./asking.ts";
import { ChallengeView } from "./challengeview.ts";
import { CountsView } from "./countsview.ts";
import { isKind } from "./kinds.ts";
import { SettingsView } from "./settingsview.ts";
import { TypingForm } from "./typingform.ts";
import { useDoor } from "./usingdoor.ts";
import { doorWords } from "./words/words.ts";

export interface DoorViewProps {
  readonly machine: Machine;
  readonly registration: typeof Registration.Type;
  readonly terms: typeof Terms.Type;
  readonly reader: Reader;
  readonly keyIsWrong: () => void;
  readonly forget: () => void;
}

export const DoorView = ({
  machine,
  registration: { venue, kind },
  terms,
  reader,
  keyIsWrong,
  forget,
}: DoorViewProps): ComponentChild => {
  const { state, verdict, isChecking, scan, scanByCamera, dismiss } = useDoor(
    machine,
    terms,
    reader,
    keyIsWrong,
  );
  const words = doorWords(reader);
  const isAlwaysShown = terms.challenge === "required";
  const challenge = h(ChallengeView, { machine, isRequired: isAlwaysShown, reader });
  return h("div", { class: "door" }, [
    h("div", { class: "head" }, [
      h("h1", {}, words.venue(isKind(kind) ? words.kinds[kind] : kind, String(venue))),
      h(
        "p",
        { class: state.machine === "reached" ? "quietly" : "note warning" },
        words.connection[state.machine],
      ),
    ]),
    isAlwaysShown ? h("div", { class: "always" }, challenge) : null,
    h("div", { class: "work" }, [
      h(AnswerView, { verdict, isChecking, reader, dismiss }),
      h(Scanner, { reader, onCode: scanByCamera, otherWay: words.withoutCamera }),
      h(TypingForm, { reader, onCode: scan }),
    ]),
    h("div", { class: "more" }, [
      h(CountsView, { state, reader }),
      isAlwaysShown ? null : challenge,
      h(SettingsView, { held: state.held, reader, forget }),
    ]),
  ]);
};
