// F7: which of the things that a person can ask of the issuer are refused while the level does not allow collection.
// Each is asked of somebody for whom nothing else stands in its way, under a level that collects and under one that does not.
import type { Instances } from "../../../models/language/decide.ts";
import type { Given } from "../../../models/language/interpret.ts";
import type { Reading } from "./reading.ts";
import { agreed, challenged, collecting, startMs, suspended, verified } from "./standing.ts";

export interface WithdrawingWhileSuspended {
  /** Rules of the issuer that are refused for the level alone, and those that are not. */
  readonly refused: readonly string[];
  readonly allowed: readonly string[];
}

export function withdrawingWhileSuspended(reading: Reading): WithdrawingWhileSuspended {
  const consent = agreed(reading, startMs);
  const verification = verified(reading, startMs);
  const pass = reading.rest("pass");
  const { noticeVersion = 0 } = reading.policy.constants;
  const asked: readonly (readonly [string, Instances, Given])[] = [
    [
      "issuer.agree",
      { consent: reading.rest("consent") },
      { noticeVersion, guardianNeeded: false, guardianConfirmed: false },
    ],
    [
      "issuer.sendCode",
      { consent, verification: reading.rest("verification") },
      { sendsByOthers: 0, sendsFromNetwork: 0 },
    ],
    ["issuer.checkCode", { consent, verification: challenged(reading, startMs) }, { matches: true }],
    ["issuer.issue", { consent, verification, pass }, { passesLastMinute: 0 }],
    ["issuer.withdraw", { consent, verification }, {}],
  ];
  const isRefused = ([rule, instances, given]: (typeof asked)[number], isSuspended: boolean): boolean => {
    const crisis = isSuspended ? suspended(reading) : collecting(reading);
    const bound = "crisis" in reading.rule(rule).instances ? { ...instances, crisis } : instances;
    return reading.ask(rule, bound, given, startMs).refused !== "";
  };
  const forTheLevel = asked.filter((one) => isRefused(one, true) && !isRefused(one, false));
  return {
    refused: forTheLevel.map(([rule]) => rule),
    allowed: asked.filter((one) => !isRefused(one, true)).map(([rule]) => rule),
  };
}
