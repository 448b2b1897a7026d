// What was found under a case: opened at the desk when the officer asks for it, and gone from the page when its time is over, when the
// officer puts it away, and when nobody has had the page in sight for a while. Closing the case or signing out takes it as well.
// Copying cannot be prevented, and that is said; a print-out carries its mark on every page.
import { h, type ComponentChild } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { announce } from "../../../page/client/announce.ts";
import type { Met } from "../../../page/client/ask.ts";
import { startCount } from "../../../page/client/elapsed.ts";
import { Heading } from "../../../page/client/heading.ts";
import { DeskAnswer } from "../../../protocol/desk.ts";
import { Told, Warned } from "./asks.ts";
import type { AtDesk } from "./atdesk.ts";
import { Findings } from "./findings.ts";
import { leftFrom, sayLeft, useRemaining } from "./remaining.ts";
import { deskWords } from "./words/words.ts";

/** Out of sight for so long, it is put away. */
const hiddenMostMs = 120_000;

interface AnswerParts extends AtDesk {
  readonly caseId: string;
  readonly answer: DeskAnswer | undefined;
  readonly setAnswer: (answer: DeskAnswer | undefined) => void;
}

interface ShownParts extends AtDesk {
  readonly answer: DeskAnswer;
  readonly putAway: (why: "gone" | "hidden") => void;
}

/** Calls when the page has been out of sight for too long. */
const useHiddenLong = (hiddenLong: () => void) => {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hiddenForMs: (() => number) | undefined;
    const looked = () => {
      clearTimeout(timer);
      if (document.hidden) {
        hiddenForMs = startCount();
        timer = setTimeout(hiddenLong, hiddenMostMs);
      } else if (hiddenForMs !== undefined && hiddenForMs() >= hiddenMostMs) hiddenLong();
    };
    document.addEventListener("visibilitychange", looked);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", looked);
    };
  }, []);
};

const Shown = ({ reader, answer, putAway }: ShownParts): ComponentChild => {
  const words = deskWords(reader).answer;
  const { nowMs, endsAtMs } = answer;
  const leftMs = useMemo(() => leftFrom(endsAtMs === null ? 0 : endsAtMs - nowMs), [answer]);
  const left = useRemaining(leftMs, () => {
    putAway("gone");
  });
  useHiddenLong(() => {
    putAway("hidden");
  });
  return h("div", { class: "answer" }, [
    h("p", { class: "ends" }, words.ends(sayLeft(left, reader))),
    h("p", { class: "note onscreen" }, words.copying),
    h(Findings, { reader, answer }),
    h("div", { class: "choices onscreen" }, [
      h(
        "button",
        {
          type: "button",
          class: "quiet",
          onClick: () => {
            print();
          },
        },
        words.print,
      ),
      h(
        "button",
        {
          type: "button",
          class: "quiet",
          onClick: () => {
            putAway("gone");
          },
        },
        words.hide,
      ),
    ]),
  ]);
};

export const Answer = (parts: AnswerParts): ComponentChild => {
  const { reader, asks, caseId, answer, setAnswer } = parts;
  const words = deskWords(reader);
  const [met, setMet] = useState<Met>();
  const [away, setAway] = useState<"gone" | "hidden">();
  const show = async () => {
    setAway(undefined);
    const read = await asks(DeskAnswer, { path: `/v1/desk/cases/${caseId}/answer` });
    setMet(read.ok ? undefined : read.met);
    if (!read.ok) return;
    setAnswer(read.value);
    announce(words.answer.title);
  };
  return h("section", {}, [
    h(Heading, {
      key: answer === undefined ? "away" : "shown",
      level: "h3",
      leads: answer !== undefined || away !== undefined,
      text: words.answer.title,
    }),
    h(Told, { met, reader }),
    h(Warned, { text: away === undefined ? "" : words.answer[away] }),
    answer === undefined
      ? h("button", { type: "button", onClick: () => void show() }, words.act.show)
      : h(Shown, {
          ...parts,
          answer,
          putAway: (why) => {
            setAnswer(undefined);
            setAway(why);
          },
        }),
  ]);
};
