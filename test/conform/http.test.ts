// The contract over HTTP, against a tiny server on this machine: the same cases come to the same verdict as in process, a planted
// mistake is found from outside, and whoever does not speak the form is told what to offer.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect, Exit, Option, Scope } from "effect";
import { describe, expect, it, onTestFinished } from "vitest";
import { writeCase } from "../../sim/conform/case.ts";
import { lifecycleCases } from "../../sim/conform/cases/lifecyclecases.ts";
import { conform } from "../../sim/conform/command.ts";
import { SystemFault, type SystemUnderTest } from "../../sim/conform/contract.ts";
import { httpSystem } from "../../sim/conform/httpsystem.ts";
import { runCases } from "../../sim/conform/run.ts";
import { makeServices } from "../../sim/conform/services.ts";
import { consent } from "../../models/consent.ts";
import { disclosure } from "../../models/disclosure.ts";
import { freshFolder } from "../impl/store/freshfolder.ts";
import { seed } from "../equal/seed.ts";
import { makeParties } from "../../sim/conform/parties/partysystem.ts";
import { serve, serveText } from "./server.ts";

const services = async (): Promise<SystemUnderTest> => {
  const scope = await Effect.runPromise(Scope.make());
  onTestFinished(() => Effect.runPromise(Scope.close(scope, Exit.void)));
  return Effect.runPromise(Scope.provide(makeServices({ folder: freshFolder() }), scope));
};

const stopOf = async (urls: readonly string[], name: string | undefined) => {
  const asked = conform(urls, 1, Option.fromUndefinedOr(name)).pipe(
    Effect.scoped,
    Effect.provide(NodeServices.layer),
    Effect.flip,
  );
  return Effect.runPromise(asked);
};

const consentCases = lifecycleCases(consent).cases;
const [aCase] = consentCases;

describe("a system behind a URL", () => {
  it("conforms where the same system in process does", async () => {
    const url = await serve(await services());
    const { passed, notOffered, difference } = await Effect.runPromise(
      runCases(httpSystem(`${url}/`), consentCases, seed),
    );
    expect({ passed: passed.length, notOffered, difference }).toEqual({
      passed: consentCases.length,
      notOffered: [],
      difference: undefined,
    });
  });

  it("with a planted mistake differs in the same case, and in the same step", async () => {
    const honest = await services();
    const wrong: SystemUnderTest = {
      name: "planted",
      create: (subject, atMs) =>
        Effect.map(honest.create(subject, atMs), (trial) => ({
          ...trial,
          send: (event) =>
            Effect.map(trial.send(event), (answer) =>
              "refused" in answer && answer.refused === "case-same-officer"
                ? { told: "case.approved" }
                : answer,
            ),
        })),
    };
    const cases = lifecycleCases(disclosure).cases;
    const inProcess = await Effect.runPromise(runCases(wrong, cases, seed));
    const outside = await Effect.runPromise(runCases(httpSystem(await serve(wrong)), cases, seed));
    expect(inProcess.difference).toBeDefined();
    expect(outside.difference).toEqual(inProcess.difference);
  });

  it("leaves out what it does not offer", async () => {
    const url = await serve(makeParties(freshFolder()));
    const report = await Effect.runPromise(runCases(httpSystem(url), consentCases.slice(0, 5), seed));
    expect(report.passed).toEqual([]);
    expect(report.notOffered).toHaveLength(5);
  });
});

describe("conform with a URL", () => {
  it("answers a report by system, with counts", async () => {
    const url = await serve(await services());
    const asked = conform([url], 1, Option.some(aCase?.id ?? ""));
    const [report] = await Effect.runPromise(asked.pipe(Effect.scoped, Effect.provide(NodeServices.layer)));
    expect(report).toMatchObject({
      system: url,
      passed: 1,
      verdict: "conforms",
      cases: { transition: 1, pair: 0 },
    });
  });

  it.for([
    ["nobody answers", () => Promise.resolve("http://127.0.0.1:1")],
    ["the answer is no JSON", () => serveText("hello")],
    ["the answer has another form", () => serveText('{"ok":true}')],
  ] as const)("stops where %s, and says what must be offered", async ([, made]) => {
    const stop = await stopOf([await made()], aCase?.id);
    expect(stop).toMatchObject({ _tag: "Stop", code: 2, reason: "conform-no-endpoint" });
    expect(stop.sentence).toMatch(/^The cases cannot go on past "create": \S.*\.$/);
    expect(stop.advice).toContain("POST create");
  });

  it.for(["notaurl", "127.0.0.1:8080", "localhost:8080", "ftp://127.0.0.1/", "http://", ""])(
    'refuses "%s", which is no address, before it tries anything',
    async (wrong) => {
      let asked = 0;
      const url = await serve({
        name: "counting",
        create: () => {
          asked += 1;
          return Effect.fail(
            new SystemFault({ operation: "create", reason: "failed", sentence: "it was asked" }),
          );
        },
      });
      const stop = await stopOf([url, wrong], aCase?.id);
      expect(stop).toMatchObject({ _tag: "Stop", code: 2, reason: "url-invalid" });
      expect(stop.sentence).toContain(`"${wrong}"`);
      expect(stop.advice).toContain("http://127.0.0.1:8080");
      expect(asked).toBe(0);
    },
  );

  it("stops at a case that nobody knows, and at a file that is none", async () => {
    expect(await stopOf([], "pair/nowhere")).toMatchObject({ reason: "case-unknown" });
    const file = join(freshFolder(), "kept.json");
    expect(await stopOf([], file)).toMatchObject({ reason: "case-unreadable" });
    writeFileSync(file, "{}");
    expect(await stopOf([], file)).toMatchObject({ reason: "case-invalid" });
  });

  it("runs a case from its file", async () => {
    const file = join(freshFolder(), "kept.json");
    if (aCase !== undefined) writeFileSync(file, writeCase(aCase));
    const asked = conform([], 1, Option.some(file));
    const [report] = await Effect.runPromise(asked.pipe(Effect.scoped, Effect.provide(NodeServices.layer)));
    expect(report).toMatchObject({ passed: 1, verdict: "conforms" });
  });
});
