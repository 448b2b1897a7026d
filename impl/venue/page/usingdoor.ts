// The work of a door for a view: what it says of itself, the verdict that is to be seen now, and how to scan.
// A verdict is seen, heard and told to screen readers, and goes by itself after some seconds.
import { useEffect, useRef, useState } from "preact/hooks";
import { announce } from "../../page/client/announce.ts";
import type { Reader } from "../../page/language.ts";
import type { Terms } from "../../protocol/door.ts";
import { sayVerdict } from "./answerview.ts";
import type { Machine } from "./asking.ts";
import { countsToday } from "./counts.ts";
import { startDoorWork, type DoorState, type DoorWork } from "./doorwork.ts";
import { sound } from "./sound.ts";
import type { Verdict } from "./verdict.ts";

const shownMs = 12_000;

export interface UsedDoor {
  readonly state: DoorState;
  readonly verdict: Verdict | undefined;
  readonly isChecking: boolean;
  readonly scan: (text: string) => void;
}

export const useDoor = (
  machine: Machine,
  terms: typeof Terms.Type,
  reader: Reader,
  keyIsWrong: () => void,
): UsedDoor => {
  const [state, setState] = useState<DoorState>({ isReached: true, held: 0, counts: countsToday() });
  const [verdict, setVerdict] = useState<Verdict>();
  const [checking, setChecking] = useState(0);
  const work = useRef<DoorWork>(undefined);

  useEffect(() => {
    const started = startDoorWork(machine, terms, setState, keyIsWrong);
    work.current = started;
    return started.stop;
  }, [machine, terms]);

  useEffect(() => {
    if (verdict === undefined) return undefined;
    const timer = setTimeout(() => {
      setVerdict(undefined);
    }, shownMs);
    return () => {
      clearTimeout(timer);
    };
  }, [verdict]);

  const scan = async (text: string) => {
    if (work.current === undefined) return;
    setVerdict(undefined);
    setChecking((before) => before + 1);
    const came = await work.current.scan(text);
    setChecking((before) => before - 1);
    setVerdict(came);
    sound(came.answer);
    const { large, small } = sayVerdict(came, reader);
    announce(`${large}. ${small}`);
  };

  return { state, verdict, isChecking: checking > 0, scan: (text) => void scan(text) };
};
