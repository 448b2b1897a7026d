// The peers of the simulator on a small city: long enough for verifications to expire and records to be erased.
// They were written apart from each other and have to make the same decisions, also under a law with other numbers.
// How fast they are is not looked at.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NodeServices } from "@effect/platform-node";
import { Effect } from "effect";
import { afterAll, beforeAll, expect, it } from "vitest";
import { toldOf } from "../../../../sim/bench/city/counts.ts";
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

    const both = async (some: PlainCity) => {
      const tables = join(folder, "tables");
      writeTables(tables, some);
      return {
        inC: await run(runCompiled(compiled, tables, folder)),
        inSimPy: await run(runSimPy(python, tables, folder)),
      };
    };

    it("make the same decisions", async () => {
      const { inC, inSimPy } = await both(city);
      expect(toldOf(inC)).toBe(toldOf(inSimPy));
      expect(inC.visits).toBeGreaterThan(3_000);
      expect(inC.verifications).toBeGreaterThan(400);
      expect(inC.erased).toBeGreaterThan(500);
    });

    it.each([
      { codeTries: 1, codeLock: 600_000 },
      { passLifetime: 5_000, consentSession: 20_000 },
      { verificationValidity: 3 * 86_400_000, accountKept: 4 * 86_400_000 },
      { codeSends: 1, codeLifetime: 20_000 },
    ])("make the same decisions under another law: %j", async (constants) => {
      const { inC, inSimPy } = await both(withConstants(city, constants));
      expect(toldOf(inC)).toBe(toldOf(inSimPy));
      const asBefore = await both(city);
      expect(inC.hash).not.toBe(asBefore.inC.hash);
    });
  });
});
