/**
 * Plants a mistake in a copy of the models or of the generated code, and gives the law that results from it.
 * The copy lies below .entrylog/, where packages are found as anywhere in the house, and is removed afterwards.
 * An edit replaces exact text and must find it, so that a plant cannot quietly change nothing.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { generateAll } from "../../impl/generate/generate.ts";
import type { Law } from "./coreside.ts";

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

const house = fileURLToPath(new URL("../..", import.meta.url));

type GeneratedLaw = Pick<Law, "machineCores" | "refusalCodes" | "toldNames">;
type GeneratedPolicy = Pick<Law, "policyNumbers">;
type CoreModule = Pick<Law, "makeStepLog" | "never">;
type StepModule = Pick<Law, "step">;
interface Generator {
  readonly generateAll: typeof generateAll;
}

/** Takes a module for what the original is, if it exports the same names. */
const exporting =
  <Module extends object>(names: readonly (keyof Module)[]) =>
  (found: unknown): found is Module =>
    typeof found === "object" && found !== null && names.every((name) => name in found);

async function imported<Module extends object>(
  path: string,
  names: readonly (keyof Module)[],
): Promise<Module> {
  const found: unknown = await import(/* @vite-ignore */ pathToFileURL(path).href);
  if (!exporting<Module>(names)(found)) throw new Error(`${path} does not export ${names.join(", ")}`);
  return found;
}

const regenerate = async (copy: string): Promise<void> => {
  const generator = await imported<Generator>(join(copy, "impl/generate/generate.ts"), ["generateAll"]);
  const generated = await generator.generateAll();
  if (!("files" in generated)) throw new Error(`the linter refuses the plant: ${JSON.stringify(generated)}`);
  for (const [path, text] of generated.files) {
    const file = join(copy, "impl/generated", path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
};

const edit = (path: string, from: string, to: string): void => {
  const text = readFileSync(path, "utf8");
  if (!text.includes(from)) throw new Error(`${path} does not say ${from}`);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
};

/** The law with the mistake in it, handed to what compares it; the copy is gone when that is done. */
export async function planted<A>(plant: Plant, use: (law: Law) => A): Promise<A> {
  mkdirSync(join(house, ".entrylog"), { recursive: true });
  const copy = mkdtempSync(join(house, ".entrylog", "planted-"));
  try {
    for (const folder of ["models", "impl"])
      cpSync(join(house, folder), join(copy, folder), { recursive: true });
    edit(join(copy, plant.file), plant.from, plant.to);
    if (plant.file.startsWith("models/")) await regenerate(copy);
    const impl = join(copy, "impl");
    const law = await imported<GeneratedLaw>(join(impl, "generated/law.ts"), [
      "machineCores",
      "refusalCodes",
      "toldNames",
    ]);
    const policy = await imported<GeneratedPolicy>(join(impl, "generated/policy.ts"), ["policyNumbers"]);
    const core = await imported<CoreModule>(join(impl, "lifecycle/core.ts"), ["makeStepLog", "never"]);
    const { step } = await imported<StepModule>(join(impl, "lifecycle/step.ts"), ["step"]);
    return use({ ...law, ...policy, ...core, step });
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
