// The work at a door, without its looks: a pass is scanned by the venue's machine, or by the page alone while the machine is away;
// what waits is delivered before anything new is scanned; and the machine is looked at from time to time.
// What is answered is still only what the venue's own device signs: the page alone promises no more than "not yet checked".
import type { Terms, WaitingNow } from "../../protocol/door.ts";
import { markNow } from "../../page/client/elapsed.ts";
import { isAway, type Machine, type Refusal } from "./asking.ts";
import { countLost, countsToday, countVerdict, type Counts } from "./counts.ts";
import { deleteOver, deliverHeld } from "./deliveringheld.ts";
import { countHeld, hold } from "./heldscans.ts";
import { refusedAlone } from "./passread.ts";
import { makeRecent } from "./recent.ts";
import { setClock } from "./venueclock.ts";
import { admitted, refusedFor, type Verdict } from "./verdict.ts";

export interface DoorState {
  readonly isReached: boolean;
  /** How many wait in this browser. */
  readonly held: number;
  /** What the machine said last of those that wait there. */
  readonly atMachine?: typeof WaitingNow.Type;
  readonly counts: Counts;
}

export interface DoorWork {
  readonly scan: (text: string) => Promise<Verdict>;
  readonly stop: () => void;
}

const lookEveryMs = 5_000;
/** While something waits it is soon to be seen what became of it. */
const lookSoonMs = 1_000;

const drawName = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

export const startDoorWork = (
  machine: Machine,
  terms: typeof Terms.Type,
  tell: (state: DoorState) => void,
  keyIsWrong: () => void,
): DoorWork => {
  const recent = makeRecent();
  let state: DoorState = { isReached: true, held: 0, counts: countsToday() };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  const isStopped = () => isOver;

  const change = (more: Partial<DoorState>) => {
    state = { ...state, ...more, counts: countsToday() };
    if (!isOver) tell(state);
  };
  const met = (refusal: Refusal) => {
    if (refusal.code === "caller-unknown") keyIsWrong();
    change({ isReached: !isAway(refusal) });
  };

  /** A browser that stores nothing has none. */
  const countHere = async (): Promise<number> => {
    const held = await countHeld().catch(() => 0);
    change({ held });
    return held;
  };

  /** Answers how many are left. */
  const deliver = async (): Promise<number> => {
    if ((await countHere()) === 0) return 0;
    const { left, lost, met: refusal } = await deliverHeld(machine);
    countLost(lost);
    change({ held: left });
    if (refusal !== undefined) met(refusal);
    return left;
  };

  const scanAlone = async (name: string, text: string, at: ReturnType<typeof markNow>): Promise<Verdict> => {
    const code = refusedAlone(text, terms);
    if (code !== undefined) return refusedFor(code);
    if (recent.has(text)) return refusedFor("pass-replayed");
    const held = await hold(name, text, at).catch(() => "full" as const);
    if (held === "again") return refusedFor("pass-replayed");
    if (held === "full") return refusedFor("held-full");
    change({ held: state.held + 1 });
    return admitted("unchecked");
  };

  const scanByMachine = async (text: string): Promise<Verdict> => {
    const at = markNow();
    const name = drawName();
    // Nobody at the door waits for a machine that was away when it was looked at last.
    if (!state.isReached || (await deliver()) > 0) return scanAlone(name, text, at);
    const answer = await machine.scan(text, name);
    if (!answer.ok && isAway(answer.met)) {
      met(answer.met);
      return scanAlone(name, text, at);
    }
    if (answer.ok) {
      recent.add(text);
      return admitted(answer.value.admission);
    }
    if (answer.met.code === "caller-unknown") keyIsWrong();
    return refusedFor(answer.met.code, answer.met.retryAfterSeconds);
  };

  /** One after the other, so that nothing new overtakes what waits. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <A>(work: () => Promise<A>): Promise<A> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };

  const look = async () => {
    clearTimeout(timer);
    const hadHeld = await inTurn(async () => {
      const over = await deleteOver(terms).catch(() => 0);
      countLost(Array.from({ length: over }, () => "delivery-too-late"));
      return (await countHere()) > 0;
    });
    const waiting = await machine.waiting();
    if (isStopped()) return;
    if (!waiting.ok) met(waiting.met);
    else {
      setClock(waiting.value.nowMs);
      change({ isReached: true, atMachine: waiting.value });
      await inTurn(deliver);
    }
    if (isStopped()) return;
    clearTimeout(timer);
    const isSoon = waiting.ok && (waiting.value.waiting > 0 || hadHeld);
    timer = setTimeout(looked, isSoon ? lookSoonMs : lookEveryMs);
  };

  const looked = () => void look();
  window.addEventListener("online", looked);
  looked();

  return {
    scan: (text) =>
      inTurn(async () => {
        const verdict = await scanByMachine(text);
        countVerdict(verdict);
        change({});
        // It is to be seen at once that it waits.
        if (verdict.answer === "unchecked") looked();
        return verdict;
      }),
    stop: () => {
      isOver = true;
      clearTimeout(timer);
      window.removeEventListener("online", looked);
    },
  };
};
