/**
 * The seed of the random tests of this folder, and how a failure says what reproduces it.
 * CI draws the same cases every time; `FC_SEED=...` draws others.
 */
import fc from "fast-check";

const fixed = 20_200_701;

export const seed = Number.parseInt(process.env["FC_SEED"] ?? "", 10) || fixed;

/** Checks a property of a file of this folder, or of one named by its whole path; fails with its shrunk counterexample and the one command that reproduces it. */
export function check<T>(property: fc.IProperty<T>, file: string, numRuns: number): void {
  const details = fc.check(property, { seed, numRuns });
  if (!details.failed) return;
  const path = file.includes("/") ? file : `test/equal/${file}`;
  const command = `FC_SEED=${String(seed)} npm run -s vitest -- ${path}`;
  const cause =
    details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance);
  throw new Error(`${fc.defaultReportMessage(details)}\n\n${cause}\n\nTo reproduce: ${command}`);
}
