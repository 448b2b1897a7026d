// `tour` as people type it: its flags, its output on the console, a mistake in a flag, and a reader that goes away.
// The story itself is tested beside this file.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Console, Effect, Exit } from "effect";
import { Command } from "effect/cli";
import { expect, it } from "vitest";
import { tourCommand } from "../../../sim/tour/command.ts";
import { root } from "../../house/source-files.ts";
import { inFreshFolder, namesIn } from "./taking.ts";

const run = (...given: readonly string[]) =>
  inFreshFolder(async () => {
    const printed: string[] = [];
    const heard: Console.Console = {
      ...console,
      log: (line: string) => void printed.push(line),
      error: (line: string) => void printed.push(line),
    };
    const running = Command.runWith(tourCommand, { version: "0" })(given).pipe(
      Effect.provideService(Console.Console, heard),
      Effect.provide(NodeServices.layer),
    );
    return { exit: await Effect.runPromiseExit(running), text: printed.join("\n") };
  });

it("tells the story in English when no language is given", async () => {
  const { exit, text } = await run();
  expect(Exit.isSuccess(exit)).toBe(true);
  expect(text).toContain("The story is over");
});

it("tells it in Korean with --lang ko", async () => {
  const { exit, text } = await run("--lang", "ko");
  expect(Exit.isSuccess(exit)).toBe(true);
  expect(text).toContain("이야기가 끝났습니다");
});

it("refuses a language that there is none of", async () => {
  const { exit, text } = await run("--lang", "fr");
  expect(Exit.isSuccess(exit)).toBe(false);
  expect(text).not.toContain("19:00:00");
});

it("leaves no store behind when its reader goes away in the midst of it", async () => {
  const left = await inFreshFolder(async (folder) => {
    const child = spawn(process.execPath, [join(root, "entrylog.ts"), "tour"], {
      cwd: root,
      env: { ...process.env, TMPDIR: folder },
    });
    await once(child.stdout, "data");
    expect(namesIn(folder).some((name) => name.startsWith("entrylog-tour-"))).toBe(true);
    child.stdout.destroy();
    await once(child, "exit");
    return namesIn(folder).filter((name) => name.startsWith("entrylog-tour-"));
  });
  expect(left).toEqual([]);
});
