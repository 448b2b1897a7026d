// C1: whether entering the right code begins the count of codes anew.
// A person asks for a code and enters it, again and again within one millisecond, until the law sends no more or a hundred have gone out.
// A hundred within an instant are taken to mean that no number ends it.
import { numberOf, type Reading } from "./reading.ts";
import { startMs } from "./standing.ts";

export interface CodesCountedAnew {
  /** Codes sent to someone who enters each of them; endless where a hundred did not end it. */
  readonly codes: number | "endless";
  readonly limit: number;
}

const tried = 100;

export function codesCountedAnew(reading: Reading): CodesCountedAnew {
  let instance = reading.rest("verification");
  let codes = 0;
  while (codes < tried) {
    const asked = reading.send("verification", instance, "code.requested", {}, startMs);
    if (asked.own?.told !== "code.sent") break;
    codes += 1;
    instance = reading.send(
      "verification",
      asked.instance,
      "code.submitted",
      { matches: true },
      startMs,
    ).instance;
  }
  return { codes: codes === tried ? "endless" : codes, limit: numberOf(reading, "codeSends") };
}
