// `entrylog conform` as people and scripts type it: counts and verdict as sentences and as JSON, the list of what cannot happen, one case
// by its id, and a system that differs, with the exit code and the command that shows it again.
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Cause, Console, Effect, Exit, Option, Schema } from "effect";
import { Command } from "effect/cli";
import { describe, expect, it } from "vitest";
import { suite } from "../../sim/conform/cases/suite.ts";
import { conformCommand } from "../../sim/conform/command.ts";
import type { SystemUnderTest } from "../../sim/conform/contract.ts";
import { serve } from "./server.ts";

const run = async (...given: readonly string[]) => {
  const printed: string[] = [];
  const heard: Console.Console = { ...console, log: (line: string) => void printed.push(line) };
  const running = Command.runWith(conformCommand, { version: "0" })(given).pipe(
    Effect.provideService(Console.Console, heard),
    Effect.provide(NodeServices.layer),
  );
  const exit = await Effect.runPromiseExit(running);
  const stop = Exit.isSuccess(exit) ? undefined : Option.getOrUndefined(Cause.findErrorOption(exit.cause));
  return { stop, text: printed.join("\n") };
};

const Report = Schema.Struct({
  verdict: Schema.String,
  passed: Schema.Int,
  notOffered: Schema.Record(Schema.String, Schema.Int),
  infeasible: Schema.Array(Schema.Unknown),
});
const Printed = Schema.fromJsonString(Schema.Tuple([Report]));

/** Says yes to everything, and that nothing is there. */
const yesSayer: SystemUnderTest = {
  name: "yes",
  create: () =>
    Effect.succeed({
      advance: () => Effect.void,
      send: () => Effect.succeed({ told: "yes" }),
      read: Effect.succeed({}),
      check: () => Effect.succeed([]),
      dispose: Effect.void,
    }),
};

const oneCase = "pair/disclosure:absent--case.requested#8-->requested/requested--case.denied-->denied";

describe("conform without a URL", () => {
  it(
    "runs every case of lifecycles, rules, passes and visits, and says how many and what not",
    { timeout: 600_000 },
    async () => {
      const { stop, text } = await run("--json");
      expect(stop).toBeUndefined();
      const { cases, infeasible } = suite();
      const [report] = Schema.decodeUnknownSync(Printed)(text);
      const ofThePhone = cases.filter(({ steps }) =>
        steps.some(({ event }) => event?.type === "pass.presented"),
      );
      expect(report.verdict).toBe("conforms");
      expect(report.notOffered).toEqual({
        "showing a pass is between the phone and its screen": ofThePhone.length,
      });
      expect(report.passed).toBe(cases.length - ofThePhone.length);
      expect(report.infeasible).toHaveLength(infeasible.length);
    },
  );

  it("runs one case by its id and says so in a sentence", async () => {
    const { stop, text } = await run("--case", oneCase);
    expect(stop).toBeUndefined();
    expect(text).toBe("the services in this process: 1 of 1 cases passed (1 pair; seed 1).");
  });

  it("lists every case by its id, one a line, and any of them can be asked for", async () => {
    const { stop, text } = await run("--list");
    expect(stop).toBeUndefined();
    expect(text.split("\n")).toEqual(suite().cases.map(({ id }) => id));
    expect(text.split("\n")).toContain(oneCase);
  });

  it("says of an unknown case how to see the ids", async () => {
    const { stop } = await run("--case", "pair/nowhere");
    expect(stop).toMatchObject({ _tag: "Stop", code: 2, reason: "case-unknown" });
    expect(stop).toHaveProperty("advice", expect.stringContaining("conform --list"));
  });

  it("lists what cannot happen, each with its reason", async () => {
    const { text } = await run("--infeasible");
    const lines = text.split("\n");
    expect(lines).toHaveLength(suite().infeasible.length);
    expect(lines).toContain(
      "consent:given--consent.given#3-->given  then  consent:given--endsAt-->absent: endsAt is not running then (by zones)",
    );
  });
});

describe("conform with the URL of a system that differs", () => {
  it("ends with 10 and the command that shows it again", async () => {
    const url = await serve(yesSayer);
    const { stop, text } = await run(url, "--seed", "7");
    expect(stop).toMatchObject({ _tag: "Stop", code: 10, reason: "conform-differs" });
    const again = /again: npm run -s entrylog -- conform (\S+) --seed 7 --case "([^"]+)"/.exec(text);
    expect(again?.[1]).toBe(url);
    expect(text).toMatch(/the models foresee .*\n {2}the system has/);
    const alone = await run(url, "--seed", "7", "--case", again?.[2] ?? "");
    expect(alone.stop).toMatchObject({ code: 10 });
  });
});
