// The command against servers that really run: a short load, the addresses of others, another load generator beside it, and mistakes.
// One set of servers serves all of it. How fast they are is not looked at beyond being a number.
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect, Exit, Schema, Scope } from "effect";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { announce, startEverybody, type Place } from "../../../sim/load/place.ts";
import { LoadReport } from "../../../sim/results/loadreport.ts";
import { withTool } from "../../with-tool.ts";
import { entrylog } from "../processes.ts";
import { makeScratch } from "../scratch.ts";

const scratch = makeScratch();
const readReport = Schema.decodeUnknownSync(Schema.fromJsonString(LoadReport));

describe("entrylog load", () => {
  const scope = Effect.runSync(Scope.make());
  let place: Place | undefined;
  beforeAll(async () => {
    const folder = scratch.path("parties");
    place = await Effect.runPromise(
      Effect.tap(startEverybody(folder, "2020-07"), () => announce(folder, "alert")).pipe(
        Scope.provide(scope),
        Effect.provide(NodeServices.layer),
      ),
    );
  });
  afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)));
  const there = (): readonly string[] => [
    ...["--issuer", place?.issuer ?? "", "--custodian", place?.custodian ?? ""],
    ...["--carrier", place?.carrier ?? ""],
  ];

  it("asks for passes and delivers scans at its own rate, to servers whose addresses are given", async () => {
    const words = ["--rate", "30", "--for", "4s", "--warmup", "1s", "--json", "--out", scratch.path("out")];
    const { status, stdout, stderr } = await entrylog("load", ...there(), ...words);
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const { offered } = readReport(stdout);
    const visits = offered?.issuance.done ?? 0;
    // Poisson's, so about 120; whatever was asked was done, and each pass was scanned.
    expect(Math.abs(visits - 120)).toBeLessThan(60);
    expect(offered?.issuance).toMatchObject({ refused: 0, shed: 0, failed: 0, codes: {} });
    expect(offered?.checkIn).toMatchObject({ done: visits, refused: 0, shed: 0, failed: 0, codes: {} });
    expect(offered?.parts.reduce((sum, { issued }) => sum + issued, 0)).toBe(visits);
    expect(offered?.issuance.p99Ms).toBeGreaterThan(0);
  });

  it("ends with 12 where a bound is missed, after it has told what it found", async () => {
    const words = ["--ramp", "5..20", "--for", "2s", "--warmup", "0s", "--p99", "1ms"];
    const { status, stdout, stderr } = await entrylog("load", ...there(), ...words);
    expect(status).toBe(12);
    expect(stdout).toContain("check-ins");
    expect(stderr).toContain("threshold-missed");
  });

  it("finds nobody, and says what is not there", async () => {
    const nowhere = "http://127.0.0.1:9";
    const words = ["--issuer", nowhere, "--custodian", nowhere, "--carrier", nowhere];
    const { status, stderr } = await entrylog("load", ...words);
    expect(status).toBe(2);
    expect(stderr).toContain("connection-refused");
  });

  withTool("wrk", "stands beside another load generator on the same issuer", () => {
    it("asks at the rate that the other one came to, and at half of it", async () => {
      const words = [
        "--compare-with",
        "wrk",
        "--for",
        "1s",
        "--warmup",
        "0s",
        "--connections",
        "16",
        "--json",
      ];
      const { status, stdout } = await entrylog("load", ...there(), ...words);
      expect(status).toBe(0);
      const { compared } = readReport(stdout);
      expect(compared?.theirs.perSecond).toBeGreaterThan(0);
      expect(compared?.theirs.notDone).toBe(0);
      expect(compared?.ours.map(({ offeredPerSecond }) => offeredPerSecond)).toEqual([
        compared?.theirs.perSecond,
        (compared?.theirs.perSecond ?? 0) / 2,
      ]);
      for (const ours of compared?.ours ?? []) expect(ours.issuance.done).toBeGreaterThan(0);
    });
  });
});

describe("what is asked of it", () => {
  it.each([
    ["--rate", "0"],
    ["--issuer", "http://127.0.0.1:9"],
  ])("is refused with the flag and what belongs there: %s %s", async (flag, value) => {
    const { status, stderr } = await entrylog("load", flag, value);
    expect(status).toBe(2);
    expect(stderr).toContain("load-invalid");
    expect(stderr).toContain(flag);
    expect(stderr).not.toContain("    at ");
  });
});
