// The work at a door, without its looks: a pass is scanned by the venue's machine, or by the page alone while the machine is away, has a
// fault, or has not yet taken all that waits here; and the machine is looked at from time to time.
// What is answered is still only what the venue's own device signs: the page alone promises no more than "not yet checked".
import type { Terms, WaitingNow } from "../../protocol/door.ts";
import { markNow } from "../../page/client/elapsed.ts";
import { hasFault, isAway, type Machine, type Refusal } from "./asking.ts";
import { countLost, countsToday, countVerdict, type Counts } from "./counts.ts";
import { deleteOver, deliverHeld } from "./deliveringheld.ts";
import { countHeld, hold } from "./heldscans.ts";
import { refusedAlone } from "./passread.ts";
import { makeRecent } from "./recent.ts";
import type { Told } from "./mark.ts";
import { clockTold, setClock } from "./venueclock.ts";
import { admitted, refusedFor, type Verdict } from "./verdict.ts";

export interface DoorState {
  readonly machine: "reached" | "away" | "at-fault";
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
  let state: DoorState = { machine: "reached", held: 0, counts: countsToday() };
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  let isDelivering = false;
  const isStopped = () => isOver;

  const change = (more: Partial<DoorState>) => {
    state = { ...state, ...more, counts: countsToday() };
    if (!isOver) tell(state);
  };
  const met = (refusal: Refusal) => {
    if (refusal.code === "caller-unknown") keyIsWrong();
    change({ machine: isAway(refusal) ? "away" : hasFault(refusal) ? "at-fault" : "reached" });
  };

  /** A browser that stores nothing has none. */
  const countHere = async (): Promise<number> => {
    const held = await countHeld().catch(() => 0);
    change({ held });
    return held;
  };

  /** Beside the scans, of which none goes to the machine meanwhile: nothing new may overtake what waits. */
  const deliver = async (told: Told): Promise<void> => {
    if (isDelivering || (await countHere()) === 0) return;
    isDelivering = true;
    try {
      const { left, lost, met: refusal } = await deliverHeld(machine, terms, told);
      countLost(lost);
      change({ held: left });
      if (refusal !== undefined) met(refusal);
    } finally {
      isDelivering = false;
    }
  };

  const scanAlone = async (name: string, text: string, at: ReturnType<typeof markNow>): Promise<Verdict> => {
    const code = refusedAlone(text, terms);
    if (code !== undefined) return refusedFor(code);
    if (recent.has(text)) return refusedFor("pass-replayed");
    const held = await hold(name, text, at, clockTold()).catch(() => "full" as const);
    if (held === "again") return refusedFor("pass-replayed");
    if (held === "full") return refusedFor("held-full");
    recent.add(text);
    change({ held: state.held + 1 });
    return admitted("unchecked");
  };

  const scanByMachine = async (text: string): Promise<Verdict> => {
    const at = markNow();
    const name = drawName();
    // Nobody at the door waits for a machine that was away when it was looked at last.
    if (state.machine === "away" || isDelivering || (await countHere()) > 0) return scanAlone(name, text, at);
    const answer = await machine.scan(text, name);
    if (answer.ok) {
      recent.add(text);
      return admitted(answer.value.admission);
    }
    if (isAway(answer.met) || hasFault(answer.met)) {
      met(answer.met);
      return scanAlone(name, text, at);
    }
    if (answer.met.code === "caller-unknown") keyIsWrong();
    return refusedFor(answer.met.code, answer.met.retryAfterSeconds);
  };

  /** One after the other, as the people come. */
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <A>(work: () => Promise<A>): Promise<A> => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };

  /** Answers whether it is soon to be looked again. */
  const look = async (): Promise<boolean> => {
    const waiting = await machine.waiting();
    if (isStopped()) return false;
    if (!waiting.ok) {
      met(waiting.met);
      // The machine's clock says best what is over; without it only that is deleted which is so for certain.
      const over = await deleteOver(terms);
      countLost(Array.from({ length: over }, () => "delivery-too-late"));
      await countHere();
      return false;
    }
    const told = setClock(waiting.value.nowMs);
    const hadHeld = (await countHere()) > 0;
    change({ machine: "reached", atMachine: waiting.value });
    await deliver(told);
    return waiting.value.waiting > 0 || hadHeld;
  };

  let isLooking = false;
  let isAskedAgain = false;
  const looked = () => {
    isAskedAgain = isLooking;
    if (isLooking || isOver) return;
    isLooking = true;
    clearTimeout(timer);
    const lookOnce = async () => {
      // A browser whose store fails now may have it again at the next look.
      const isSoon = await look().catch(() => false);
      isLooking = false;
      if (isStopped()) return;
      timer = setTimeout(looked, isAskedAgain ? 0 : isSoon ? lookSoonMs : lookEveryMs);
      isAskedAgain = false;
    };
    void lookOnce();
  };
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
