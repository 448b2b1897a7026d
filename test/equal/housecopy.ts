/**
 * A copy of models/ and impl/ below .entrylog/, where packages are found as anywhere in the house, for planting mistakes in.
 * planting.ts and test/mutants change texts in it, generate anew there, and import what results; nothing of the house itself is touched.
 * It is removed when whoever asked for it is done.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { generateAll } from "../../impl/generate/generate.ts";

const house = fileURLToPath(new URL("../..", import.meta.url));

export interface HouseCopy {
  readonly folder: string;
  readonly textOf: (path: string) => string;
  readonly write: (path: string, text: string) => void;
  /** Replaces exact text and must find it, so that an edit cannot quietly change nothing. */
  readonly edit: (path: string, from: string, to: string) => void;
  /** A module of the copy, if it exports these names. */
  readonly imported: <Module extends object>(
    path: string,
    names: readonly (keyof Module)[],
  ) => Promise<Module>;
  /** Generates anew from the models of the copy, by the generator of the copy. */
  readonly regenerate: () => Promise<void>;
}

interface Generator {
  readonly generateAll: typeof generateAll;
}

/** Takes a module for what the original is, if it exports the same names. */
const exporting =
  <Module extends object>(names: readonly (keyof Module)[]) =>
  (found: unknown): found is Module =>
    typeof found === "object" && found !== null && names.every((name) => name in found);

const handleOf = (folder: string): HouseCopy => {
  const textOf = (path: string): string => readFileSync(join(folder, path), "utf8");
  const write = (path: string, text: string): void => {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  const imported: HouseCopy["imported"] = async <Module extends object>(
    path: string,
    names: readonly (keyof Module)[],
  ) => {
    const found: unknown = await import(/* @vite-ignore */ pathToFileURL(join(folder, path)).href);
    if (!exporting<Module>(names)(found)) throw new Error(`${path} does not export ${names.join(", ")}`);
    return found;
  };
  return {
    folder,
    textOf,
    write,
    imported,
    edit: (path, from, to) => {
      const text = textOf(path);
      if (!text.includes(from)) throw new Error(`${path} does not say ${from}`);
      write(
        path,
        text.replace(from, () => to),
      );
    },
    regenerate: async () => {
      const generator = await imported<Generator>("impl/generate/generate.ts", ["generateAll"]);
      const generated = await generator.generateAll();
      if (!("files" in generated))
        throw new Error(`the linter refuses the plant: ${JSON.stringify(generated)}`);
      for (const [path, text] of generated.files) write(join("impl/generated", path), text);
    },
  };
};

/** Hands a fresh copy over, and removes it when that is done. */
export async function withHouseCopy<A>(use: (copy: HouseCopy) => Promise<A>): Promise<A> {
  mkdirSync(join(house, ".entrylog"), { recursive: true });
  const folder = mkdtempSync(join(house, ".entrylog", "planted-"));
  try {
    for (const part of ["models", "impl"]) cpSync(join(house, part), join(folder, part), { recursive: true });
    return await use(handleOf(folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
