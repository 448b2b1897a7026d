// The vault over a real folder: secrets come back whole, cannot be moved or altered, and leave no bytes when erased.
import {
  copyFileSync,
  existsSync,
  linkSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Cause, Effect, Exit } from "effect";
import { describe, expect, it } from "vitest";
import { filesHolding, freshFolder } from "./freshfolder.ts";
import { openVault } from "./openvault.ts";

const child = fileURLToPath(new URL("erasing.ts", import.meta.url));

/** Puts and erases secrets in a process of its own, which is killed so long after its first one. */
const erasingUntilKilled = (folder: string, afterMs: number): Promise<void> =>
  new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child, folder], { stdio: ["ignore", "pipe", "inherit"] });
    running.stdout.once("data", () => setTimeout(() => running.kill("SIGKILL"), afterMs));
    running.on("close", (_, signal) =>
      signal === "SIGKILL" ? resolve() : reject(new Error("it ended by itself")),
    );
    running.on("error", reject);
  });

const day = 86_400_000;

describe("the vault", () => {
  it("keeps a secret and its end across a restart, wrapped and for its owner alone", async () => {
    const folder = freshFolder();
    const secret = randomBytes(32);
    await Effect.runPromise(
      Effect.flatMap(openVault(folder), (vault) => vault.put("day-18444", secret, 28 * day)),
    );
    const again = await Effect.runPromise(openVault(folder));
    expect(again.names()).toEqual(["day-18444"]);
    const found = await Effect.runPromise(again.get("day-18444"));
    expect(found?.endsAtMs).toBe(28 * day);
    expect(found && Buffer.from(found.bytes)).toEqual(secret);
    expect(await Effect.runPromise(again.get("day-18445"))).toBeUndefined();
    expect(filesHolding(folder, secret)).toEqual([]);
    expect(statSync(join(folder, "vault", "day-18444.key")).mode & 0o777).toBe(0o600);
    expect(again.statement).toBe("erased in software only");
  });

  it("leaves no byte of an erased or replaced key in its folder, even in a second link to the file", async () => {
    const folder = freshFolder();
    const vault = await Effect.runPromise(openVault(folder));
    const file = join(folder, "vault", "day-1.key");
    const wrappedIn = () => readFileSync(file).subarray(9);
    await Effect.runPromise(vault.put("day-1", randomBytes(32), 1));
    const first = wrappedIn();
    linkSync(file, join(folder, "second-link"));
    await Effect.runPromise(vault.put("day-1", randomBytes(32), 2));
    expect(filesHolding(folder, first)).toEqual([]);
    const second = wrappedIn();
    linkSync(file, join(folder, "third-link"));
    expect(await Effect.runPromise(vault.erase("day-1"))).toBe(true);
    expect(await Effect.runPromise(vault.erase("day-1"))).toBe(false);
    expect(filesHolding(folder, second)).toEqual([]);
    expect([vault.names(), await Effect.runPromise(vault.get("day-1"))]).toEqual([[], undefined]);
  });

  it("that several processes share knows what each of them put and erased, and leaves alone what one is writing", async () => {
    const folder = freshFolder();
    const one = await Effect.runPromise(openVault(folder, true));
    writeFileSync(join(folder, "vault", "day-3.key.part"), "half");
    const other = await Effect.runPromise(openVault(folder, true));
    expect(readFileSync(join(folder, "vault", "day-3.key.part"), "utf8")).toBe("half");
    const secret = randomBytes(32);
    await Effect.runPromise(one.put("day-1", secret, 1_000));
    const found = await Effect.runPromise(other.get("day-1"));
    expect(found && Buffer.from(found.bytes)).toEqual(secret);
    expect(await Effect.runPromise(other.eraseDue(1_000))).toEqual(["day-1"]);
    expect(await Effect.runPromise(one.get("day-1"))).toBeUndefined();
    expect(await Effect.runPromise(one.erase("day-1"))).toBe(false);
    // One that is alone here erases what nobody can be writing any more.
    await Effect.runPromise(openVault(folder));
    expect(existsSync(join(folder, "vault", "day-3.key.part"))).toBe(false);
  });

  it("erases what is due at its very instant, and nothing before", async () => {
    const vault = await Effect.runPromise(openVault(freshFolder()));
    for (const name of ["one", "two", "three"]) {
      await Effect.runPromise(vault.put(name, randomBytes(32), name === "three" ? 2_000 : 1_000));
    }
    expect(await Effect.runPromise(vault.eraseDue(999))).toEqual([]);
    expect([...(await Effect.runPromise(vault.eraseDue(1_000)))].sort()).toEqual(["one", "two"]);
    expect(vault.names()).toEqual(["three"]);
  });

  it("refuses a wrapped key that was altered, moved to another name or given another end", async () => {
    const folder = freshFolder();
    const vault = await Effect.runPromise(openVault(folder));
    const file = (name: string) => join(folder, "vault", `${name}.key`);
    for (const name of ["one", "two", "three"])
      await Effect.runPromise(vault.put(name, randomBytes(32), 1_000));
    copyFileSync(file("one"), file("two"));
    const bytes = readFileSync(file("three"));
    bytes[3] = (bytes[3] ?? 0) ^ 1;
    writeFileSync(file("three"), bytes);
    for (const name of ["two", "three"]) {
      expect(await Effect.runPromise(Effect.flip(vault.get(name)))).toMatchObject({ reason: "damaged" });
    }
    expect((await Effect.runPromise(vault.get("one")))?.bytes.length).toBe(32);
  });

  it("cannot be opened with another root key, and a missing one is not replaced in silence", async () => {
    const folder = freshFolder();
    const file = join(folder, "root.key");
    const vault = await Effect.runPromise(openVault(folder));
    await Effect.runPromise(vault.put("one", randomBytes(32), 1));
    renameSync(file, `${file}.away`);
    const missing = await Effect.runPromiseExit(openVault(folder));
    expect(Exit.isFailure(missing) && Cause.squash(missing.cause)).toMatchObject({
      code: "store-unavailable",
    });
    writeFileSync(file, randomBytes(32));
    const another = await Effect.runPromise(openVault(folder));
    expect(await Effect.runPromise(Effect.flip(another.get("one")))).toMatchObject({ reason: "damaged" });
  });

  it("throws away what a crash left half written or half erased", async () => {
    const folder = freshFolder();
    await Effect.runPromise(openVault(folder));
    writeFileSync(join(folder, "vault", "day-2.key.part"), "half a key");
    writeFileSync(join(folder, "vault", "day-3.key.ended"), "half a key");
    const vault = await Effect.runPromise(openVault(folder));
    expect(vault.names()).toEqual([]);
    expect(filesHolding(folder, "half a key")).toEqual([]);
    writeFileSync(join(folder, "vault", "day-3.key.ended"), "half a key");
    await Effect.runPromise(openVault(folder, true));
    expect(filesHolding(folder, "half a key")).toEqual([]);
  });

  it("of a process that is killed in the midst of erasing opens again, with a secret whole or gone", async () => {
    const folder = freshFolder();
    for (let kill = 0; kill < 10; kill += 1) {
      await erasingUntilKilled(folder, 3 * kill);
      const vault = await Effect.runPromise(openVault(folder));
      for (const name of vault.names())
        expect((await Effect.runPromise(vault.get(name)))?.bytes.length).toBe(32);
      expect(readdirSync(join(folder, "vault"))).toEqual(vault.names().map((name) => `${name}.key`));
    }
  });

  it("refuses a name that could leave the folder, as a mistake of ours", async () => {
    const vault = await Effect.runPromise(openVault(freshFolder()));
    const exit = await Effect.runPromiseExit(vault.put("../root", randomBytes(32), 1));
    expect(Exit.isFailure(exit) && Cause.hasDies(exit.cause)).toBe(true);
  });

  it("answers a folder that is a file with the typed failure", async () => {
    const folder = freshFolder();
    rmSync(join(folder, "vault"), { force: true });
    writeFileSync(join(folder, "vault"), "");
    expect(await Effect.runPromise(Effect.flip(openVault(folder)))).toMatchObject({
      code: "store-unavailable",
    });
  });
});
