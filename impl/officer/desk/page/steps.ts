// The steps of a case as they stand in the parties' public logs, each with whether the desk could verify it, and what that proves.
// They are read anew when the case has moved on, and when the officer asks.
import { h, type ComponentChild } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Met } from "../../../page/client/ask.ts";
import { sayInstant, sayNumber } from "../../../page/client/say.ts";
import { LoggedSteps, type DeskCase, type LoggedStep } from "../../../protocol/desk.ts";
import { Told } from "./asks.ts";
import type { AtDesk } from "./atdesk.ts";
import { deskWords } from "./words/words.ts";

interface StepsParts extends AtDesk {
  readonly shown: DeskCase;
}

/** Which steps the logs must show by then; a case that ran out of time may have come far or not. */
const expectedOf = ({ state, records }: DeskCase): readonly LoggedStep["step"][] => {
  switch (state) {
    case "approved":
      return ["approved"];
    case "released":
      return ["approved", "released"];
    case "answered":
    case "closed":
      // Where nothing was released there is nothing to answer.
      return records === 0 ? ["approved", "released"] : ["approved", "released", "answered"];
    default:
      return [];
  }
};

/** Where all have answered, as the authority says, the log of each must say so. */
const silentOf = ({ state }: DeskCase, { unanswered }: LoggedSteps): readonly string[] =>
  state === "answered" || state === "closed" ? unanswered : [];

/** A log publishes every few seconds; one that stays behind is asked for less and less often. */
const firstAgainMs = 4_000;
const lastAgainMs = 60_000;

const Step = ({ reader, step }: { readonly reader: AtDesk["reader"]; readonly step: LoggedStep }) => {
  const words = deskWords(reader).steps;
  const count = (number: number) => sayNumber(number, reader);
  return h("li", { class: step.verified ? "verified" : "doubtful" }, [
    h("strong", {}, words.kinds[step.step]),
    h("span", {}, sayInstant(step.atMs, reader)),
    h("span", { class: "quietly" }, words.place(step.party, count(step.place + 1), count(step.entries))),
    h(
      "span",
      {},
      step.verified
        ? `✓ ${words.verified(step.cosigners.join(", "))}`
        : `✗ ${words.doubtful(step.wrong.join(", "))}`,
    ),
  ]);
};

export const Steps = ({ reader, asks, shown }: StepsParts): ComponentChild => {
  const words = deskWords(reader).steps;
  const [read, setRead] = useState<LoggedSteps>();
  const [met, setMet] = useState<Met>();
  const look = async () => {
    const answer = await asks(LoggedSteps, { path: `/v1/desk/cases/${shown.caseId}/steps` });
    if (answer.ok) setRead(answer.value);
    setMet(answer.ok ? undefined : answer.met);
    return answer.ok ? answer.value : undefined;
  };
  const isMissing = (logged: LoggedSteps): boolean =>
    silentOf(shown, logged).length > 0 ||
    expectedOf(shown).some((step) => !logged.steps.some((each) => each.step === step));
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const round = async (againMs: number): Promise<void> => {
      const logged = await look();
      if (isOver || (logged !== undefined && !isMissing(logged))) return;
      timer = setTimeout(() => void round(Math.min(againMs * 2, lastAgainMs)), againMs);
    };
    void round(firstAgainMs);
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [shown.state]);
  const missing = read !== undefined && isMissing(read);
  const silent = read === undefined ? [] : silentOf(shown, read);
  const inSteps = new Set(read?.steps.map(({ party }) => party));
  return h("section", { class: "onscreen" }, [
    h("h3", {}, words.title),
    h(Told, { met, reader }),
    read === undefined && met === undefined ? h("p", {}, words.reading) : null,
    !missing ? null : h("p", { class: "note warning" }, words.missing),
    silent.length === 0 ? null : h("p", { class: "note warning" }, words.silent(silent.join(", "))),
    read?.steps.length === 0 && !missing ? h("p", {}, words.none) : null,
    read === undefined || read.steps.length === 0
      ? null
      : [
          h(
            "ol",
            { class: "steps" },
            read.steps.map((step) => h(Step, { reader, step })),
          ),
          h("p", { class: "quietly" }, words.proves),
        ],
    read?.doubtful
      .filter(({ party }) => !inSteps.has(party))
      .map(({ party, wrong }) =>
        h("p", { class: "note warning" }, words.otherDoubt(party, wrong.join(", "))),
      ),
    h("button", { type: "button", class: "quiet", onClick: () => void look() }, words.again),
  ]);
};
