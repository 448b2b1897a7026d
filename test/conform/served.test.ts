// Real parties behind the contract: a served country, asked over HTTP under clocks that the harness sets, conforms to the models with
// what it stores in SQLite and in PostgreSQL, and is caught when it forgets a withdrawal, is late by a millisecond, or keeps another law.
import { createServer } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Case } from "../../sim/conform/case.ts";
import { suite } from "../../sim/conform/cases/suite.ts";
import type { ServedOptions } from "../../sim/conform/harness/served.ts";
import { postgresPrograms, startPostgres } from "../../sim/postgres/server.ts";
import { full, run, some } from "./servedcases.ts";

const ofMachine = (...machines: readonly string[]): readonly Case[] =>
  suite().cases.filter(({ subject }) => subject.kind === "lifecycle" && machines.includes(subject.machine));

const all = suite().cases;

/** Why a case cannot be played over HTTP; whatever else is not offered is a gap that nobody has decided about. */
const reasons: readonly RegExp[] = [
  /^a code is forgotten at a withdrawal: nothing typed matches it$/,
  /^the notice that people agreed to is not published to them again$/,
  /^nobody tells a phone that its pass was taken$/,
  /^whoever asks again is given another pass, and not the same$/,
  /^a scan so old is refused before anybody asks what to store$/,
  /^a day that is open is opened by nobody again$/,
  /^an account that ends takes its consent with it, which no rule alone says$/,
  /^nothing that is asked over HTTP leads an issuer's rows to where these stand$/,
  /^a child's consent with a guardian's code is tried elsewhere$/,
  /^issuer\.publishNotice is asked of no issuer over HTTP$/,
  /^no rows of the (issuer|custodian|venue) can be put beside one another over HTTP$/,
];
/** Of cases of disclosure, which have tests of their own (disclosures.test.ts). */
const isDisclosure = (id: string): boolean =>
  /disclosure:|^answer\/(authority|custodian\.release|issuer\.answer)/.test(id);

const conforms = (
  { passed, notOffered, difference }: Awaited<ReturnType<typeof run>>,
  passedLeast: number,
): void => {
  expect(difference).toBeUndefined();
  expect(passed.length).toBeGreaterThanOrEqual(passedLeast);
  for (const { caseId, sentence } of notOffered)
    if (!isDisclosure(caseId)) expect(reasons.filter((reason) => reason.test(sentence))).toHaveLength(1);
};

/** Each kind of thing has its share in the quick form, since cases come one kind after the other. */
const share = (cases: readonly Case[]): readonly Case[] =>
  [
    some(ofMachine("pass", "visit", "day", "crisis"), 4),
    some(ofMachine("consent"), 6),
    some(ofMachine("verification"), 24),
    some(
      cases.filter(({ id }) => id.includes("/lived/")),
      12,
    ),
  ].flat();
const tried = full ? all : share(all);
const programs = postgresPrograms();

describe("a served country", { timeout: 3_000_000 }, () => {
  it("does everything as the models say, over SQLite", async () => {
    conforms(await run({}, tried), full ? 1_400 : 90);
  });

  it.for(programs === undefined ? [] : [programs])(
    "does everything as the models say, over PostgreSQL",
    async (found) => {
      const server = await startPostgres(found);
      onTestFinished(server.stop);
      conforms(await run({ storeUrl: server.url }, full ? tried : some(tried, 2)), full ? 1_400 : 45);
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
