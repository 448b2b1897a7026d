// The programs outside npm that some suites need as an independent opinion: a browser, a QR reader, a database shell.
// The driver of `npm test` installs or lists them, and test/with-tool.ts asks here whether one is there.
// It finds programs and names their Debian packages; it installs nothing itself.
import { accessSync, constants, readdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";

export type ToolName = "chromium" | "zbarimg" | "sqlite3";

export interface Tool {
  readonly name: ToolName;
  /** The names under which it may be found on the PATH. */
  readonly programs: readonly string[];
  readonly debianPackage: string;
}

export const tools: readonly Tool[] = [
  {
    name: "chromium",
    programs: ["chromium", "chromium-browser", "google-chrome"],
    debianPackage: "chromium",
  },
  { name: "zbarimg", programs: ["zbarimg"], debianPackage: "zbar-tools" },
  { name: "sqlite3", programs: ["sqlite3"], debianPackage: "sqlite3" },
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where the program lies, or undefined when this machine does not have it. */
export function toolPath(name: ToolName): string | undefined {
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const programs = tools.find((tool) => tool.name === name)?.programs ?? [];
  return programs.flatMap((program) => folders.map((folder) => join(folder, program))).find(isExecutable);
}

/** The test files that ask for the tool, read from the files themselves so that no list can go stale. */
export function suitesNeeding(name: ToolName, testFolder: string): readonly string[] {
  return readdirSync(testFolder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .filter((file) => readFileSync(join(testFolder, file), "utf8").includes(`withTool("${name}"`))
    .map((file) => `test/${file}`)
    .sort();
}
