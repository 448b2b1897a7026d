// The log of a run, as anybody would write it who has to say afterwards who was decided what: every decision, 16 bytes, in the order made.
// The row that measures it reads it back afterwards and has to come to the same hash as the run itself.
// It is the benchmark's own; what a run leaves for people lies in sim/results.
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { addDecision, makeDecisionSums, type HearsDecision } from "../../decisions.ts";
import { hashOf } from "./ours.ts";

const wordsARow = 4;
const rowsAtOnce = 65_536;
const answerBits = 16;

export interface DecisionLog {
  readonly hears: HearsDecision;
  readonly close: () => void;
}

export const openLog = (path: string, startsAtMs: number): DecisionLog => {
  const file = openSync(path, "w");
  const rows = new Int32Array(rowsAtOnce * wordsARow);
  let used = 0;
  const flush = (): void => {
    writeSync(file, rows.subarray(0, used));
    used = 0;
  };
  return {
    hears: (who, atMs, decision, answer, venue) => {
      rows[used] = who;
      rows[used + 1] = (atMs - startsAtMs) | 0;
      rows[used + 2] = venue;
      rows[used + 3] = (decision << answerBits) | (answer & 0xffff);
      used += wordsARow;
      if (used === rows.length) flush();
    },
    close: () => {
      flush();
      closeSync(file);
    },
  };
};

/** The hash over all decisions of a log before an instant, counted from the start of the run. */
export const hashOfLog = (path: string, beforeMs: number): string => {
  const bytes = readFileSync(path);
  const rows = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / Int32Array.BYTES_PER_ELEMENT);
  const sums = makeDecisionSums(0);
  for (let at = 0; at < rows.length; at += wordsARow) {
    const since = (rows[at + 1] ?? 0) >>> 0;
    const decided = rows[at + 3] ?? 0;
    const answer = (decided << answerBits) >> answerBits;
    if (since < beforeMs) addDecision(sums, rows[at] ?? 0, since, decided >> answerBits, answer);
  }
  return hashOf(sums.hash);
};
