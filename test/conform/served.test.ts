// Real parties behind the contract: a served issuer, asked over HTTP under a clock that the harness sets, conforms to the models with
// what it stores in SQLite, and is caught when it forgets a withdrawal, is late by a millisecond, or keeps another law.
import { createServer } from "node:http";
import { NodeServices } from "@effect/platform-node";
import { Effect } from "effect";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Case } from "../../sim/conform/case.ts";
import { suite } from "../../sim/conform/cases/suite.ts";
import { makeServed, type ServedOptions } from "../../sim/conform/harness/served.ts";
import { runCases } from "../../sim/conform/run.ts";
import { postgresPrograms, startPostgres } from "../../sim/postgres/server.ts";
import { seed } from "../equal/seed.ts";
import { freshFolder } from "../impl/store/freshfolder.ts";

const full = process.env["FULL_TESTS"] === "1";
const ofMachine = (...machines: readonly string[]): readonly Case[] =>
  suite().cases.filter(({ subject }) => subject.kind === "lifecycle" && machines.includes(subject.machine));

/** All of them, or every so many-th. */
const some = (cases: readonly Case[], each: number): readonly Case[] =>
  full ? cases : cases.filter((_, place) => place % each === 0);

const run = (options: Omit<ServedOptions, "folder">, cases: readonly Case[]) =>
  Effect.runPromise(
    makeServed({ folder: freshFolder(), ...options }).pipe(
      Effect.flatMap((system) => runCases(system, cases, seed)),
      Effect.scoped,
      Effect.provide(NodeServices.layer),
    ),
  );

const consents = ofMachine("consent");
const verifications = ofMachine("verification");
const reasons = new Set([
  "notice.published happens inside the issuer and at no API",
  "a code is forgotten at a withdrawal: nothing typed matches it",
  "an account has ended: who asks after it begins another",
]);

const conforms = (
  { passed, notOffered, difference }: Awaited<ReturnType<typeof run>>,
  passedLeast: number,
): void => {
  expect(difference).toBeUndefined();
  expect(passed.length).toBeGreaterThanOrEqual(passedLeast);
  for (const { sentence } of notOffered) expect(reasons).toContain(sentence);
};

describe("a served issuer over SQLite", () => {
  it("keeps consents as the models say", { timeout: 60_000 }, async () => {
    conforms(await run({}, consents), 50);
  });

  it("keeps verifications as the models say", { timeout: 240_000 }, async () => {
    conforms(await run({}, some(verifications, 6)), full ? 641 : 100);
  });
});

const programs = postgresPrograms();

describe("a served issuer over PostgreSQL", () => {
  it.for(programs === undefined ? [] : [programs])(
    "keeps consents and verifications as the models say",
    { timeout: 480_000 },
    async (found) => {
      const server = await startPostgres(found);
      onTestFinished(server.stop);
      conforms(
        await run({ storeUrl: server.url }, some([...consents, ...verifications], 12)),
        full ? 691 : 50,
      );
    },
  );
});

/** Stands before an issuer, and says yes to withdrawals that it never hands on. */
const swallowingWithdrawals = async (issuer: () => string): Promise<string> => {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      response.setHeader("content-type", "application/json");
      if (request.method === "DELETE") {
        response.end(JSON.stringify({ receipt: null }));
        return;
      }
      const body = chunks.length === 0 ? {} : { body: Buffer.concat(chunks) };
      const { authorization } = request.headers;
      const headers = {
        "content-type": "application/json",
        ...(authorization === undefined ? {} : { authorization }),
      };
      void fetch(`${issuer()}${request.url ?? ""}`, {
        ...(request.method === undefined ? {} : { method: request.method }),
        headers,
        ...body,
      }).then(async (answer) => {
        response.statusCode = answer.status;
        response.end(await answer.text());
      });
    });
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${String(typeof address === "object" ? (address?.port ?? 0) : 0)}`);
    });
  });
};

const named = (id: string): readonly Case[] => suite().cases.filter((one) => one.id === id);

describe("a served issuer with a mistake", { timeout: 60_000 }, () => {
  it("is caught when it forgets what was withdrawn", async () => {
    let behind = "";
    const url = await swallowingWithdrawals(() => behind);
    const between: ServedOptions["between"] = (country) => {
      behind = country.urls.issuer;
      return { ...country, urls: { ...country.urls, issuer: url } };
    };
    const cases = named("transition/consent:given--consent.withdrawn-->withdrawn");
    expect((await run({ between }, cases)).difference?.what).toBe("store");
    expect((await run({ between: (country) => country }, cases)).passed).toHaveLength(1);
  });

  it("is caught when it takes a code a millisecond after its end", async () => {
    const between: ServedOptions["between"] = (country) => {
      const { issuer } = country.clocks;
      let first: number | undefined;
      // The code is sent in time; whatever comes after it finds the clock a millisecond behind.
      const set = (atMs: number): void => {
        first ??= atMs;
        issuer.set(atMs === first ? atMs : atMs - 1);
      };
      return { ...country, clocks: { ...country.clocks, issuer: { ...issuer, set } } };
    };
    const cases = named("deadline/verification:challenged--codeEndsAt#2-->unanswered/at/code.submitted");
    const { difference } = await run({ between }, cases);
    expect(difference?.what).toBe("answer");
    expect(difference?.foreseen).toBe('{"refused":"code-not-sent"}');
    expect((await run({}, cases)).passed).toHaveLength(1);
  });

  it("is caught when it keeps the law of another preset", async () => {
    const cases = named("deadline/consent:given--endsAt-->absent/at/looking");
    const { difference } = await run({ presetOf: () => "2020-10" }, cases);
    expect(difference?.what).toBe("store");
    expect((await run({}, cases)).passed).toHaveLength(1);
  });
});
