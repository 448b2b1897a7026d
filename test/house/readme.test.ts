// The README is tried: its commands with small numbers, its links, its picture against the generated one, its promises against the law.
// Commands that begin a whole test run are not started from inside one; what they name must be there.
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { properties } from "../../models/properties.ts";
import { root, textOf } from "./source-files.ts";

const readme = textOf("README.md");
const scratch = mkdtempSync(join(tmpdir(), "entrylog-readme-"));
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

const fenced = [...readme.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = "", text = ""]) => ({
  language,
  text,
}));
const commands = fenced
  .filter(({ language }) => language === "")
  .flatMap(({ text }) => text.trim().split("\n"));
/** Commands between backticks within a sentence or a table. */
const inline = [...readme.matchAll(/`(npm [^`\n]+)`/g)].map(([, command = ""]) => command);

describe("the commands of the README", () => {
  const runs = commands.filter((command) => /^npm (run -s entrylog -- |start)/.test(command));
  const tests = [...commands, ...inline].filter((command) => command.startsWith("npm test"));

  it("are those that start the program, and npm test", () => {
    expect(commands.filter((command) => !runs.includes(command) && !tests.includes(command))).toEqual([]);
    expect(commands.slice(0, 2)).toEqual(["npm start", "npm test"]);
    expect(runs.length).toBeGreaterThan(4);
  });

  /** What a command is run with here: its own flags, a small size, and a place of its own for what it writes. */
  const argumentsOf = (command: string, place: string): readonly string[] => {
    const given = command
      .replace(/^npm (run -s entrylog -- |(start)( -- )?)/, "$2 ")
      .split(" ")
      .filter(Boolean);
    const [name] = given;
    if (name === "atlas") return [...given, "--out", `${place}.html`];
    if (name === "bench") return [...given, "--quick"];
    // The smallest slice; the larger ones are counted in test/sim/prove.
    if (name === "prove") return given.map((word, at) => (given[at - 1] === "--slice" ? "gate" : word));
    if (name !== "start" && name !== "simulate") return given;
    const first = given.findIndex((word) => word.startsWith("--"));
    const words = first === -1 ? given : given.slice(0, first);
    const flags = new Map<string, string>();
    given.slice(words.length).forEach((word, index, all) => {
      if (word.startsWith("--")) flags.set(word, all[index + 1] ?? "");
    });
    flags.set("--people", "300").set("--venues", "12").set("--days", "1").set("--out", place);
    return [...words, ...[...flags].toSorted().flat()];
  };

  const endsByItself = (command: string): boolean => !/ -- (serve|demo)\b/.test(command);
  /** Two commands that are the same once they are small are run once. */
  const different = Map.groupBy(runs.filter(endsByItself), (command) => argumentsOf(command, "").join(" "));

  it.each([...different.values()].map((all, number) => ({ command: all.join(", "), number })))(
    "$command",
    ({ command: said, number }) => {
      const [command = ""] = said.split(", ");
      const place = join(scratch, `of-${String(number)}`);
      const call = ["entrylog.ts", ...argumentsOf(command, place)];
      const { status, stdout, stderr } = spawnSync(process.execPath, call, { cwd: root, encoding: "utf8" });
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout.length).toBeGreaterThan(40);
      if (command.startsWith("npm start")) expect(existsSync(join(place, "policy.html"))).toBe(true);
    },
    120_000,
  );

  const parties = ["authority", "board", "custodian", "issuer-1", "issuer-2", "venue"];

  it.each([...new Set(runs)].filter((command) => !endsByItself(command)))(
    "%s, until it is told to stop",
    async (command) => {
      const given = argumentsOf(command, scratch).filter(
        (word, at, all) => ![word, all[at - 1]].includes("--dir"),
      );
      const call = ["entrylog.ts", ...given, "--dir", join(scratch, given[0] ?? ""), "--free-ports"];
      const child = spawn(process.execPath, call, {
        cwd: root,
      });
      let printed = "";
      const runs = new Promise<void>((resolve, reject) => {
        child.stdout.setEncoding("utf8").on("data", (text: string) => {
          printed += text;
          if (printed.includes("Everybody runs")) resolve();
        });
        child.once("exit", () => {
          reject(new Error(`it ended by itself: ${printed}`));
        });
      });
      await runs;
      const addresses = [...printed.matchAll(/^(\S+) (?:public )?(http:\S+)$/gm)].filter(([, name = ""]) =>
        parties.includes(name),
      );
      expect(addresses.map(([, name]) => name).sort()).toEqual(parties);
      for (const [, , address = ""] of addresses) {
        const answer = await fetch(`${address}/health`);
        expect({ address, status: answer.status }).toEqual({ address, status: 200 });
      }
      child.kill("SIGINT");
      await once(child, "exit");
    },
    120_000,
  );

  it.each([...new Set(inline.filter((command) => /^npm (run|start)/.test(command)))])(
    "within a sentence, %s, are among those that were run",
    (command) => {
      const name = command.split(" ")[command.startsWith("npm run") ? 4 : 1];
      const tried = runs.map((run) => run.split(" ")[run.startsWith("npm run") ? 4 : 1]);
      expect(tried).toContain(name);
    },
  );

  it("name scripts and test files that exist", () => {
    expect(packageJson.scripts.test).toBe("node test/run.ts");
    expect(packageJson.scripts.start).toMatch(/\btsx entrylog\.ts start$/);
    expect(packageJson.scripts.entrylog).toMatch(/\btsx entrylog\.ts$/);
    const named = tests.flatMap((command) => command.split(" ").slice(3));
    expect(named.length).toBeGreaterThan(3);
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});

describe("what the README points to", () => {
  it("is there", () => {
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, target = ""]) => target);
    const paths = [...readme.matchAll(/`((?:models|impl|sim|viz|test)\/[\w./-]*)`/g)].map(
      ([, path = ""]) => path,
    );
    expect(links[0]).toBe("viz/atlas.html");
    expect(links.length).toBeGreaterThan(2);
    expect(paths.length).toBeGreaterThan(4);
    const near = [...links, ...paths].filter((target) => !/^https?:/.test(target));
    expect(near.filter((target) => !existsSync(join(root, target.replace(/#.*$/, ""))))).toEqual([]);
  });
});

describe("the picture of the README", () => {
  it("is the one that the models give", () => {
    const shown = fenced.filter(({ language }) => language === "mermaid").map(({ text }) => text.trim());
    const [stamp = "", ...lines] = textOf("impl/generated/diagrams/disclosure.mmd").split("\n");
    expect(stamp).toMatch(/^%% Generated/);
    expect(shown).toEqual([lines.join("\n").trim()]);
  });
});

describe("the promises of the README", () => {
  const table = readme
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) => line.split("|")[1] ?? "");
  const named = table.flatMap((cell) => [...cell.matchAll(/`([a-z-]+)`/g)].map(([, id = ""]) => id));
  const ids: readonly string[] = properties.map(({ id }) => id);

  it("are those of the law, each named once", () => {
    expect(named.filter((name) => name.includes("-")).toSorted()).toEqual([...ids].toSorted());
  });
});
