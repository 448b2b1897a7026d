// One case: where it stands, its facts, what this officer can do next, what was found, and what the logs say of it.
// What can be done is offered by its state; whether it may be done, the authority decides by the law.
import { h, type ComponentChild } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Met } from "../../../page/client/ask.ts";
import { Heading } from "../../../page/client/heading.ts";
import { usePolled } from "../../../page/client/polled.ts";
import type { DeskAnswer } from "../../../protocol/desk.ts";
import { OneDeskCase, ToSign } from "../../../protocol/desk.ts";
import { Answer } from "./answer.ts";
import { askedEveryMs, Told } from "./asks.ts";
import { CaseFacts } from "./casefacts.ts";
import { stateOf } from "./casestate.ts";
import { Denying } from "./denying.ts";
import type { AtDesk } from "./atdesk.ts";
import { useOnce } from "./once.ts";
import type { Place } from "./place.ts";
import { PrintMark } from "./printmark.ts";
import { Signing, type SigningParts } from "./signing.ts";
import { Steps } from "./steps.ts";
import { deskWords } from "./words/words.ts";

interface CaseParts extends AtDesk {
  readonly caseId: string;
  readonly go: (place: Place) => void;
}

type ToSignNow = Pick<SigningParts, "kind" | "toSign">;

export const Case = (parts: CaseParts): ComponentChild => {
  const { reader, asks, officer, caseId, go } = parts;
  const words = deskWords(reader);
  const {
    value,
    met: away,
    again,
  } = usePolled(askedEveryMs, () => asks(OneDeskCase, { path: `/v1/desk/cases/${caseId}` }));
  const once = useOnce();
  const [met, setMet] = useState<Met>();
  const [signing, setSigning] = useState<ToSignNow>();
  const [answer, setAnswer] = useState<DeskAnswer>();
  const state = value?.case.state;
  useEffect(() => {
    // Closed or lapsed: then what was found is gone from here as well.
    if (state !== undefined && state !== "answered") setAnswer(undefined);
  }, [state]);

  const reading = (kind: SigningParts["kind"], what: string, body?: object) => () => {
    once(async () => {
      setMet(undefined);
      const answer = await asks(ToSign, {
        method: "POST",
        path: `/v1/desk/cases/${caseId}/${what}`,
        ...(body === undefined ? {} : { body }),
      });
      if (answer.ok) setSigning({ kind, toSign: answer.value });
      else setMet(answer.met);
    });
  };
  const button = (label: string, press: () => unknown, quiet = false) =>
    h("button", { type: "button", class: quiet ? "quiet" : "", onClick: () => void press() }, label);

  if (signing !== undefined) {
    const leave = () => {
      setSigning(undefined);
      again();
    };
    return h(Signing, { ...parts, ...signing, done: leave, cancelled: leave });
  }
  if (value === undefined)
    return away === undefined ? h("p", {}, words.desk.asking) : h(Told, { met: away, reader });

  const shown = value.case;
  const isMine = shown.requestedBy === officer;
  const hasSigned = shown.signedBy.includes(officer);
  const says =
    shown.state !== "requested" || !isMine
      ? words.states[shown.state]
      : hasSigned
        ? words.states.requestedByYou
        : words.states.unsigned;
  const next = (): ComponentChild => {
    switch (shown.state) {
      case "requested":
        return [
          isMine && hasSigned
            ? null
            : isMine
              ? button(words.act.sign, reading("request", "approval"))
              : button(words.act.approve, reading("approve", "approval")),
          h(Denying, { reader, deny: (reason) => reading("deny", "denial", { reason })() }),
        ];
      case "approved":
      case "released":
        return hasSigned ? button(words.act.share, reading("share", "shares")) : null;
      case "answered":
        return button(words.act.close, reading("close", "close"), true);
      default:
        return null;
    }
  };

  return h("section", { class: answer === undefined ? "" : "marked" }, [
    answer === undefined ? null : h(PrintMark, { reader, officer, answer }),
    h(
      "p",
      { class: "onscreen" },
      button(
        words.desk.back,
        () => {
          go({ at: "list" });
        },
        true,
      ),
    ),
    h(Heading, { level: "h2", text: `${caseId}: ${stateOf(shown.state, reader)}` }),
    h("p", {}, says),
    h(Told, { met: met ?? away, reader }),
    h(CaseFacts, { ...parts, shown, nowMs: value.nowMs }),
    shown.state === "answered" && hasSigned ? h(Answer, { ...parts, answer, setAnswer }) : null,
    h("div", { class: "choices onscreen" }, next()),
    h(Steps, { ...parts, shown }),
  ]);
};
