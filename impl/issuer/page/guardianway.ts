// The guardian's way for a person under 14 (clause F11): the guardian's own number, the code that was sent to it, and the confirmation.
// The number goes to the issuer for the sending of the code and stands nowhere after.
import { h, type ComponentChild } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { announce } from "../../page/client/announce.ts";
import { ConfirmedByGuardian, SentCode } from "../../protocol/http/peopleanswers.ts";
import { metIn } from "./asked.ts";
import type { KnownProps } from "./codestep.ts";
import { CodeWay } from "./codeway.ts";
import { otherCodeHelps, otherPhoneHelps } from "./helps.ts";
import { sayMinutes, useSecondsLeft } from "./remaining.ts";
import { TypedForm } from "./typedform.ts";
import { personWords } from "./words/words.ts";

const Confirmed = ({ reader, person, known }: KnownProps): ComponentChild => {
  const { guardian } = personWords(reader);
  const endsInMs = known.account.standing.guardian.confirmedForMs;
  const left = useSecondsLeft({ endsInMs, sinceMs: known.sinceMs }, () => void person.refresh());
  const said = guardian.confirmed(sayMinutes(left ?? 0));
  useEffect(() => {
    announce(said);
  }, []);
  return h("p", { class: "note" }, said);
};

const Asking = ({ reader, person, known }: KnownProps): ComponentChild => {
  const { guardian, code } = personWords(reader);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  const { standing } = known.account;
  const { codeEndsInMs, sendsLeft } = standing.guardian;
  const send = async (phone: string) =>
    metIn(await person.act(SentCode, { method: "POST", path: "/v1/guardian/codes", body: { phone } }));
  return h("section", { class: "guardian" }, [
    h("h2", { ref: title, tabIndex: -1 }, guardian.title),
    h("p", {}, guardian.says),
    h(
      CodeWay,
      {
        reader,
        standing: standing.guardian,
        sinceMs: known.sinceMs,
        refresh: person.refresh,
        form: { id: "guardian-code", label: guardian.code, button: guardian.confirm, helps: otherCodeHelps },
        enter: async (typed) =>
          metIn(
            await person.act(ConfirmedByGuardian, {
              method: "POST",
              path: "/v1/guardian/confirmation",
              body: { code: typed },
            }),
          ),
      },
      sendsLeft === 0
        ? null
        : h(TypedForm, {
            id: "guardian-phone",
            reader,
            label: guardian.label,
            button: codeEndsInMs === null ? guardian.send : code.resend,
            helps: otherPhoneHelps,
            send,
          }),
    ),
  ]);
};

export const GuardianWay = (props: KnownProps): ComponentChild =>
  props.known.account.standing.guardian.confirmedForMs === null ? h(Asking, props) : h(Confirmed, props);
