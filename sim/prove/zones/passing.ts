/**
 * Lets time pass over a zone: by any number of milliseconds up to the earliest deadline that fires on time, and then that deadline fires.
 * What is swept may wait past its deadline by the policy's lateness and no longer; tokens hold no time back.
 * A deadline that a step has set into the past fires before any time passes, and so does one of the same instant, all at once.
 */
import { LawMistake } from "../../../models/language/evaluate.ts";
import { later } from "./matrix.ts";
import { reachedBy, within, type Branches, type Moment } from "./moment.ts";
import type { Outcome, TakenBy } from "./moving.ts";
import type { Reading } from "./reading.ts";
import { deadlinesOf, settle } from "./settling.ts";
import { rested, type Standing } from "./standing.ts";
import { after, presentInstant, type Instant, type SymbolicInstances } from "./symbol.ts";
import { onward } from "./terms.ts";

/** A standing in which all the time has passed that can pass before something fires. */
export interface Waiting {
  readonly standing: Standing;
  /** Time can pass; or a deadline is past and fires before any does; or a sweep is later than it may be, and none does. */
  readonly time: "passes" | "fires" | "stands";
}

interface Ahead {
  /** Deadlines to come. */
  readonly open: readonly Instant[];
  /** The last instants for which sweeps can be waited for. */
  readonly latest: readonly Instant[];
  readonly isPast: boolean;
}

const deadlinesIn = (reading: Reading, { instances }: Standing, name: string): readonly Instant[] => {
  const instance = instances[name];
  return instance === undefined ? [] : deadlinesOf(reading.machineFor(name), instance).map(({ at }) => at);
};

/** The latest instants of sweeps; none where durations may be anything. */
const latestOf = (reading: Reading, standing: Standing): readonly Instant[] =>
  reading.timing.durations === "any"
    ? []
    : reading.swept.flatMap(({ instance, lateness }) => {
        const late = reading.policy.constants[lateness];
        if (typeof late !== "number") throw new LawMistake(`${lateness} is no duration`);
        return deadlinesIn(reading, standing, instance).map((at) => after(at, late));
      });

/** What lies ahead, for each part of the zone: which deadlines are still to come, and whether one is past. */
function ahead(reading: Reading, standing: Standing): Branches<Ahead> {
  const latest = latestOf(reading, standing);
  return reading.punctual
    .flatMap((name) => deadlinesIn(reading, standing, name))
    .reduce<Branches<Ahead>>(
      (sofar, at) =>
        onward(sofar, (part, known) =>
          onward(reachedBy(part, at, presentInstant, reading.timing), (last, isPast) => [
            {
              moment: last,
              is: isPast ? { ...known, isPast } : { ...known, open: [...known.open, at] },
            },
          ]),
        ),
      [{ moment: standing.moment, is: { open: [], latest, isPast: false } }],
    );
}

const bounded = (moment: Moment | undefined, ends: readonly Instant[], before: number): Moment | undefined =>
  ends.reduce(
    (part, end) => (part === undefined ? undefined : within(part, presentInstant, end, -before)),
    moment,
  );

const elapsing = (moment: Moment): Moment => ({ ...moment, zone: later(moment.zone) });

/** The parts in which no sweep is too late already, and those in which one is; in the latter no time passes. */
const byLateness = (moment: Moment, latest: readonly Instant[], reading: Reading): Branches<boolean> =>
  latest.reduce<Branches<boolean>>(
    (sofar, end) =>
      onward(sofar, (part, isOpen) =>
        isOpen ? reachedBy(part, presentInstant, end, reading.timing) : [{ moment: part, is: false }],
      ),
    [{ moment, is: true }],
  );

/** Waits as long as nothing fires. What has been settled already and is past all the same can never fire, and holds nothing up. */
export function waited(reading: Reading, standing: Standing, isSettled: boolean): readonly Waiting[] {
  return ahead(reading, standing).flatMap(({ moment, is: { open, latest, isPast } }): readonly Waiting[] => {
    if (isPast && !isSettled) return [{ standing: { ...standing, moment }, time: "fires" }];
    return byLateness(moment, latest, reading).flatMap(({ moment: part, is: isOpen }): readonly Waiting[] => {
      if (!isOpen) return [{ standing: { ...standing, moment: part }, time: "stands" }];
      const last = bounded(bounded(elapsing(part), open, reading.timing.grain), latest, 0);
      return last === undefined ? [] : [{ standing: { ...standing, moment: last }, time: "passes" }];
    });
  });
}

/** Fires everything that is due now, of everything that fires on time. */
function fired(reading: Reading, standing: Standing, moment: Moment): readonly Outcome[] {
  const { policy, timing } = reading;
  const surely = { policy, timing };
  const settled = reading.punctual.reduce<
    Branches<{ readonly instances: SymbolicInstances; readonly taken: readonly TakenBy[] }>
  >(
    (sofar, name) =>
      onward(sofar, (part, { instances, taken }) => {
        const instance = instances[name];
        if (instance === undefined) return [{ moment: part, is: { instances, taken } }];
        return onward(
          settle(reading.machineFor(name), instance, part, undefined, presentInstant, surely),
          (last, { instance: settledOne, taken: more }) => [
            {
              moment: last,
              is: {
                instances: { ...instances, [name]: settledOne },
                taken: [...taken, ...more.map((transition): TakenBy => [name, transition])],
              },
            },
          ],
        );
      }),
    [{ moment, is: { instances: standing.instances, taken: [] } }],
  );
  return settled.map(({ moment: last, is: { instances, taken } }) => {
    const after = { ...standing, moment: last, instances };
    return { before: standing.instances, seen: after, after, refused: "", taken };
  });
}

/** What happens when time goes on from a standing in which all waiting is done: each deadline that can be the next to fire. */
export function passed(reading: Reading, { standing, time }: Waiting): readonly Outcome[] {
  if (time === "stands") return [];
  if (time === "fires") return fired(reading, standing, standing.moment);
  return ahead(reading, standing).flatMap(({ moment, is: { open, latest } }) => {
    const part = bounded(bounded(elapsing(moment), open, 0), latest, 0);
    if (part === undefined) return [];
    return open.flatMap((deadline, place) => {
      const now = within(part, deadline, presentInstant, 0);
      // Those before it in the list have been the next in the parts that were looked at before.
      const alone = bounded(now, open.slice(0, place), reading.timing.grain);
      return alone === undefined ? [] : fired(reading, standing, alone);
    });
  });
}

/** What is left when deadlines have fired. */
export const restedAfter = (reading: Reading, { after: standing }: Outcome): Standing =>
  rested(reading, standing);
