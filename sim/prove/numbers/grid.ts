// The values that reviewers ask about, constant by constant, written as on the command line: around the policy's own value,
// and on both sides of each point at which the prover found a promise to turn.
// They are questions and no policy: what the policy says stands in models/policy.ts alone.
import { LawMistake } from "../../../models/language/evaluate.ts";
import type { PolicyName } from "../../../models/policy.ts";
import { readSetting, type Setting } from "../../../models/settings.ts";

const written = {
  retention: ["1d", "7d", "14d", "15d", "1296016997ms", "1296016998ms", "16d", "21d", "35d", "56d"],
  verificationValidity: ["1h", "1d", "7d", "90d", "365d"],
  passLifetime: ["1s", "5s", "30s", "58s", "58001ms", "60s", "5m", "1h", "1d"],
  officersRequired: ["0", "1", "3"],
  consentAsked: ["once"],
  consentSession: ["15s", "1m", "1h", "1d"],
  lateDelivery: ["0s", "1h", "12h", "1d", "7d"],
  clockSkew: ["0s", "1s", "10s", "45s", "45001ms", "60s"],
  passUseless: ["10s", "16999ms", "17s", "30s", "5m"],
  joinableAtLeast: ["7d", "21d", "2332783002ms", "2332783003ms", "28d"],
  caseDecision: ["1h", "7d", "28d"],
  caseLifetime: ["1h", "24h", "14d", "28d"],
  caseAnswerKept: ["1d", "7d", "28d", "60d"],
} as const satisfies Partial<Record<PolicyName, readonly string[]>>;

export type AskedName = keyof typeof written;

export interface Asked {
  readonly name: AskedName;
  readonly value: Setting;
}

const names = Object.keys(written).filter((name): name is AskedName => name in written);

export const grid: readonly Asked[] = names.flatMap((name) =>
  written[name].map((text) => {
    const value = readSetting(name, text);
    if (value === undefined) throw new LawMistake(`${name} cannot be ${text}`);
    return { name, value };
  }),
);
