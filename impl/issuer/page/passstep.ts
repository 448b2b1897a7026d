// The last step: a pass is asked for and shown, and another on request at any time; also one for a door that shows a code of its own.
// What was asked for last is shown, in whatever order answers come; until then the code before it stays for as long as it holds.
// Below it stands how long the number is verified, and the way to another month.
// What the issuer refuses leads to the step that it asks for, with its sentence.
import { Fragment, h, type ComponentChild } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { announce } from "../../page/client/announce.ts";
import type { Met } from "../../page/client/ask.ts";
import { startCount } from "../../page/client/elapsed.ts";
import { sayInstant } from "../../page/client/say.ts";
import { PassToShow } from "../../protocol/http/peopleanswers.ts";
import { useAsking } from "./asked.ts";
import { OwnCode, type KnownProps } from "./codestep.ts";
import { DoorCode, type Door } from "./doorcode.ts";
import { Heading } from "../../page/client/heading.ts";
import { PassShown, type Shown } from "./passshown.ts";
import { Refusal } from "./refusal.ts";
import { personWords } from "./words/words.ts";

/** How long the number is verified, and another month while it still is. */
const Validity = (props: KnownProps): ComponentChild => {
  const { reader, known } = props;
  const { verified } = personWords(reader);
  const { account } = known;
  const { own } = account.standing;
  const isUnderWay = own.codeEndsInMs !== null || own.lockEndsInMs !== null;
  const [isWanted, setWanted] = useState(false);
  const until = account.verification.verifiedUntil;
  useEffect(() => {
    setWanted(false);
  }, [until]);
  return h("section", { class: "validity" }, [
    until === null ? null : h("p", {}, verified.until(sayInstant(Date.parse(until), reader))),
    isUnderWay || isWanted
      ? h(OwnCode, props)
      : h(
          "button",
          {
            type: "button",
            class: "quiet",
            onClick: () => {
              setWanted(true);
            },
          },
          verified.renew,
        ),
  ]);
};

export interface PassStepProps extends KnownProps {
  /** Tells of a refusal where the step that follows from it begins. */
  readonly refused: (met: Met | undefined) => void;
}

export const PassStep = (props: PassStepProps): ComponentChild => {
  const { reader, person, refused } = props;
  const { pass } = personWords(reader);
  const [{ shown, isOver }, setState] = useState<{ readonly shown?: Shown; readonly isOver: boolean }>({
    isOver: false,
  });
  const { met, isAsking, start } = useAsking();
  const asked = useRef(0);
  const renew = useRef<HTMLButtonElement>(null);

  const askFor = async (door?: Door): Promise<Met | undefined> => {
    const sinceMs = startCount();
    const turn = (asked.current += 1);
    refused(undefined);
    const answer = await person.ask(PassToShow, {
      method: "POST",
      path: "/v1/passes",
      body: door === undefined ? {} : { challenge: door.binding },
    });
    if (turn !== asked.current) return undefined;
    // Shown at once; where it was refused, the issuer says which step comes first.
    void person.refresh();
    if (!answer.ok) {
      refused(answer.met);
      return answer.met;
    }
    const { text, issuedAtMs, shownUntilMs } = answer.value;
    // Whoever typed a door's code is further down.
    scrollTo(0, 0);
    setState({
      shown: { text, holdsMs: shownUntilMs - issuedAtMs, sinceMs, venue: door?.venue },
      isOver: false,
    });
    return undefined;
  };
  useEffect(() => void start(askFor), []);
  useEffect(() => {
    if (isOver) renew.current?.focus();
  }, [isOver]);

  return h(Fragment, {}, [
    h(Heading, { text: pass.title }),
    shown === undefined
      ? null
      : h(PassShown, {
          key: shown.text,
          reader,
          shown,
          over: () => {
            setState((now) => (now.shown === shown ? { isOver: true } : now));
            announce(pass.over);
          },
        }),
    isAsking && shown === undefined ? h("p", { class: "quietly" }, personWords(reader).ways.asking) : null,
    isOver ? h("p", { class: "note" }, pass.over) : null,
    h(Refusal, { met, reader }),
    h(
      "button",
      {
        ref: renew,
        type: "button",
        class: shown === undefined ? "large" : "quiet",
        "aria-disabled": isAsking,
        onClick: () => void start(askFor),
      },
      pass.renew,
    ),
    h(DoorCode, {
      reader,
      use: (door) => askFor(door),
    }),
    h(Validity, props),
  ]);
};
