// The front door ends as scripts rely on: one exit code for each kind of ending, help where it belongs, no stack traces.
// The real entrylog.ts is run with commands planted in a copy, because how it ends is not the business of real commands.
// The few tests without a copy start the program as people do.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "./source-files.ts";

const tsx = join(root, "node_modules", "tsx", "dist", "cli.mjs");
const copy = mkdtempSync(join(tmpdir(), "entrylog-door-"));

const plantedCommands = `
import { Console, Effect } from "effect";
import { Command, Flag } from "effect/cli";
import { Stop } from "../impl/exit.ts";

const stops = ([2, 10, 11, 12, 13] as const).map((code) =>
  Command.make(\`stop-\${code}\`, {}, () =>
    Effect.fail(new Stop({ code, reason: "planted-reason", sentence: "It was planted.", advice: "Pull it up." }))));

export const mainJob = { flags: {}, run: () => Effect.never, tell: () => "", verdictOf: () => Effect.void };
export const commands = [
  ...stops,
  Command.make("count", { to: Flag.Int("to") }, ({ to }) => Console.log(String(to))),
  Command.make("shaped", {}, () => Effect.fail({ _tag: "Stop", code: 12, reason: "r", sentence: "s.", advice: "" } as const)),
  Command.make("defect", {}, () => Effect.die(new Error("planted defect"))),
  Command.make("untyped", {}, () => Effect.fail(new Error("planted failure"))),
  Command.make("wait", {}, () => Console.log("waiting").pipe(Effect.andThen(Effect.never),
    Effect.ensuring(Console.log("kept")))),
  Command.make("pour", {}, () => Effect.forever(Console.log("x".repeat(1000)).pipe(Effect.andThen(Effect.yieldNow)))),
];
`;

/** What the front door asks of the folders besides their commands, so that it starts. */
const plantedFaces = `
import { Effect } from "effect";
export const commands = [] as const;
export const checkGenerated = Effect.never;
export const drawPolicy = () => Effect.never;
`;

beforeAll(() => {
  for (const folder of ["impl", "sim", "viz"]) {
    mkdirSync(join(copy, folder));
    writeFileSync(join(copy, folder, "commands.ts"), plantedFaces);
  }
  for (const file of ["entrylog.ts", "package.json", "tsconfig.json", join("impl", "exit.ts")]) {
    cpSync(join(root, file), join(copy, file));
  }
  writeFileSync(join(copy, "sim", "commands.ts"), plantedCommands);
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
});

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

function door(args: readonly string[], env: NodeJS.ProcessEnv = {}, folder = copy) {
  const call = [tsx, join(folder, "entrylog.ts"), ...args];
  return spawnSync(process.execPath, call, {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ...env },
  });
}

describe("the front door as it is", () => {
  it("prints help and ends with 0 when nothing is asked", () => {
    const { status, stdout, stderr } = door([], {}, root);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toContain("entrylog");
  });

  it("ends with 2 on a command it does not know, with help on stderr and nothing on stdout", () => {
    const { status, stdout, stderr } = door(["no-such-command"], {}, root);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("USAGE");
  });
});

describe("how a command ends", () => {
  it("0 when it is done", () => {
    const { status, stdout, stderr } = door(["count", "--to", "3"]);
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: "3\n", stderr: "" });
  });

  it.each([
    [["count"]],
    [["count", "--to", "three"]],
    [["count", "--to", "3", "--bogus"]],
    [["no-such-command"]],
  ])("2 with help on stderr for %j", (args) => {
    const { status, stdout, stderr } = door(args);
    expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
    expect(stderr).toContain("USAGE");
    expect(stderr).toContain("ERROR");
  });

  it.each([2, 10, 11, 12, 13])("%i when it stops with that code, saying why and what to do", (code) => {
    const { status, stdout, stderr } = door([`stop-${code}`]);
    expect({ status, stdout }).toEqual({ status: code, stdout: "" });
    expect(stderr).toBe("planted-reason: It was planted.\nPull it up.\n");
  });

  it("with the code of any failure that has the shape of a Stop", () => {
    const { status, stderr } = door(["shaped"]);
    expect({ status, stderr }).toEqual({ status: 12, stderr: "r: s.\n" });
  });

  it.each(["defect", "untyped"])("1 for a fault (%s), with one line and no stack trace", (command) => {
    const { status, stderr } = door([command]);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^fault: .*planted/);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it("shows where a fault lies to those who ask", () => {
    expect(door(["defect"], { ENTRYLOG_TRACE: "1" }).stderr).toMatch(/^\s+at /m);
  });

  it("130 when it is interrupted, after it has kept what there is", async () => {
    const child = spawn(process.execPath, [tsx, join(copy, "entrylog.ts"), "wait"], { cwd: copy });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said === "waiting\n") child.kill("SIGINT");
    });
    const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
    expect({ status, said }).toEqual({ status: 130, said: "waiting\nkept\n" });
  });

  it("quietly when its reader goes away", async () => {
    const child = spawn(process.execPath, [tsx, join(copy, "entrylog.ts"), "pour"], { cwd: copy });
    let complaint = "";
    child.stderr.on("data", (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
    expect({ status, complaint }).toEqual({ status: 0, complaint: "" });
  });
});
