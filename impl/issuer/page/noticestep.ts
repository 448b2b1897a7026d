// The step of the notice (clause S4): it is read, one question is answered, and agreeing is a press of its own beside declining.
// Nothing is chosen beforehand. Where a guardian is needed, the issuer says so and the guardian's way opens above the two buttons.
// Whoever agrees and is not verified is sent a code at once.
import { Fragment, h, type ComponentChild } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Schema } from "effect";
import { ask, type Answer, type Met } from "../../page/client/ask.ts";
import type { Reader } from "../../page/language.ts";
import { ClosedSession, NoticeInForce, SentCode } from "../../protocol/http/peopleanswers.ts";
import { metIn, useAsking } from "./asked.ts";
import type { KnownProps } from "./codestep.ts";
import { GuardianWay } from "./guardianway.ts";
import { Heading } from "../../page/client/heading.ts";
import { NoticeText } from "./noticetext.ts";
import type { Placed } from "./place.ts";
import { Refusal } from "./refusal.ts";
import { personWords } from "./words/words.ts";

export interface NoticeStepProps extends KnownProps {
  readonly placed: Placed;
  readonly declined: (endedToo: boolean) => void;
}

type InForce = typeof NoticeInForce.Type;

const useNotice = (): {
  readonly notice: Answer<InForce> | undefined;
  readonly readAgain: () => Promise<void>;
} => {
  const [notice, setNotice] = useState<Answer<InForce>>();
  const readAgain = async () => {
    setNotice(await ask(NoticeInForce, { path: "/v1/notice" }));
  };
  useEffect(() => void readAgain(), []);
  return { notice, readAgain };
};

type Age = "older" | "under";

const Ages = ({
  reader,
  age,
  isMissing,
  choose,
}: {
  readonly reader: Reader;
  readonly age: Age | undefined;
  readonly isMissing: boolean;
  readonly choose: (age: Age) => void;
}): ComponentChild => {
  const { notice } = personWords(reader);
  const choice = (value: Age, label: string): ComponentChild =>
    h("label", { class: "choice" }, [
      h("input", {
        type: "radio",
        name: "age",
        value,
        checked: age === value,
        onChange: () => {
          choose(value);
        },
      }),
      label,
    ]);
  return h("fieldset", { "aria-describedby": isMissing ? "age-missing" : undefined }, [
    h("legend", {}, notice.age),
    choice("older", notice.isOlder),
    choice("under", notice.isUnder),
    isMissing ? h("p", { id: "age-missing", class: "note warning", role: "alert" }, notice.ageMissing) : null,
  ]);
};

export const NoticeStep = (props: NoticeStepProps): ComponentChild => {
  const { reader, person, known, placed, declined } = props;
  const words = personWords(reader);
  const { notice, readAgain } = useNotice();
  const [age, setAge] = useState<Age>();
  const [isMissing, setMissing] = useState(false);
  const { met, start } = useAsking();
  const { standing, accountKept } = known.account;

  const agree = async (hash: string): Promise<Met | undefined> => {
    const body = { notice: hash, under14: age === "under" };
    const answer = await person.act(Schema.Unknown, { method: "POST", path: "/v1/consent", body });
    if (!answer.ok) {
      if (answer.met.code === "guardian-required") placed.askGuardian(true);
      if (answer.met.code === "notice-unknown") await readAgain();
      return answer.met;
    }
    if (standing.verification === "live" || standing.own.codeEndsInMs !== null) return undefined;
    // What comes of it is seen in the step of the code, where it can be asked for again.
    await person.act(SentCode, { method: "POST", path: "/v1/codes" });
    return undefined;
  };

  const decline = async (): Promise<Met | undefined> => {
    // Who has no account here leaves nothing behind.
    const answer = accountKept
      ? undefined
      : await person.end(ClosedSession, { method: "DELETE", path: "/v1/sessions/current" });
    const refused = answer === undefined ? undefined : metIn(answer);
    if (refused === undefined || refused.code === "session-unknown") declined(!accountKept);
    return refused;
  };

  if (notice === undefined) return h("p", { class: "quietly" }, words.ways.asking);
  if (!notice.ok)
    return h(Fragment, {}, [
      h(Refusal, { met: notice.met, reader }),
      h("button", { type: "button", onClick: () => void readAgain() }, words.ways.again),
    ]);
  const { hash, notice: text } = notice.value;
  /** What was refused for want of a guardian no longer stands. */
  const guardianIsMet = standing.guardian.confirmedForMs !== null || age === "older";
  const guardianIsAsked =
    placed.guardian || standing.guardian.codeEndsInMs !== null || standing.guardian.confirmedForMs !== null;
  return h(Fragment, {}, [
    h(Heading, { text: text.title[reader.language] }),
    standing.consent === "outdated" ? h("p", { class: "note" }, words.notice.outdated) : null,
    text.asked === "everyPass" && standing.verification === "live"
      ? h("p", { class: "quietly" }, words.notice.again)
      : null,
    h(NoticeText, { reader, notice: text }),
    h(Ages, {
      reader,
      age,
      isMissing,
      choose: (chosen) => {
        setAge(chosen);
        setMissing(false);
        if (chosen === "older") placed.askGuardian(false);
      },
    }),
    guardianIsAsked && age !== "older" ? h(GuardianWay, props) : null,
    h(Refusal, { met: guardianIsMet && met?.code === "guardian-required" ? undefined : met, reader }),
    h("div", { class: "choices" }, [
      h(
        "button",
        {
          type: "button",
          class: "quiet",
          onClick: () => {
            if (age === undefined) setMissing(true);
            else void start(() => agree(hash));
          },
        },
        words.notice.agree,
      ),
      h(
        "button",
        { type: "button", class: "quiet", onClick: () => void start(decline) },
        words.notice.decline,
      ),
    ]),
  ]);
};
