/**
 * Says which changed texts of files the compiler refuses: a mistake that never becomes a program needs no test.
 * All are compiled at once, each as a file of its own beside the one that it is a change of, over one reading of everything else.
 * A name that is no longer used is no mistake of types, so that it counts as compiled.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const house = fileURLToPath(new URL("../..", import.meta.url));

export interface ChangedText {
  /** Relative to the house. */
  readonly file: string;
  readonly text: string;
}

const optionsOfHouse = (): ts.CompilerOptions => {
  const read = ts.readConfigFile(join(house, "tsconfig.json"), (path) => readFileSync(path, "utf8"));
  const { options } = ts.parseJsonConfigFileContent(
    { ...read.config, include: [], files: [] },
    ts.sys,
    house,
  );
  return { ...options, noUnusedLocals: false, allowJs: false, checkJs: false };
};

/** For each text, in their order, what the compiler says against it; undefined where it is a program. */
export function refusalsOfCompiler(changed: readonly ChangedText[]): readonly (string | undefined)[] {
  if (changed.length === 0) return [];
  const paths = changed.map(({ file }, place) =>
    join(house, file).replace(/\.ts$/, `.changed${String(place)}.ts`),
  );
  const texts = new Map(paths.map((path, place) => [path, changed[place]?.text ?? ""]));
  const options = optionsOfHouse();
  const host = ts.createCompilerHost(options, true);
  const program = ts.createProgram(paths, options, {
    ...host,
    fileExists: (path) => texts.has(path) || existsSync(path),
    readFile: (path) => texts.get(path) ?? host.readFile(path),
    getSourceFile: (path, version) => {
      const text = texts.get(path);
      return text === undefined
        ? host.getSourceFile(path, version)
        : ts.createSourceFile(path, text, version, true);
    },
  });
  return paths.map((path) => {
    const file = program.getSourceFile(path);
    if (file === undefined) throw new Error(`the compiler does not see ${path}`);
    const [first] = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
    return first === undefined ? undefined : ts.flattenDiagnosticMessageText(first.messageText, " ");
  });
}
