// A custodian killed in the midst of recording: whatever it had answered is there afterwards, once, and cannot be stored again.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { codesOf } from "./gate.ts";
import { makePlace } from "./place.ts";
import { ask, atNoon, inCustodian, noonMs } from "./rooms.ts";

const child = fileURLToPath(new URL("crashing.ts", import.meta.url));

/** Runs the custodian until it has answered so many scans, kills it, and answers them. */
const answeredBeforeKill = (folder: string, least: number): Promise<readonly Uint8Array[]> =>
  new Promise((resolve, reject) => {
    const running = spawn(process.execPath, [child, folder], { stdio: ["ignore", "pipe", "inherit"] });
    const answered: Uint8Array[] = [];
    createInterface({ input: running.stdout })
      .on("line", (line) => {
        // A line cut short by the kill was never read by anyone.
        if (line.length === 424) answered.push(Buffer.from(line, "hex"));
        if (answered.length === least) running.kill("SIGKILL");
      })
      .on("close", () => resolve(answered));
    running.on("error", reject);
  });

describe("a custodian that is killed", () => {
  it("has lost nothing that it answered, and stores none of it twice", async () => {
    for (const least of [1, 170]) {
      const place = makePlace({ scansPerMinute: 1_000_000 });
      const answered = await answeredBeforeKill(place.folder, least);
      expect(answered.length).toBeGreaterThanOrEqual(least);
      await atNoon(
        inCustodian(place, (custodian) =>
          Effect.gen(function* () {
            const [[before] = []] = ask(place, "SELECT count(*) FROM visit");
            expect(Number(before)).toBeGreaterThanOrEqual(answered.length);
            const again = answered.map((bytes) => ({ bytes, receivedAtMs: noonMs, late: false }));
            const codes = codesOf(yield* custodian.record(again));
            expect(codes).toEqual(answered.map(() => "pass-replayed"));
            expect(ask(place, "SELECT count(*) FROM visit")).toEqual([[before]]);
            const counts = yield* custodian.counts;
            expect(counts.recorded).toBe(counts.live);
          }),
        ),
      );
    }
  });
});
