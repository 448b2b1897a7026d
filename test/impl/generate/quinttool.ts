// Runs the quint tool on a text: checks its types, or lets it run by itself and hands back the traces that it wrote.
// Only the TypeScript backend is asked, because it needs nothing from elsewhere.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const manifest = createRequire(import.meta.url).resolve("@informalsystems/quint/package.json");
const quint = join(dirname(manifest), "dist", "src", "cli.js");

export interface Said {
  readonly accepted: boolean;
  readonly output: string;
}

const ask = (parameters: readonly string[]): Said => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [quint, ...parameters], {
    encoding: "utf8",
  });
  return { accepted: status === 0, output: stdout + stderr };
};

/** Does something with the path of a text, in a folder that is removed again. */
function withText<Result>(text: string, use: (path: string, folder: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), "entrylog-quint-"));
  try {
    const path = join(folder, "slice.qnt");
    writeFileSync(path, text);
    return use(path, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const typecheck = (text: string): Said => withText(text, (path) => ask(["typecheck", path]));

export interface Running {
  readonly main: string;
  readonly init: string;
  readonly step: string;
  readonly invariants: readonly string[];
  readonly seed: number;
  /** So many runs, each with chances of its own. */
  readonly runs: number;
  readonly steps: number;
}

/** What was said, and the traces in the Informal Trace Format, as they were written. */
export interface Ran extends Said {
  readonly traces: readonly string[];
}

/** Lets quint run; it checks the types first, and ends with an error where they are wrong or an invariant is broken. */
export const run = (text: string, { main, init, step, invariants, seed, runs, steps }: Running): Ran =>
  withText(text, (path, folder) => {
    const said = ask([
      "run",
      path,
      "--backend=typescript",
      "--verbosity=1",
      `--main=${main}`,
      `--init=${init}`,
      `--step=${step}`,
      `--seed=${String(seed)}`,
      `--max-samples=${String(runs)}`,
      `--n-traces=${String(runs)}`,
      `--max-steps=${String(steps)}`,
      `--out-itf=${join(folder, "{seq}.itf.json")}`,
      "--invariants",
      ...invariants,
    ]);
    const written = readdirSync(folder).filter((name) => name.endsWith(".itf.json"));
    return { ...said, traces: written.toSorted().map((name) => readFileSync(join(folder, name), "utf8")) };
  });
