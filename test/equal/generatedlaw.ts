/**
 * The law as it is committed: the generated modules of impl/, put together as the comparison wants them.
 * The tests of this folder compare it with XState; planted.test.ts compares copies of it.
 */
import { machineCores, refusalCodes, toldNames } from "../../impl/generated/law.ts";
import { policyNumbers } from "../../impl/generated/policy.ts";
import { makeStepLog, never } from "../../impl/lifecycle/core.ts";
import { step } from "../../impl/lifecycle/step.ts";
import type { Law } from "./coreside.ts";

export const generatedLaw: Law = {
  machineCores,
  refusalCodes,
  toldNames,
  policyNumbers,
  step,
  makeStepLog,
  never,
};
