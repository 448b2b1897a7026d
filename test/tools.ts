// The programs outside npm that some suites need as an independent opinion: a browser, a QR reader, a model checker, a compiler.
// The driver of `npm test` installs or lists them, and test/with-tool.ts asks here whether one is there.
// It finds programs and names their Debian packages; it installs nothing itself.
import { accessSync, constants, existsSync, readdirSync, readFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pythonWithSimPy } from "../sim/bench/city/toolchain.ts";
import { debianPackages } from "../sim/debian.ts";
import { suitesOnBothStores } from "./setup/bothstores.ts";

export type ToolName =
  "chromium" | "zbarimg" | "sqlite3" | "qscxmlc" | "g++" | "gcc" | "spin" | "postgres" | "simpy" | "wrk";

export interface Tool {
  readonly name: ToolName;
  /** The names under which it may be found. */
  readonly programs: readonly string[];
  /** Where else it may lie than on the PATH. */
  readonly folders?: readonly string[];
  /** Where it lies, for what is no program of its own. */
  readonly find?: () => string | undefined;
  /** Other tools without which it is of no use. */
  readonly needs?: readonly ToolName[];
  /** All that has to be installed for it, other tools that it needs included. */
  readonly debianPackages: readonly string[];
}

const debianPostgres = "/usr/lib/postgresql";
const postgresFolders = (): readonly string[] =>
  existsSync(debianPostgres)
    ? readdirSync(debianPostgres).map((version) => join(debianPostgres, version, "bin"))
    : [];

export const tools: readonly Tool[] = [
  {
    name: "chromium",
    programs: ["chromium", "chromium-browser", "google-chrome"],
    debianPackages: ["chromium"],
  },
  { name: "zbarimg", programs: ["zbarimg"], debianPackages: ["zbar-tools"] },
  { name: "sqlite3", programs: ["sqlite3"], debianPackages: ["sqlite3"] },
  {
    name: "qscxmlc",
    programs: ["qscxmlc", "qscxmlc-qt6"],
    // Qt keeps the tools that only its build systems call away from the PATH.
    folders: ["/usr/lib/qt6/libexec", "/usr/lib64/qt6/libexec"],
    debianPackages: ["qt6-scxml-dev", "libqt6scxml6-bin"],
  },
  { name: "g++", programs: ["g++"], debianPackages: debianPackages["g++"] },
  { name: "gcc", programs: ["gcc"], debianPackages: ["gcc", "libc6-dev"] },
  // What spin writes is C, which has to be compiled before it searches anything.
  { name: "spin", programs: ["spin"], needs: ["gcc"], debianPackages: debianPackages.spin },
  { name: "wrk", programs: ["wrk"], debianPackages: debianPackages.wrk },
  {
    name: "postgres",
    programs: ["postgres"],
    // Debian keeps the server's programs in a folder a version, away from the PATH.
    folders: postgresFolders(),
    debianPackages: debianPackages.postgres,
  },
  // A library, found through a Python that has it.
  { name: "simpy", programs: [], find: pythonWithSimPy, debianPackages: debianPackages.simpy },
];

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where the program lies, or undefined when this machine does not have it or what it needs. */
export function toolPath(name: ToolName): string | undefined {
  const tool = tools.find((candidate) => candidate.name === name);
  if (tool === undefined || tool.needs?.some((needed) => toolPath(needed) === undefined)) return undefined;
  if (tool.find !== undefined) return tool.find();
  const folders = [...(process.env["PATH"] ?? "").split(delimiter), ...(tool.folders ?? [])];
  return tool.programs
    .flatMap((program) => folders.map((folder) => join(folder, program)))
    .find(isExecutable);
}

/** The test files that ask for the tool, read from the files themselves so that no list can go stale. */
export function suitesNeeding(name: ToolName, testFolder: string): readonly string[] {
  const asking = readdirSync(testFolder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .filter((file) => readFileSync(join(testFolder, file), "utf8").includes(`withTool("${name}"`))
    .map((file) => `test/${file}`);
  // The second round of a suite on both stores has to be listed too when it cannot run.
  const again = suitesOnBothStores.filter((suite) => existsSync(join(testFolder, "..", suite)));
  return [...asking, ...(name === "postgres" ? again : [])].sort();
}
