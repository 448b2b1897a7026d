// How unequal things are: a log-logistic spread, in which a few people go out, or a few venues draw, far more than most.
// People's activity and venues' popularity are made with it; 0 makes all alike, 1 makes the busiest tenfold the middle.
// It cuts the far end, so that no single person or venue is the whole city.

const logisticToNormal = 0.6;
const farEnd = 0.004;

/** The weight of whoever stands at this place (0 to 1) in the order from least to most. */
export const weightAt = (place: number, tail: number): number => {
  const inner = Math.min(1 - farEnd, Math.max(farEnd, place));
  return (inner / (1 - inner)) ** (tail * logisticToNormal);
};
