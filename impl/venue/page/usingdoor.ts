// The work of a door for a view: what it says of itself, the verdict that is to be seen now, and how to scan.
// A verdict is seen, heard and told to screen readers, and goes by itself after some seconds. The camera waits while a pass is checked
// and while a refusal has hardly been seen, so that nobody is shown the answer of somebody else.
import { useEffect, useRef, useState } from "preact/hooks";
import { startCount } from "../../page/client/elapsed.ts";
import { announce } from "../../page/client/announce.ts";
import type { Reader } from "../../page/language.ts";
import type { Terms } from "../../protocol/door.ts";
import { sayVerdict } from "./answerview.ts";
import type { Machine } from "./asking.ts";
import { countsToday } from "./counts.ts";
import { startDoorWork, type DoorState, type DoorWork } from "./doorwork.ts";
import { sound } from "./sound.ts";
import { refusedFor, type Verdict } from "./verdict.ts";

const shownMs = 12_000;
/** So long at the least before the next code is taken, unless somebody touches the answer. */
const refusalSeenMs = 2_000;

export interface UsedDoor {
  readonly state: DoorState;
  readonly verdict: Verdict | undefined;
  readonly isChecking: boolean;
  readonly scan: (text: string) => void;
  /** Answers false where the camera is to hand the code on once more, a moment later. */
  readonly scanByCamera: (text: string) => boolean;
  /** The answer has been seen. */
  readonly dismiss: () => void;
}

export const useDoor = (
  machine: Machine,
  terms: typeof Terms.Type,
  reader: Reader,
  keyIsWrong: () => void,
): UsedDoor => {
  const [state, setState] = useState<DoorState>({ machine: "reached", held: 0, counts: countsToday() });
  const [verdict, setVerdict] = useState<Verdict>();
  const [checking, setChecking] = useState(0);
  const work = useRef<DoorWork>(undefined);
  const underWay = useRef(0);
  const refusedSinceMs = useRef<() => number>(undefined);

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
    underWay.current += 1;
    setChecking(underWay.current);
    // What fails here is the browser's store: then nothing more can be kept.
    const came = await work.current.scan(text).catch(() => refusedFor("held-full"));
    underWay.current -= 1;
    setChecking(underWay.current);
    refusedSinceMs.current = came.answer === "refused" ? startCount() : undefined;
    setVerdict(came);
    sound(came.answer);
    const { large, small } = sayVerdict(came, reader);
    announce(`${large}. ${small}`);
  };

  return {
    state,
    verdict,
    isChecking: checking > 0,
    scan: (text) => void scan(text),
    scanByCamera: (text) => {
      const seenMs = refusedSinceMs.current?.() ?? refusalSeenMs;
      if (underWay.current > 0 || seenMs < refusalSeenMs) return false;
      void scan(text);
      return true;
    },
    dismiss: () => {
      refusedSinceMs.current = undefined;
      setVerdict(undefined);
    },
  };
};
