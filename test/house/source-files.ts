// The files of this repository as the tests of the house see them: what people wrote, without what tools made.
// root, tidy and seven-packages read their lists from here, so that none of them can overlook a folder of its own.
// It walks the folders instead of asking git, so that it also works on an unpacked archive.
import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));

const notOurs = new Set(["node_modules", ".git", ".entrylog"]);

function walk(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (notOurs.has(entry.name)) return [];
    const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? walk(path) : [path];
  });
}

/** Every file, as a path from the root with forward slashes. */
export const files: readonly string[] = walk("").map((path) => path.split(sep).join("/"));

const isMade = (path: string): boolean => path.startsWith("impl/generated/") || path === "viz/atlas.html";

/** Programs written by hand: what `generate` and `atlas` made is left out, as are data and prose. */
export const handWritten: readonly string[] = files.filter(
  (path) => /\.(ts|js|mjs|cjs|css|html)$/.test(path) && !isMade(path),
);

export function textOf(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** Where a pattern stands, as `file:line`, so that a failure can be clicked. */
export function placesOf(pattern: RegExp, paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) =>
    textOf(path)
      .split("\n")
      .flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
}
