/**
 * Plants a mistake in a copy of the models or of the generated code, and gives the law that results from it.
 * planted.test.ts names single mistakes and what must be told of them; test/mutants makes thousands.
 */
import type { Law } from "./coreside.ts";
import { withHouseCopy, type HouseCopy } from "./housecopy.ts";
import type { Lists } from "./listed.ts";
import type { RuleLaw } from "./ruleside.ts";

export interface Plant {
  readonly kind: "guard" | "target" | "constant" | "deadline" | "update" | "answer";
  /** Below the house: models/... is generated anew after the edit, anything else is not. */
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly machine: string;
  /** What the report must name: the state, the event, and what differs. */
  readonly told: readonly [state: string, event: string, what: string];
}

type GeneratedLaw = Lists;
type GeneratedPolicy = Pick<Law, "policyNumbers">;
type CoreModule = Pick<Law, "makeStepLog" | "never">;
type StepModule = Pick<Law, "step">;
type Functions = Readonly<Record<string, unknown>>;

const parties = ["issuer", "venue", "custodian", "authority"];

/** The law that the generated code of a copy makes, with its rules; `impl` may lie in another folder there. */
export async function lawOf({ imported }: HouseCopy, impl = "impl"): Promise<Law & RuleLaw & Lists> {
  const law = await imported<GeneratedLaw>(`${impl}/generated/law.ts`, [
    "machineCores",
    "refusalCodes",
    "toldNames",
    "refusalClauses",
  ]);
  const policy = await imported<GeneratedPolicy>(`${impl}/generated/policy.ts`, ["policyNumbers"]);
  const core = await imported<CoreModule>(`${impl}/lifecycle/core.ts`, ["makeStepLog", "never"]);
  const { step } = await imported<StepModule>(`${impl}/lifecycle/step.ts`, ["step"]);
  const rules: readonly Functions[] = await Promise.all(
    parties.map((party) => imported<Functions>(`${impl}/generated/rules/${party}.ts`, [])),
  );
  const functions = Object.fromEntries(rules.flatMap((module) => Object.entries(module)));
  return { ...law, ...policy, ...core, step, functions };
}

/** The law with the mistake in it, handed to what compares it; the copy is gone when that is done. */
export const planted = <A>(plant: Plant, use: (law: Law) => A): Promise<A> =>
  withHouseCopy(async (copy) => {
    copy.edit(plant.file, plant.from, plant.to);
    if (plant.file.startsWith("models/")) await copy.regenerate();
    return use(await lawOf(copy));
  });
