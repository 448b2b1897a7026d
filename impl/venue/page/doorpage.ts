// What the page of a door shows: the form for the key, that for the registration, or the door at work.
// What the machine said of the door is kept, so that the page opens and goes on without it.
import { h, type ComponentChild } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { Reader } from "../../page/language.ts";
import { Standing } from "../../protocol/door.ts";
import { machineWith, type Refusal } from "./asking.ts";
import { forgetCounts } from "./counts.ts";
import { deleteOver } from "./deliveringheld.ts";
import { handedKey, keptKey, openKey } from "./doorkey.ts";
import { DoorView } from "./doorview.ts";
import { kept } from "./kept.ts";
import { KeyForm } from "./keyform.ts";
import { RegistrationForm } from "./registrationform.ts";
import { tellAtDoor } from "./told.ts";
import { forgetClock } from "./venueclock.ts";
import { doorWords } from "./words/words.ts";

const keptStanding = kept("standing", Standing);
const droppedEveryMs = 60_000;
type Known = typeof Standing.Type;

export const DoorPage = ({ reader }: { readonly reader: Reader }): ComponentChild => {
  const [key, setKey] = useState(openKey);
  const [isWrong, setWrong] = useState(false);
  const [standing, setStanding] = useState<Known | undefined>(keptStanding.get);
  const [met, setMet] = useState<Refusal>();
  const [turn, setTurn] = useState(0);
  const machine = useMemo(() => (key === undefined ? undefined : machineWith(key)), [key]);

  const know = (now: Known) => {
    keptStanding.set(now);
    setStanding(now);
  };
  const closeDoor = () => {
    keptKey.forget();
    setKey(undefined);
  };
  const keyIsWrong = () => {
    const before = keptKey.get();
    if (before !== undefined && before !== key) {
      setKey(before);
      return;
    }
    closeDoor();
    setWrong(true);
  };
  const forget = () => {
    closeDoor();
    keptStanding.forget();
    forgetCounts();
    forgetClock();
    setStanding(undefined);
    setWrong(false);
  };

  useEffect(() => {
    const take = () => {
      const handed = handedKey();
      if (handed === undefined) return;
      if (keptKey.get() === undefined) keptKey.set(handed);
      setWrong(false);
      setMet(undefined);
      setKey(handed);
    };
    window.addEventListener("hashchange", take);
    return () => {
      window.removeEventListener("hashchange", take);
    };
  }, []);

  // What is too old goes even from a door whose key was taken away.
  useEffect(() => {
    if (standing === undefined) return undefined;
    const drop = () => void deleteOver(standing.terms).catch(() => 0);
    drop();
    const timer = setInterval(drop, droppedEveryMs);
    return () => {
      clearInterval(timer);
    };
  }, [standing]);

  useEffect(() => {
    if (machine === undefined) return undefined;
    let isOver = false;
    const look = async () => {
      const answer = await machine.standing();
      if (isOver) return;
      if (answer.ok) {
        if (key !== undefined) keptKey.set(key);
        know(answer.value);
      } else if (answer.met.code === "caller-unknown") keyIsWrong();
      setMet(answer.ok ? undefined : answer.met);
    };
    void look();
    return () => {
      isOver = true;
    };
  }, [machine, turn]);

  if (machine === undefined)
    return h(KeyForm, {
      isWrong,
      reader,
      open: (typed) => {
        keptKey.set(typed);
        setWrong(false);
        setMet(undefined);
        setKey(typed);
      },
    });
  const registration = standing?.registration ?? undefined;
  if (standing !== undefined && registration !== undefined)
    return h(DoorView, {
      machine,
      registration,
      terms: standing.terms,
      reader,
      keyIsWrong,
      forget,
    });
  if (standing !== undefined && met === undefined)
    return h(RegistrationForm, {
      machine,
      reader,
      registered: (taken) => {
        know({ ...standing, registration: taken });
      },
    });
  const words = doorWords(reader);
  if (met === undefined) return h("p", { class: "quietly" }, words.waitingForMachine);
  const { sentence, advice } = tellAtDoor(met, reader);
  return h("div", { class: "note warning", role: "alert" }, [
    h("p", {}, `${sentence} ${advice}`),
    h(
      "button",
      {
        type: "button",
        onClick: () => {
          setMet(undefined);
          setTurn(turn + 1);
        },
      },
      words.tryAgain,
    ),
  ]);
};
