// How often people go out, sorted into classes: their own liking times what their age does to it.
// People keep the number of their class and demand reckons with the classes, which keeps both small and the arithmetic exact.
// Class 0 never goes out; the others lie evenly by ratio between the rarest and the most frequent goer there can be.
import type { Scenario } from "../scenario.ts";
import { weightAt } from "./tail.ts";

export const activityClasses = 64;
const outgoing = activityClasses - 1;

export interface ActivityClasses {
  /** The weight of each class, beside the others. */
  readonly activity: Float64Array;
  readonly lowLog: number;
  readonly classesALog: number;
}

export const classesOf = (ages: Scenario["people"]["ages"], tail: number): ActivityClasses => {
  const outgoers = ages.map(({ goesOut }) => goesOut).filter((factor) => factor > 0);
  const factors = outgoers.length === 0 ? [1] : outgoers;
  const lowLog = Math.log(weightAt(0, tail) * Math.min(...factors));
  const rangeLog = Math.log(weightAt(1, tail) * Math.max(...factors)) - lowLog;
  const activity = Float64Array.from({ length: activityClasses }, (_, index) =>
    index === 0 ? 0 : Math.exp(lowLog + (rangeLog * (index - 0.5)) / outgoing),
  );
  return { activity, lowLog, classesALog: rangeLog > 0 ? outgoing / rangeLog : 0 };
};

export const classOf = ({ lowLog, classesALog }: ActivityClasses, weight: number): number =>
  weight === 0 ? 0 : Math.min(outgoing, 1 + Math.floor((Math.log(weight) - lowLog) * classesALog));
