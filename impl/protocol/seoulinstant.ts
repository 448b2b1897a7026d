// An instant as people in Korea write it, with the offset that makes it unambiguous: 2020-07-01T12:00:00+09:00.
// Receipts and answers to people use it; what programs reckon with stays in whole milliseconds.
// It rounds down to the second.
import { seoulOffset } from "../../models/policy.ts";

const dateAndTimeLength = 19;

export const seoulInstant = (atMs: number): string =>
  `${new Date(atMs + seoulOffset).toISOString().slice(0, dateAndTimeLength)}+09:00`;
