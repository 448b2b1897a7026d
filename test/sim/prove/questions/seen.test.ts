// The commands that the open questions print, each under an answer: what they name is there, and shows what the answer says.
// Examples are looked for under the very titles that vitest gives them, because a title cut short would run nothing and pass.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { commands } from "../../../../sim/commands.ts";
import { proveCommand } from "../../../../sim/prove/command.ts";
import { seen } from "../../../../sim/prove/questions/seen.ts";
import { stories } from "../../../clauses/stories.ts";
import { root } from "../../../house/source-files.ts";
import { runCommand } from "../running.ts";

const shown = Object.entries(seen);

/** An argument in quotes, or up to the next space, as a shell would take it. */
const argumentsIn = (line: string): readonly string[] =>
  [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? "");

const titles = shown.flatMap(([id, line]) => {
  const title = /^npm test -- test\/clauses -t "([^"]+)"$/.exec(line)?.[1];
  return title === undefined ? [] : [{ id, title }];
});
const files = shown.flatMap(([, line]) => /^npm test -- (\S+\.test\.ts)$/.exec(line)?.[1] ?? []);
const programs = shown.flatMap(([, line]) => /^npm run -s entrylog -- (.+)$/.exec(line)?.[1] ?? []);

it("every command is an example, a file of tests or a command of the program", () => {
  expect(shown.length).toBeGreaterThan(8);
  expect(titles.length + files.length + programs.length).toBe(shown.length);
});

/** Whether `-t` would choose an example: vitest takes the title as a pattern. */
const chosenBy = (title: string) => stories.filter(({ says }) => new RegExp(title).test(says));

describe("examples said by hand", () => {
  it.each(titles)("for $id there is one: $title", ({ title }) => {
    expect(chosenBy(title).length).toBeGreaterThan(0);
  });

  // Run here under the title that test/clauses gives a story, which is what `-t` is held against.
  it("are titled by what they say", () => {
    expect(readFileSync(join(root, "test/clauses/clauses.test.ts"), "utf8")).toContain(
      'it.each(run)("$clause, $subject: $says"',
    );
  });
  const chosen = titles.flatMap(({ title }) => chosenBy(title).map((story) => ({ ...story, title })));
  it.for(chosen)("$clause, $subject: $says", ({ title }, { task }) => {
    expect(task.name).toMatch(new RegExp(title));
  });
});

describe("files of tests and commands of the program", () => {
  it("are there", () => {
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    const names: readonly string[] = Object.keys(commands);
    expect(programs.filter((line) => !names.includes(argumentsIn(line)[0] ?? ""))).toEqual([]);
  });

  const says = "and the search runs and says what its answer says, 72 h less a millisecond";
  it(says, { timeout: 300_000 }, async () => {
    const line = programs.find((one) => one.startsWith("prove "));
    const [, ...given] = argumentsIn(line ?? "");
    expect(given).toContain("--longest");
    const { code, text } = await runCommand(proveCommand, ...given);
    expect(code).toBe(0);
    expect(text).toContain("71 hours 59 minutes 59 seconds 999 milliseconds at the most");
    expect(text).toMatch(/^ {2}.*The custodian is asked to release the records of the case\.$/m);
  });
});
