// The front door ends as scripts rely on: one exit code for each kind of ending, help where it belongs, no stack traces.
// The real entrylog.ts is run with commands planted in a copy, because how it ends is not the business of real commands.
// The few tests without a copy, and those with signals, start the program as people do; Node alone reads the copy sooner.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "./source-files.ts";

/** As npm scripts start it: one process, which gets the signals itself. */
const tsx = ["--import", "tsx"];
const copy = mkdtempSync(join(tmpdir(), "entrylog-door-"));

const plantedCommands = `
import { Console, Effect } from "effect";
import { Command, Flag } from "effect/cli";
import { Stop } from "../impl/exit.ts";

const stops = ([2, 10, 11, 12, 13] as const).map((code) =>
  Command.make(\`stop-\${code}\`, {}, () =>
    Effect.fail(new Stop({ code, reason: "planted-reason", sentence: "It was planted.", advice: "Pull it up." }))));

const planted = [
  ...stops,
  Command.make("count", { to: Flag.Int("to") }, ({ to }) => Console.log(String(to))),
  Command.make("shaped", {}, () => Effect.fail({ _tag: "Stop", code: 12, reason: "r", sentence: "s.", advice: "" } as const)),
  Command.make("defect", {}, () => Effect.die(new Error("planted defect"))),
  Command.make("untyped", {}, () => Effect.fail(new Error("planted failure"))),
  Command.make("wait", {}, () => Console.log("waiting").pipe(Effect.andThen(Effect.never),
    Effect.ensuring(Console.log("kept")))),
  Command.make("serve", {}, () => Console.log("waiting").pipe(
    Effect.andThen(Effect.callback<void>((resume) => {
      for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => resume(Effect.void));
    })),
    Effect.andThen(Console.log("stopped")))),
  Command.make("pour", {}, () => Effect.forever(Console.log("x".repeat(1000)).pipe(Effect.andThen(Effect.yieldNow)))),
];
const load = (command) => async () => {
  if (process.env.SAY_LOADED !== undefined) process.stderr.write("loaded " + command.name + "\\n");
  return command;
};
export const mainJob = async () => ({ flags: {}, run: () => Effect.never, tell: () => Effect.void, verdictOf: () => Effect.void });
export const commands = Object.fromEntries(planted.map((command) => [command.name, load(command)]));
`;

/** What the front door asks of the folders besides their commands, so that it starts. */
const plantedFaces = `
import { Effect } from "effect";
export const commands = {};
export const mainJob = async () => ({ checkGenerated: Effect.never, drawRun: () => Effect.never });
export const afterRun = async () => ({ drawReport: () => Effect.never });
export const modelHash = "of a planted law";
`;

beforeAll(() => {
  for (const folder of ["impl", "sim", "viz"]) {
    mkdirSync(join(copy, folder));
    writeFileSync(join(copy, folder, "commands.ts"), plantedFaces);
  }
  for (const file of [
    "entrylog.ts",
    "package.json",
    "tsconfig.json",
    join("impl", "exit.ts"),
    join("sim", "pictures.ts"),
    join("viz", "lawhash.ts"),
  ]) {
    cpSync(join(root, file), join(copy, file));
  }
  writeFileSync(join(copy, "sim", "commands.ts"), plantedCommands);
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
});

afterAll(() => {
  rmSync(copy, { recursive: true, force: true });
});

function door(args: readonly string[], env: NodeJS.ProcessEnv = {}, folder = copy) {
  const call = [...(folder === root ? tsx : []), join(folder, "entrylog.ts"), ...args];
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

describe("what is loaded", () => {
  const loaded = (args: readonly string[]) =>
    door(args, { SAY_LOADED: "1" })
      .stderr.split("\n")
      .filter((line) => line.startsWith("loaded "));

  it("is the command that was asked for, and no other", () => {
    expect(loaded(["count", "--to", "3"])).toEqual(["loaded count"]);
  });

  it("is every command where help lists them, or where a word is none of them", () => {
    const everyone = 12;
    expect(loaded(["--help"]).length).toBe(everyone);
    expect(loaded(["toString"]).length).toBe(everyone);
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

  /** Sends the signal as soon as the command says that it waits. */
  const signalled = async (command: string, signal: NodeJS.Signals) => {
    const child = spawn(process.execPath, [...tsx, join(copy, "entrylog.ts"), command], { cwd: copy });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said === "waiting\n") child.kill(signal);
    });
    const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
    return { status, said };
  };

  it.each(["SIGINT", "SIGTERM"] as const)(
    "130 when it is interrupted by %s, after it has kept what there is",
    async (signal) => {
      expect(await signalled("wait", signal)).toEqual({ status: 130, said: "waiting\nkept\n" });
    },
  );

  it("0 when it serves and SIGTERM stops it, 130 when Ctrl-C does, in its own words both times", async () => {
    const said = "waiting\nstopped\n";
    expect(await signalled("serve", "SIGTERM")).toEqual({ status: 0, said });
    expect(await signalled("serve", "SIGINT")).toEqual({ status: 130, said });
  });

  it("quietly when its reader goes away", async () => {
    const child = spawn(process.execPath, [...tsx, join(copy, "entrylog.ts"), "pour"], { cwd: copy });
    let complaint = "";
    child.stderr.on("data", (chunk: Buffer) => {
      complaint += chunk.toString();
    });
    child.stdout.once("data", () => child.stdout.destroy());
    const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
    expect({ status, complaint }).toEqual({ status: 0, complaint: "" });
  });
});
