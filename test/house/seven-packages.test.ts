// The seven packages that entrylog says it is built on are in real use: each is named with where and what for.
// A package that is only installed, or only mentioned, does not count.
// `npm test -- test/house/seven-packages` prints the places.
import { describe, expect, it } from "vitest";
import { files, textOf } from "./source-files.ts";

const sources = files.filter((path) => path.endsWith(".ts"));

/** Files under a folder that import something, not only a type, from the package. */
function importers(name: string, folders: RegExp): readonly string[] {
  const escaped = name.replace("/", "\\/");
  const imports = new RegExp(`^import (?!type )[^;]*? from "${escaped}(\\/[^"]+|-[a-z]+)?";`, "m");
  return sources.filter((path) => folders.test(path) && imports.test(textOf(path)));
}

const uses = [
  { name: "xstate", where: /^models\//, purpose: "the machines are XState machines" },
  { name: "@xstate/test", where: /^test\//, purpose: "it generates paths through the machines" },
  { name: "effect", where: /^impl\//, purpose: "the parties are Effect services" },
  { name: "fast-check", where: /^test\//, purpose: "it draws and shrinks timed histories" },
  { name: "d3", where: /^viz\//, purpose: "it paints the machines and the curves" },
  { name: "vitest", where: /^test\//, purpose: "it runs the tests" },
] as const;

describe("the seven packages", () => {
  it.each(uses)("$name: $purpose", ({ name, where }) => {
    const found = importers(name, where);
    process.stdout.write(`${name}: ${found.slice(0, 3).join(", ")}${found.length > 3 ? ", …" : ""}\n`);
    expect(found).not.toEqual([]);
  });

  it("tsx: it starts the front door", () => {
    const scripts = textOf("package.json");
    expect(scripts).toContain('"entrylog": "node --import tsx entrylog.ts"');
    expect(scripts).toContain('"start": "node --import tsx entrylog.ts start"');
  });
});
