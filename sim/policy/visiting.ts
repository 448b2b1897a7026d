// One visit, or one attempt at misuse, from arriving to leaving: what the person does, at which instants, before the door of the policy level.
// The steps and their times are those of the service level (sim/world/steps.ts, sim/service/actions.ts), drawn from the same streams.
// A visit is carried out whole before the next begins; nobody is at two doors at once.
import { actionsOf, type Action } from "../service/actions.ts";
import { atTheDoor, emptyDoorstep, renewsBeforeMs, type Behaviour } from "../world/behaviour.ts";
import type { Attempt } from "../world/attempts.ts";
import { isExpired, type Door } from "./door.ts";
import type { Showing } from "./doorparts.ts";
import type { ServedRows } from "./serving.ts";

/** How a forged scan looks to the custodian. */
const showingOf = ({ kind }: Attempt): Showing => {
  switch (kind) {
    case "forged-noise":
      return "malformed";
    case "forged-altered":
    case "forged-signature":
      return "forged";
    case "forged-epoch":
      return "unknown-epoch";
    case "unknown-venue":
      return "unknown-venue";
    default:
      return "good";
  }
};

export interface Visiting {
  /** A visit of the person who entered, by its number in their life; its row where there was a line before the service. */
  readonly visit: (
    person: number,
    number: number,
    venue: number,
    arriveAtMs: number,
    row: number,
    served: ServedRows | undefined,
  ) => void;
  readonly attempt: (attempt: Attempt) => void;
}

/** `comesTo` brings the level to an instant, and answers whether the run still lasts then. */
export const makeVisiting = (
  door: Door,
  behaviour: Behaviour,
  comesTo: (atMs: number) => boolean,
): Visiting => {
  const doorstep = emptyDoorstep();

  const act = ({ kind, atMs, detail, venue, renewBeforeMs, attempt }: Action): void => {
    if (!comesTo(atMs)) return;
    switch (kind) {
      case "begin":
        door.begin(atMs, renewBeforeMs);
        return;
      case "typeCode":
        door.type(atMs, detail);
        return;
      case "ask":
        if (attempt?.kind === "verification-skipped") door.askUnverified(atMs);
        else door.ask(atMs, detail <= 0);
        return;
      case "askBare":
        door.askBare(atMs);
        return;
      case "show":
        door.show(atMs, venue, "good");
        return;
      case "forge":
        if (attempt !== undefined) door.show(atMs, venue, showingOf(attempt));
        return;
      case "askAgain":
      case "showAgain":
      case "replay":
        return;
    }
  };

  const replay = (atMs: number, venue: number): void => {
    if (comesTo(atMs)) door.replay(atMs, venue);
  };

  const visit: Visiting["visit"] = (person, number, venue, arriveAtMs, row, served) => {
    atTheDoor(behaviour, person, number, doorstep);
    if (doorstep.declines === 1 || !comesTo(arriveAtMs)) return;
    door.begin(arriveAtMs, renewsBeforeMs(behaviour, person));
    const codeAtMs = arriveAtMs + doorstep.codeDelayMs;
    if (!comesTo(codeAtMs)) return;
    door.type(codeAtMs, doorstep.wrongCodes);
    const firstAskMs = arriveAtMs + doorstep.firstAskDelayMs;
    const { passesAsked, passGapMs, replayDelayMs } = doorstep;
    let madeAtMs = firstAskMs;
    for (let pass = 0; pass < passesAsked; pass += 1) {
      madeAtMs =
        served === undefined
          ? firstAskMs + pass * passGapMs
          : (served.madeAtMs[(served.firstPass[row] ?? 0) + pass] ?? Number.NaN);
      // Whoever gave up has no further pass, and shows none.
      if (Number.isNaN(madeAtMs) || !comesTo(madeAtMs)) return;
      door.ask(madeAtMs, pass === 0);
    }
    const shownAtMs = madeAtMs + doorstep.showDelayMs;
    if (!comesTo(shownAtMs)) return;
    const isAgain = isExpired(door.show(shownAtMs, venue, "good"));
    if (isAgain) door.askAgain(shownAtMs);
    const againAtMs = shownAtMs + doorstep.secondShowDelayMs;
    const replayAtMs = shownAtMs + replayDelayMs;
    const isReplayedFirst = replayDelayMs > 0 && !(replayAtMs > againAtMs);
    if (isReplayedFirst) replay(replayAtMs, venue);
    if (isAgain && comesTo(againAtMs)) door.showAgain(againAtMs, venue);
    if (replayDelayMs > 0 && !isReplayedFirst) replay(replayAtMs, venue);
  };

  return {
    visit: (person, number, venue, arriveAtMs, row, served) => {
      visit(person, number, venue, arriveAtMs, row, served);
      door.leave();
    },
    attempt: (attempt) => {
      for (const action of actionsOf(attempt, 0)) act(action);
      door.leave();
    },
  };
};
