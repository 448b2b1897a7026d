// The driver of the service level: carries out what a virtual city intends, against the real parties, in virtual time.
// It goes window by window; in each, phones begin, type, ask and show in a handful of batches, and then everyone sweeps.
// A window is cut where something concerns everybody: a crisis level, a case, a decision, midnight.
import { Effect } from "effect";
import type { House } from "../../impl/house.ts";
import { millisecondsADay } from "../../models/policy.ts";
import type { Refused } from "../../impl/lifecycle/refused.ts";
import type { StoreUnavailable } from "../../impl/store/unavailable.ts";
import { figuresOfDay } from "../results/lived.ts";
import type { StopwatchService } from "../stopwatch.ts";
import type { VirtualClock } from "../virtualclock.ts";
import { cityDays, type CityDay, type CityEvent } from "../world/city.ts";
import type { World } from "../world/world.ts";
import { actionOf, actionsOf, type Action, type ActionKind } from "./actions.ts";
import type { CustodianRounds } from "./custodianrounds.ts";
import type { Investigations } from "./investigations.ts";
import type { IssuerRounds } from "./issuerrounds.ts";
import type { Phones } from "./phones.ts";
import { sweepAll, type Swept } from "./sweeping.ts";
import type { Tally } from "./tally.ts";
import type { Truth } from "./truth.ts";

export interface CityParts {
  readonly world: World;
  readonly house: House;
  readonly clock: VirtualClock;
  readonly phones: Phones;
  readonly tally: Tally;
  readonly truth: Truth;
  readonly stopwatch: StopwatchService;
  readonly issuing: IssuerRounds;
  readonly showing: CustodianRounds;
  readonly investigations: Investigations;
  /** Told of everything a sweep erased, and of each withdrawal. */
  readonly swept: (swept: Swept, atMs: number) => void;
  readonly withdrew: (person: number, atMs: number) => void;
  readonly dayOver: (atMs: number, day: CityDay) => void;
  /** Told after each window, as a share of the whole run. */
  readonly progress: (share: number) => void;
}

/** So long a window is at the most: long enough for large batches, and no longer than the sweep may be late. */
const windowMs = 10 * 60_000;
const retentionSlackDays = 2;

/** In the order of time; between two of one instant, as they were given. */
const ofKind = (actions: readonly Action[], ...kinds: readonly ActionKind[]): readonly Action[] =>
  actions.filter(({ kind }) => kinds.includes(kind)).sort((a, b) => a.atMs - b.atMs);

const cutsTheWindow = (event: CityEvent): boolean =>
  event.type === "crisis" || event.type === "case" || event.type === "decision";

export const runCity = Effect.fnUntraced(function* (parts: CityParts) {
  const { world, house, clock, phones, tally, truth, issuing, showing, investigations } = parts;
  /** Actions of attempts that have not come yet, by their instant. */
  let pending: readonly Action[] = [];
  let attempts = 0;

  const hasCode = ({ visit, atMs }: Action): boolean => phones.visiting(visit, atMs).codeSentAtMs > 0;

  const rounds = Effect.fnUntraced(function* (actions: readonly Action[], untilMs: number) {
    // A code sent in the window before is typed before the next ones are sent: memory holds none longer than it lives.
    const typing = ofKind(actions, "typeCode");
    const inHand = typing.filter(hasCode);
    const notYet = typing.filter((action) => !hasCode(action));
    yield* issuing.type(inHand);
    yield* issuing.begin(ofKind(actions, "begin"));
    yield* issuing.type(notYet);
    yield* issuing.ask(ofKind(actions, "ask", "askBare"));
    yield* showing.show(ofKind(actions, "show", "replay", "forge"), untilMs);
    yield* issuing.ask(ofKind(actions, "askAgain"));
    yield* showing.show(ofKind(actions, "showAgain"), untilMs);
  });

  const withdrawals = Effect.fnUntraced(function* (events: readonly CityEvent[]) {
    const leaving = events.flatMap((event) => (event.type === "withdrawal" ? [event] : []));
    yield* issuing.withdraw(leaving);
    for (const { person, atMs } of leaving) parts.withdrew(person, atMs);
  });

  const publicEvent = (event: CityEvent): Effect.Effect<void, Refused | StoreUnavailable> => {
    switch (event.type) {
      case "crisis":
        return Effect.andThen(
          house.issuer.announceLevel(event.level),
          house.custodian.announceLevel(event.level),
        );
      case "case":
        return investigations.request(event.case);
      case "decision":
        return investigations.decide(event.caseNumber, event.officer, event.decision, event.atMs);
      default:
        return Effect.void;
    }
  };

  const runWindow = Effect.fnUntraced(function* (
    day: CityDay,
    fromRow: number,
    untilMs: number,
    events: readonly CityEvent[],
  ) {
    for (const event of events) {
      if (event.type !== "attempt") continue;
      attempts += 1;
      pending = [...pending, ...actionsOf(event.attempt, -attempts)];
    }
    const actions: Action[] = pending.filter(({ atMs }) => !(atMs >= untilMs));
    pending = pending.filter(({ atMs }) => atMs >= untilMs);
    let row = fromRow;
    while (row < day.steps.count && !((day.steps.atMs[row] ?? 0) >= untilMs)) {
      actions.push(actionOf(day.steps, row));
      row += 1;
    }
    clock.advanceTo(untilMs - 1);
    yield* rounds(actions, untilMs);
    yield* withdrawals(events);
    clock.advanceTo(untilMs);
    phones.tidy(untilMs);
    return row;
  });

  const runDay = Effect.fnUntraced(function* (day: CityDay) {
    tally.begin(day.day);
    let row = 0;
    let fromMs = day.startsAtMs;
    let waiting = [...day.events];
    while (!(fromMs >= day.endsAtMs)) {
      const cut = waiting.find(cutsTheWindow)?.atMs ?? Infinity;
      const untilMs = Math.min(fromMs + windowMs, day.endsAtMs, Math.max(cut, fromMs));
      row = yield* runWindow(
        day,
        row,
        untilMs,
        waiting.filter(({ atMs }) => !(atMs >= untilMs)),
      );
      const due = waiting.filter((event) => cutsTheWindow(event) && !(event.atMs > untilMs));
      for (const event of due) yield* publicEvent(event);
      waiting = waiting.filter((event) => !due.includes(event) && event.atMs >= untilMs);
      parts.swept(yield* sweepAll(house, parts.stopwatch, tally), clock.now());
      fromMs = untilMs;
      parts.progress((fromMs - world.startsAtMs) / (world.endsAtMs - world.startsAtMs));
    }
    Object.assign(tally.today(), figuresOfDay(day));
    tally.today().recordsLive = (yield* house.custodian.counts).live;
    parts.dayOver(clock.now(), day);
    truth.forgetBefore(day.endsAtMs - (28 + retentionSlackDays) * millisecondsADay);
  });

  for (const day of cityDays(world)) yield* runDay(day);
});
