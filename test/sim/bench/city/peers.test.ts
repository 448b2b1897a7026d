// The simulator and its peers on a small city: long enough for verifications to expire and records to be erased.
// The three were written apart from each other and have to make the same decisions, also under a law with other numbers.
// How fast they are is not looked at.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect } from "effect";
import { afterAll, beforeAll, expect, it } from "vitest";
import { toldOf } from "../../../../sim/bench/city/counts.ts";
import { runOurs } from "../../../../sim/bench/city/ours.ts";
import { compilePeer, runCompiled, runSimPy } from "../../../../sim/bench/city/peers.ts";
import { plainCity, type PlainCity } from "../../../../sim/bench/city/plaincity.ts";
import { writeTables } from "../../../../sim/bench/city/tables.ts";
import { withTool } from "../../../with-tool.ts";

const run = <A, E>(effect: Effect.Effect<A, E, NodeServices.NodeServices>): Promise<A> =>
  Effect.runPromise(Effect.provide(effect, NodeServices.layer));

const withConstants = (city: PlainCity, constants: Readonly<Record<string, number>>): PlainCity => ({
  ...city,
  policy: { ...city.policy, constants: { ...city.policy.constants, ...constants } },
});

withTool("g++", "the peer in C++", () => {
  withTool("simpy", "and the peer in SimPy", (python) => {
    let folder = "";
    let compiled = "";
    let city: PlainCity;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "entrylog-peers-"));
      compiled = await run(compilePeer(folder));
      city = await run(plainCity({ people: 400, days: 36 }));
    }, 60_000);
    afterAll(() => {
      rmSync(folder, { recursive: true });
    });

    /** What ours came to, once both peers have come to the same. */
    const agreed = async (some: PlainCity) => {
      const tables = join(folder, "tables");
      writeTables(tables, some);
      const ours = await run(runOurs(some, { workers: 1 }));
      expect(toldOf(await run(runCompiled(compiled, tables, folder)))).toBe(toldOf(ours));
      expect(toldOf(await run(runSimPy(python, tables, folder)))).toBe(toldOf(ours));
      return ours;
    };

    it("make the same decisions as the policy level", async () => {
      const { checkIns, verifications, erased, refused } = await agreed(city);
      expect(checkIns).toBeGreaterThan(3_000);
      expect(verifications).toBeGreaterThan(400);
      expect(erased).toBeGreaterThan(500);
      expect(refused).toBeGreaterThan(100);
    });

    it.each([
      { codeTries: 1, codeLock: 600_000 },
      { passLifetime: 5_000, consentSession: 20_000 },
      { verificationValidity: 3 * 86_400_000, accountKept: 4 * 86_400_000 },
      { codeSends: 1, codeLifetime: 20_000 },
    ])("make the same decisions as the policy level under another law: %j", async (constants) => {
      const { hash } = await agreed(withConstants(city, constants));
      expect(hash).not.toBe((await run(runOurs(city, { workers: 1 }))).hash);
    });
  });
});
