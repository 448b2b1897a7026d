/**
 * The grave mistakes as a class of the report, judged in a process of their own: a vitest inside a vitest would share its workers.
 * The sample in every run of the tests has them for the services; all others are Stryker's.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { graveMistakes } from "./gravemistakes.ts";
import type { GraveVerdicts } from "./gravejudging.ts";
import type { ClassReport } from "./report.ts";

const isVerdicts = (found: unknown): found is GraveVerdicts =>
  typeof found === "object" && found !== null && "unplanted" in found && "judged" in found;

const printedBy = (file: string): Promise<string> =>
  new Promise((resolve, reject) => {
    // What the test runner around tells its own workers is not for this one.
    const env = Object.fromEntries(
      Object.entries(process.env).filter(([name]) => !name.startsWith("VITEST")),
    );
    const child = spawn(process.execPath, [file], { stdio: ["ignore", "pipe", "inherit"], env });
    let printed = "";
    child.stdout.setEncoding("utf8");
    child.stdout.on("data", (text: string) => (printed += text));
    child.on("error", reject);
    child.on("close", () => {
      resolve(printed);
    });
  });

/** Judges all of them; it fails where the right program does not pass the tests, because then nothing is shown. */
export async function judgedGraveMistakes(): Promise<ClassReport> {
  const printed = await printedBy(fileURLToPath(new URL("./gravejudging.ts", import.meta.url)));
  const found: unknown = JSON.parse(printed.trim().split("\n").at(-1) ?? "");
  if (!isVerdicts(found)) throw new Error(`no verdicts on grave mistakes: ${printed.slice(-500)}`);
  if (found.unplanted !== "") throw new Error(`without any mistake this fails: ${found.unplanted}`);
  return { class: "services", all: graveMistakes.length, judged: found.judged };
}
