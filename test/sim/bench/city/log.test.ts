// The log of the benchmark: it holds every decision, and read back it says what the run itself says, no more and no less.
// What comes after the last day is in the log and not in the hash.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { addDecision, makeDecisionSums } from "../../../../sim/decisions.ts";
import { hashOfLog, openLog } from "../../../../sim/bench/city/log.ts";
import { hashOf } from "../../../../sim/bench/city/ours.ts";

const folder = mkdtempSync(join(tmpdir(), "entrylog-log-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const startsAtMs = 1_593_529_200_000;
const lastsMs = 40 * 86_400_000;
/** More than are written at once; some of nobody, some refused, some told, the last after the end. */
const decisions = Array.from({ length: 70_000 }, (_, place) => ({
  who: place % 11 === 0 ? -1 : place,
  sinceMs: place === 69_999 ? lastsMs : place * 49_000,
  decision: place % 5,
  answer: (place % 60) - 15,
}));

const logOf = (some: typeof decisions): string => {
  const path = join(folder, "log");
  const { hears, close } = openLog(path, startsAtMs);
  for (const { who, sinceMs, decision, answer } of some)
    hears(who, startsAtMs + sinceMs, decision, answer, 7);
  close();
  return path;
};

it("comes to the hash of the decisions before the end", () => {
  const sums = makeDecisionSums(0);
  for (const { who, sinceMs, decision, answer } of decisions)
    if (sinceMs < lastsMs) addDecision(sums, who, sinceMs, decision, answer);
  const path = logOf(decisions);
  expect(hashOfLog(path, lastsMs)).toBe(hashOf(sums.hash));
  expect(statSync(path).size).toBe(decisions.length * 16);
  expect(hashOfLog(logOf(decisions.slice(1)), lastsMs)).not.toBe(hashOf(sums.hash));
});
