// The files of a page are made once for each state of its sources: the second time they are read, a changed word makes them anew,
// and what is kept but broken is made again. A page that cannot be made, or is too large, says so and stops the start.
// The pages of this suite lie in folders of its own.
import { existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Effect, Exit } from "effect";
import { describe, expect, it, onTestFinished } from "vitest";
import { bundled } from "../../../impl/page/bundled.ts";
import { bundleBytesMost } from "../../../impl/page/bundling.ts";
import { boardPageFolder } from "../../../impl/board/page.ts";
import { freshFolder } from "../store/freshfolder.ts";

const kept = fileURLToPath(new URL("../../../.entrylog/pages/", import.meta.url));

const newPage = (program: string) => {
  const place = freshFolder();
  const name = `${basename(dirname(place))}-${basename(place)}-`;
  const files = () => (existsSync(kept) ? readdirSync(kept).filter((each) => each.startsWith(name)) : []);
  onTestFinished(() => {
    for (const each of files()) rmSync(join(kept, each));
  });
  const write = (text: string) => writeFileSync(join(place, "program.ts"), text);
  write(program);
  writeFileSync(join(place, "style.css"), "p { color: red }");
  return { write, files, make: Effect.exit(bundled(pathToFileURL(`${place}/`))) };
};

const made = async ({ make }: ReturnType<typeof newPage>) => {
  const exit = await Effect.runPromise(make);
  return Exit.isSuccess(exit) ? exit.value : expect.unreachable(String(exit.cause));
};

describe("a page's files", () => {
  it("are one program and one style, and are read the second time", async () => {
    const page = newPage("const word: string = 'first'; document.title = word;");
    const first = await made(page);
    expect(Object.keys(first)).toEqual(["program.js", "style.css"]);
    expect(first["program.js"]).toContain("first");
    const [file = ""] = page.files();
    // Whatever stands there is what is served: so it was read, and not made.
    writeFileSync(join(kept, file), JSON.stringify({ "program.js": "read" }));
    expect(await made(page)).toEqual({ "program.js": "read" });
  });

  it("are made anew when a word of their sources changes, and the old ones go", async () => {
    const page = newPage("document.title = 'first';");
    await made(page);
    const before = page.files();
    page.write("document.title = 'second';");
    expect((await made(page))["program.js"]).toContain("second");
    expect(page.files()).toHaveLength(1);
    expect(page.files()).not.toEqual(before);
  });

  it("are made again where what is kept is broken", async () => {
    const page = newPage("document.title = 'first';");
    await made(page);
    const [file = ""] = page.files();
    writeFileSync(join(kept, file), '{"program.js": 7');
    expect((await made(page))["program.js"]).toContain("first");
  });

  it.each([
    ["is no program", "const = 7;", /program\.ts/],
    ["imports what is not there", 'import "./not-there.ts";', /not-there/],
    [
      "is too large",
      `document.title = "${"x".repeat(bundleBytesMost)}";`,
      new RegExp(`may have ${String(bundleBytesMost)}`),
    ],
  ])("cannot be made of what %s", async (_what, program, reason) => {
    const page = newPage(program);
    const exit = await Effect.runPromise(page.make);
    expect(String(exit)).toContain("PageUnmade: The page of this party could not be made");
    expect(String(exit)).toMatch(reason);
    expect(page.files()).toEqual([]);
  });

  it("hold nothing of a server, and no address of anybody else", async () => {
    const { "program.js": program = "", "style.css": style = "" } = await Effect.runPromise(
      bundled(boardPageFolder),
    );
    const ofServers = /process\.env|\brequire\(|\beval\(|new Function|\bBuffer\./g;
    expect([...program.matchAll(ofServers)].map(([found]) => found)).toEqual([]);
    const addresses = [...`${program}${style}`.matchAll(/https?:\/\/[\w./-]+/g)].map(([address]) => address);
    expect(addresses.filter((address) => !address.startsWith("http://www.w3.org/"))).toEqual([]);
  });
});
