// Instants of the tour, written in it as Seoul wall-clock time.
// Seoul is nine hours ahead of UTC and knows no daylight saving, so reading them is plain arithmetic.
// It reads no clock, and says nothing aloud: models/labels/moment.ts does.
import { seoulOffset } from "../../models/policy.ts";

/** "2020-07-01 19:00" or "2020-07-01 19:00:00.000", in Seoul, as whole milliseconds. */
export const seoul = (wallClock: string): number =>
  Date.parse(`${wallClock.replace(" ", "T")}Z`) - seoulOffset;
