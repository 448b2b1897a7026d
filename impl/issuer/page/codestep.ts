// The step of the code: it verifies that the number is the reader's, for a month (clause S5).
// It is met at the first use, when the month is over, and wherever the reader renews before that.
import { Fragment, h, type ComponentChild } from "preact";
import type { Reader } from "../../page/language.ts";
import { ClosedSession, SentCode, Verified } from "../../protocol/http/peopleanswers.ts";
import { metIn, useAsking } from "./asked.ts";
import { CodeWay } from "./codeway.ts";
import { Heading } from "../../page/client/heading.ts";
import { codeHelps } from "./helps.ts";
import type { Known, Person } from "./person.ts";
import { sayPhone } from "./phone.ts";
import { personWords } from "./words/words.ts";

export interface KnownProps {
  readonly reader: Reader;
  readonly person: Person;
  readonly known: Known;
}

/** The way of the reader's own code. */
export const OwnCode = ({ reader, person, known }: KnownProps): ComponentChild => {
  const { code } = personWords(reader);
  return h(CodeWay, {
    reader,
    standing: known.account.standing.own,
    sinceMs: known.sinceMs,
    refresh: person.refresh,
    send: async () => metIn(await person.act(SentCode, { method: "POST", path: "/v1/codes" })),
    form: { id: "code", label: code.label, hint: code.hint, button: code.confirm, helps: codeHelps },
    enter: async (typed) =>
      metIn(await person.act(Verified, { method: "POST", path: "/v1/verification", body: { code: typed } })),
  });
};

export const CodeStep = (props: KnownProps): ComponentChild => {
  const { reader, person, known } = props;
  const { code } = personWords(reader);
  const { account } = known;
  const { start } = useAsking();
  return h(Fragment, {}, [
    h(Heading, { text: code.title }),
    h("p", {}, account.standing.verification === "over" ? code.over : code.to(sayPhone(account.phone))),
    account.standing.own.codeEndsInMs === null ? null : h("p", { class: "quietly" }, code.sent),
    h(OwnCode, props),
    account.standing.verification === "over"
      ? null
      : h(
          "button",
          {
            type: "button",
            class: "quiet",
            onClick: () =>
              void start(async () =>
                metIn(await person.end(ClosedSession, { method: "DELETE", path: "/v1/sessions/current" })),
              ),
          },
          code.otherNumber,
        ),
  ]);
};
