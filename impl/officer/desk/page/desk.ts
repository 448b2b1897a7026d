// The whole page of a desk: whose it is, that it is a demonstration where it is one, and then the door or the cases.
// When the session ends, by its time or by hand, everything behind the door is gone from the page.
import { h, type ComponentChild } from "preact";
import { useMemo, useState } from "preact/hooks";
import { Schema } from "effect";
import { sayNumber } from "../../../page/client/say.ts";
import type { Met } from "../../../page/client/ask.ts";
import type { Reader } from "../../../page/language.ts";
import { KeyAsked, type DeskView } from "../../../protocol/desk.ts";
import { asksWith, Told, Warned } from "./asks.ts";
import type { AtDesk } from "./atdesk.ts";
import { makeKey } from "./browserkey.ts";
import { Case } from "./case.ts";
import { Cases } from "./cases.ts";
import { NewCase } from "./newcase.ts";
import { usePlace } from "./place.ts";
import { sayLeft, useRemaining } from "./remaining.ts";
import { forget, type Session } from "./session.ts";
import { SignIn } from "./signin.ts";
import { deskWords } from "./words/words.ts";

const Ended = Schema.Struct({ ended: Schema.Literal(true) });
const KeysNow = Schema.Struct({ keys: Schema.Int });
const endedByTime: Met = { code: "desk-session-ended" };

interface BarParts extends AtDesk {
  readonly session: Session;
  readonly ended: (met: Met | undefined) => void;
}

const Bar = ({ reader, asks, keyless, session, ended }: BarParts): ComponentChild => {
  const words = deskWords(reader);
  const left = useRemaining(session.leftMs, () => {
    ended(endedByTime);
  });
  const [met, setMet] = useState<Met>();
  const [said, setSaid] = useState("");
  const addKey = async () => {
    setSaid("");
    const asked = await asks(KeyAsked, { method: "POST", path: "/v1/desk/keys" });
    if (!asked.ok) {
      setMet(asked.met);
      return;
    }
    const made = await makeKey(asked.value, words.desk.title);
    if (made === undefined) {
      setSaid(words.signIn.unused);
      return;
    }
    const kept = await asks(KeysNow, {
      method: "POST",
      path: `/v1/desk/keys/${asked.value.id}`,
      body: made,
    });
    if (kept.ok) setSaid(words.desk.keysNow(sayNumber(kept.value.keys, reader)));
    else setMet(kept.met);
  };
  const signOut = async () => {
    await asks(Ended, { method: "DELETE", path: "/v1/desk/session" });
    ended(undefined);
  };
  return h("div", { class: "bar onscreen" }, [
    h("p", { class: "quietly" }, words.desk.endsIn(sayLeft(left, reader))),
    h(Told, { met, reader }),
    h(Warned, { text: said }),
    keyless
      ? null
      : h("button", { type: "button", class: "quiet", onClick: () => void addKey() }, words.desk.addKey),
    h("button", { type: "button", class: "quiet", onClick: () => void signOut() }, words.desk.signOut),
  ]);
};

const Inside = (parts: BarParts): ComponentChild => {
  const [place, go] = usePlace();
  switch (place.at) {
    case "list":
      return [h(Bar, parts), h(Cases, { ...parts, go })];
    case "new":
      return [h(Bar, parts), h(NewCase, { ...parts, go })];
    case "case":
      return [h(Bar, parts), h(Case, { ...parts, go, caseId: place.caseId, key: place.caseId })];
  }
};

export const Desk = ({
  reader,
  desk,
  first,
}: {
  readonly reader: Reader;
  readonly desk: DeskView;
  readonly first: Session | undefined;
}): ComponentChild => {
  const words = deskWords(reader).desk;
  const [session, setSession] = useState(first);
  const [met, setMet] = useState<Met>();
  const [wasIn, setWasIn] = useState(false);
  const [hasKey, setHasKey] = useState(desk.hasKey);
  const ended = (why: Met | undefined) => {
    forget();
    setMet(why);
    setWasIn(true);
    setSession(undefined);
  };
  const asks = useMemo(() => asksWith(session?.token ?? "", ended), [session]);
  const officer = sayNumber(desk.officer, reader);
  return [
    desk.demonstration ? h("p", { class: "note demonstration" }, words.demonstration) : null,
    h("h1", {}, words.of(officer)),
    session === undefined
      ? h(SignIn, {
          reader,
          desk: { ...desk, hasKey },
          met,
          wasIn,
          signedIn: (opened: Session) => {
            if (!opened.keyless) setHasKey(true);
            setSession(opened);
          },
        })
      : [
          session.keyless ? h("p", { class: "quietly onscreen" }, words.keyless) : null,
          h(Inside, { reader, asks, officer: desk.officer, keyless: session.keyless, session, ended }),
        ],
  ];
};
