// A process that puts a secret into a vault and erases it, again and again until it is killed, for the test that kills it.
// The folder is its only argument; it says when the first one is erased.
import { randomBytes } from "node:crypto";
import { Effect } from "effect";
import { openVault } from "./openvault.ts";

await Effect.runPromise(
  Effect.gen(function* () {
    const vault = yield* openVault(process.argv[2] ?? "");
    for (let turn = 0; ; turn += 1) {
      yield* vault.put(`case-${String(turn)}`, randomBytes(32), 1);
      yield* vault.erase(`case-${String(turn)}`);
      if (turn === 0) process.stdout.write("erased\n");
    }
  }),
);
