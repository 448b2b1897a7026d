// A root key from a command: the vault opens with it and with no other, nothing of it lies on the disk, and a command that
// fails or says anything else is refused before the vault is touched.
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { ConfigProvider, Effect } from "effect";
import { describe, expect, it } from "vitest";
import { RootKey } from "../../../impl/store/rootkey.ts";
import { rootKeyCommand, rootKeyLayer } from "../../../impl/store/rootkeycommand.ts";
import { openVaultFolder } from "../../../impl/store/vaultfolder.ts";
import { filesHolding, freshFolder } from "./freshfolder.ts";

const key = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";
const otherKey = key.replace("00", "ff");
const printing = (words: string): string => `printf '%s' '${words}'`;

const openVault = (folder: string, command: string) =>
  Effect.gen(function* () {
    const root = yield* rootKeyCommand({ command, randomBytes, vaultFolder: folder });
    return yield* Effect.provideService(openVaultFolder({ folder }), RootKey, root);
  });

describe("a root key that a command gives", () => {
  it("opens the vault again, leaves nothing of itself there, and says what erasing is worth", async () => {
    const folder = freshFolder();
    const secret = randomBytes(32);
    const vault = await Effect.runPromise(openVault(folder, printing(key)));
    await Effect.runPromise(vault.put("day-1", secret, 1_000));
    expect(filesHolding(folder, Buffer.from(key, "hex"))).toEqual([]);
    expect(filesHolding(folder, key)).toEqual([]);
    // The same key as bytes.
    const raw = `printf '${[...Buffer.from(key, "hex")].map((byte) => `\\${byte.toString(8).padStart(3, "0")}`).join("")}'`;
    const again = await Effect.runPromise(openVault(folder, raw));
    const found = await Effect.runPromise(again.get("day-1"));
    expect(found && Buffer.from(found.bytes)).toEqual(secret);
    expect(again.statement).toBe(
      "erased in software; the root key is not on the disk of the vault, so that a stolen disk or copy of it opens nothing",
    );
  });

  it("does not open what another key has wrapped", async () => {
    const folder = freshFolder();
    const vault = await Effect.runPromise(openVault(folder, printing(key)));
    await Effect.runPromise(vault.put("day-1", randomBytes(32), 1_000));
    const other = await Effect.runPromise(openVault(folder, printing(otherKey)));
    expect(await Effect.runPromise(Effect.flip(other.get("day-1")))).toMatchObject({ reason: "damaged" });
  });

  it("is told whose vault asks", async () => {
    const folder = join(freshFolder(), key, "vault");
    // The last folder but one is the key, as an operator's command may look one up by the vault's name.
    const vault = await Effect.runPromise(openVault(folder, 'basename "$(dirname "$ENTRYLOG_VAULT")"'));
    await Effect.runPromise(vault.put("day-1", randomBytes(32), 1_000));
    const again = await Effect.runPromise(openVault(folder, printing(key)));
    expect(await Effect.runPromise(again.get("day-1"))).toBeDefined();
  });

  for (const [what, command, detail] of [
    ["fails", `${printing(key)}; exit 3`, "ended with 3"],
    ["says too little", printing(key.slice(2)), "something else than 32 bytes"],
    ["says too much", printing(`${key}00`), "something else than 32 bytes"],
    ["says nothing", "true", "something else than 32 bytes"],
    ["is not there", "/nowhere/tpm2_unseal 2>/dev/null", "ended with 127"],
  ] as const)
    it(`is refused when it ${what}`, async () => {
      const refused = await Effect.runPromise(Effect.flip(openVault(freshFolder(), command)));
      expect(refused).toMatchObject({ code: "store-unavailable", reason: "cannot-open" });
      expect(refused.detail).toContain(detail);
      expect(refused.message).not.toContain(key.slice(2, 20));
    });

  it("is what the environment names, or else a file", async () => {
    const statementWith = (environment: Readonly<Record<string, string>>) => {
      const folder = freshFolder();
      const file = join(folder, "root.key");
      return Effect.runPromise(
        Effect.map(RootKey, ({ statement }) => statement).pipe(
          Effect.provide(rootKeyLayer({ file, vaultFolder: join(folder, "vault"), randomBytes })),
          Effect.provide(ConfigProvider.layer(ConfigProvider.fromUnknown(environment))),
        ),
      );
    };
    expect(await statementWith({ ENTRYLOG_ROOT_KEY_COMMAND: printing(key) })).toContain("not on the disk");
    expect(await statementWith({})).toBe("erased in software only");
  });
});
