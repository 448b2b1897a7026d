// A new case: its ground, and places with windows of time, several where there are several. What the law allows is said beforehand,
// and whatever it refuses is told in its own words.
// The case is asked for first, so that the text shown for the signature is the authority's own; nobody can approve it before it is signed.
import { h, type ComponentChild, type TargetedEvent } from "preact";
import { useState } from "preact/hooks";
import { sayDuration } from "../../../../models/labels/duration.ts";
import { constants, vocabularies } from "../../../../models/policy.ts";
import { announce } from "../../../page/client/announce.ts";
import type { Met } from "../../../page/client/ask.ts";
import { Heading } from "../../../page/client/heading.ts";
import { sayNumber } from "../../../page/client/say.ts";
import { ToSign } from "../../../protocol/desk.ts";
import { Told, Warned } from "./asks.ts";
import type { AtDesk } from "./atdesk.ts";
import { useOnce } from "./once.ts";
import type { Place } from "./place.ts";
import { Signing } from "./signing.ts";
import { WindowRow } from "./windowrow.ts";
import { blank, windowOf } from "./windows.ts";
import { deskWords } from "./words/words.ts";

interface NewCaseParts extends AtDesk {
  readonly go: (place: Place) => void;
}

type Ground = (typeof vocabularies.ground)[number];
/** The one that the law knows stands first. */
const grounds: readonly Ground[] = vocabularies.ground.toReversed();

export const NewCase = (parts: NewCaseParts): ComponentChild => {
  const { reader, asks, go } = parts;
  const words = deskWords(reader);
  const [ground, setGround] = useState<Ground>("investigation");
  const [rows, setRows] = useState([blank]);
  const once = useOnce();
  const [met, setMet] = useState<Met>();
  const [removed, setRemoved] = useState(0);
  const [missing, setMissing] = useState<number>();
  const [toSign, setToSign] = useState<ToSign>();

  const next = async (): Promise<void> => {
    setMet(undefined);
    const windows = rows.map(windowOf);
    const incomplete = windows.indexOf(undefined);
    setMissing(incomplete === -1 ? undefined : incomplete);
    if (incomplete !== -1) return;
    const answer = await asks(ToSign, { method: "POST", path: "/v1/desk/cases", body: { ground, windows } });
    if (answer.ok) setToSign(answer.value);
    else setMet(answer.met);
  };

  if (toSign !== undefined) {
    const leave = () => {
      go({ at: "case", caseId: toSign.caseId });
    };
    return h(Signing, { ...parts, kind: "request", toSign, done: leave, cancelled: leave });
  }
  const { caseVenues, caseWindow } = constants;
  return h(
    "form",
    {
      noValidate: true,
      onSubmit: (event: Event) => {
        event.preventDefault();
        once(next);
      },
    },
    [
      // What was removed takes the focus with it.
      h(Heading, { key: `removed-${String(removed)}`, level: "h2", text: words.asking.title }),
      h(
        "p",
        {},
        words.asking.says(
          sayNumber(caseVenues.value, reader),
          sayDuration(caseWindow.value, reader.language),
        ),
      ),
      h("p", {}, [
        h("label", { for: "ground" }, words.facts.ground),
        h(
          "select",
          {
            id: "ground",
            value: ground,
            onChange: ({ currentTarget }: TargetedEvent<HTMLSelectElement>) => {
              setGround(grounds.find((each) => each === currentTarget.value) ?? "none");
            },
          },
          grounds.map((each) => h("option", { value: each }, words.facts.grounds[each])),
        ),
      ]),
      rows.map((typed, place) =>
        h(WindowRow, {
          reader,
          typed,
          number: place + 1,
          set: (row) => {
            setRows(rows.with(place, row));
          },
          remove:
            rows.length === 1
              ? undefined
              : () => {
                  setRows(rows.toSpliced(place, 1));
                  setRemoved(removed + 1);
                  announce(words.asking.removed);
                },
        }),
      ),
      h(Warned, {
        text: missing === undefined ? "" : words.asking.incomplete(sayNumber(missing + 1, reader)),
      }),
      h(Told, { met, reader }),
      h("div", { class: "choices" }, [
        h(
          "button",
          {
            type: "button",
            class: "quiet",
            onClick: () => {
              setRows([...rows, { ...blank, day: rows.at(-1)?.day ?? "" }]);
            },
          },
          words.asking.add,
        ),
        h("button", { type: "submit" }, words.asking.next),
        h(
          "button",
          {
            type: "button",
            class: "quiet",
            onClick: () => {
              go({ at: "list" });
            },
          },
          words.desk.cancel,
        ),
      ]),
    ],
  );
};
