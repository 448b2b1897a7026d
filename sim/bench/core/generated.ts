// Our side of the core row: the generated core of the verification machine over typed-array columns.
// A step lets what is due expire, takes the event or refuses it, and an account that has ended makes room for a new one.
// It measures nothing and knows nothing of the other side.
import { Effect } from "effect";
import {
  makeVerificationColumns,
  restVerification,
  stepVerification,
  type VerificationColumns,
} from "../../../impl/generated/core/verification.ts";
import { machineCores, refusalCodes, toldNames } from "../../../impl/generated/law.ts";
import { policyNumbers, type PolicyNumbers } from "../../../impl/generated/policy.ts";
import { makeStepLog, never, type StepLog } from "../../../impl/lifecycle/core.ts";
import type { Policy } from "../../../models/policy.ts";
import { verification } from "../../../models/verification.ts";
import type { Side } from "../sides.ts";
import { fieldNames, makeDigest, stateNames } from "./standing.ts";
import { stepsOf, type Steps } from "./steps.ts";

const gone = stateNames.indexOf("erased");
const machine = machineCores.find(({ id }) => id === verification.id);

const restAll = (rows: VerificationColumns): void => {
  for (let slot = 0; slot < rows.state.length; slot += 1) restVerification(rows, slot);
};

const runSteps = (steps: Steps, rows: VerificationColumns, policy: PolicyNumbers, log: StepLog): void => {
  const { count, slot: slots, event, matches, now } = steps;
  for (let step = 0; step < count; step += 1) {
    const slot = slots[step] ?? 0;
    log.length = 0;
    stepVerification(rows, slot, event[step] ?? 0, matches[step] ?? 0, now[step] ?? 0, policy, log);
    if (rows.state[slot] === gone) restVerification(rows, slot);
  }
};

/** What each step told and refused, as words. */
const answersOf = (steps: Steps, policy: PolicyNumbers): string => {
  const rows = makeVerificationColumns(steps.instances);
  const log = makeStepLog();
  const digest = makeDigest();
  for (let step = 0; step < steps.count; step += 1) {
    const slot = steps.slot[step] ?? 0;
    log.length = 0;
    const given = {
      event: steps.event[step] ?? 0,
      matches: steps.matches[step] ?? 0,
      now: steps.now[step] ?? 0,
    };
    stepVerification(rows, slot, given.event, given.matches, given.now, policy, log);
    const words: string[] = [];
    for (let entry = 0; entry < log.length; entry += 1) {
      const taken = machine?.transitions[(log.transition[entry] ?? 0) - 1];
      words.push(toldNames[taken?.told ?? 0] ?? "", refusalCodes[taken?.refusal ?? 0] ?? "");
    }
    digest.answer(words.filter((word) => word !== ""));
    if (rows.state[slot] === gone) restVerification(rows, slot);
  }
  return digest.text();
};

const standingOf = (rows: VerificationColumns, sample: number): string => {
  const columns: Readonly<Record<string, unknown>> = { ...rows };
  const digest = makeDigest();
  for (let slot = 0; slot < sample; slot += 1) {
    const fields = fieldNames.map((name) => {
      const column = columns[name];
      const value = column instanceof Int32Array || column instanceof Float64Array ? column[slot] : undefined;
      return value === undefined || value === never ? null : value;
    });
    digest.line(stateNames[rows.state[slot] ?? 0] ?? "", fields);
  }
  return digest.text();
};

/** The generated core over all the steps; its outcome speaks of the first instances, `sample` many. */
export const generatedSide = (steps: Steps, sample: number, policy: Policy): Side<never> => {
  const rows = makeVerificationColumns(steps.instances);
  const numbers = policyNumbers(policy);
  const log = makeStepLog();
  let answers: string | undefined;
  return {
    ready: () => Effect.sync(() => restAll(rows)),
    work: () =>
      Effect.sync(() => {
        runSteps(steps, rows, numbers, log);
        return steps.count;
      }),
    outcome: () =>
      Effect.sync(() => {
        answers ??= answersOf(stepsOf(steps, sample), numbers);
        return `${standingOf(rows, sample)} ${answers}`;
      }),
  };
};
