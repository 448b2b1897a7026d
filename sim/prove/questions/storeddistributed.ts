// C10: what "stored in distributed form" comes to: what issuer and custodian can know alone and together, and over how many days keys are spread.
// Knowledge is derived from the messages, not declared; days are counted by opening one after the other and seeing how many are still kept.
import { knowledgeOf } from "../../../models/knowledge.ts";
import type { Instance } from "../../../models/language/interpret.ts";
import { millisecondsADay } from "../../../models/policy.ts";
import { numberOf, type Reading } from "./reading.ts";
import { startMs } from "./standing.ts";

export interface StoredDistributed {
  /** Of the number, the place, and who was where: what each can know. */
  readonly issuer: readonly string[];
  readonly custodian: readonly string[];
  readonly together: readonly string[];
  /** Days that one party keeps at once, each with a key of its own. */
  readonly daysKept: number;
}

const asked = ["phone", "place", "whoWasWhere"] as const;

const knows = (...parties: Parameters<typeof knowledgeOf>[0]): readonly string[] => {
  const known = knowledgeOf(parties);
  return asked.filter((what) => known.has(what));
};

export function storedDistributed(reading: Reading): StoredDistributed {
  const days = Math.ceil(numberOf(reading, "retention") / millisecondsADay) + 1;
  const opened = Array.from({ length: days }, (_, day): Instance => {
    const atMs = startMs + day * millisecondsADay;
    return reading.send("day", reading.rest("day"), "day.opened", {}, atMs).instance;
  });
  const lastMs = startMs + (days - 1) * millisecondsADay;
  return {
    issuer: knows("issuer"),
    custodian: knows("custodian"),
    together: knows("issuer", "custodian"),
    daysKept: opened.filter((day) => reading.later("day", day, lastMs).state === "kept").length,
  };
}
