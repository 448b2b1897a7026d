// Every operation that any party's documents list, asked with requests drawn from those documents: right, nearly right and wild.
// Every answer is a documented status and, when it is no success, a problem document with a code of the product that tells
// nothing about the program; nothing refused leaves a row behind. FC_SEED draws others, FULL_TESTS many more.
import { existsSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { Effect, Schema } from "effect";
import fc from "fast-check";
import { expect, it } from "vitest";
import { refusalCodes } from "../../../impl/generated/law.ts";
import { callers } from "../../../impl/protocol/http/callers.ts";
import { Problem } from "../../../impl/protocol/http/problem.ts";
import { problemCodes } from "../../../impl/protocol/http/problemcodes.ts";
import type { TlsIdentity } from "../../../impl/server/identity.ts";
import { seed } from "../../equal/seed.ts";
import { ask, type Asked } from "../serve/asks.ts";
import { openTogether, type Together } from "../serve/together.ts";
import { Document, requestsFor, type Drawn, type Operation } from "./fuzzrequests.ts";
import { send } from "./fuzzsending.ts";

const isFull = process.env["FULL_TESTS"] === "1";
const requestsEach = isFull ? 400 : 30;

const decodeDocument = Schema.decodeUnknownSync(Schema.fromJsonString(Document));
const decodeProblem = Schema.decodeUnknownSync(Schema.fromJsonString(Problem));
const decodeToken = Schema.decodeUnknownSync(Schema.fromJsonString(Schema.Struct({ token: Schema.String })));
const knownCodes = new Set<string>([...Object.keys(problemCodes), ...refusalCodes]);

/** Where a drawn path leads to no operation, none can list it. */
const nothingThere = 404;
/** A wrong code is refused and counted, so it may leave a row. */
const counted: ReadonlySet<string> = new Set(["code-wrong"]);
const ofTheProgram = /node_modules|\.ts\b|\.js\b|\bat \S+ \(|\/tmp\/|\/home\/|sqlite|SELECT|Error:/;

const names: Readonly<Record<string, string>> = { issuer: "issuer-1", officer: "officer-1" };

const rowsIn = (country: Together, party: string): Readonly<Record<string, unknown>> => {
  const file = `${country.folder}/${party}/store.sqlite`;
  if (!existsSync(file)) return {};
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").all();
    return Object.fromEntries(
      tables.map(({ name }) => [
        String(name),
        database.prepare(`SELECT count(*) AS rows FROM "${String(name)}"`).get()?.["rows"],
      ]),
    );
  } finally {
    database.close();
  }
};

interface Fuzzed {
  readonly party: string;
  readonly url: string;
  readonly path: string;
  readonly method: string;
  readonly operation: typeof Operation.Type;
}

const urlOf = ({ url, path, operation }: Fuzzed, { parameters }: Drawn): string => {
  let filled = path;
  const query = new URLSearchParams();
  operation.parameters.forEach((parameter, place) => {
    // Half a pair of a character has no place in any address.
    const value = (parameters[place] ?? "").toWellFormed();
    if (parameter.in === "query") query.set(parameter.name, value);
    // Two dots alone would be another address.
    else
      filled = filled.replace(`{${parameter.name}}`, () =>
        encodeURIComponent(/^\.*$/.test(value) ? "-" : value),
      );
  });
  return query.size === 0 ? `${url}${filled}` : `${url}${filled}?${query.toString()}`;
};

const judge = (operation: typeof Operation.Type, asked: string | undefined, answer: Asked): string => {
  const { status, contentType = "", body } = answer;
  const documented = Object.keys(operation.responses).map(Number);
  expect([...documented, nothingThere]).toContain(status);
  for (const name of Object.keys(operation.responses[status]?.headers ?? {}))
    expect(Object.keys(answer.headers)).toContain(name);
  expect(status).not.toBe(500);
  if (status < 300) {
    if (asked === undefined)
      expect(Object.keys(operation.responses[status]?.content ?? {})).toContain(contentType);
    return "";
  }
  if (asked === "HEAD") return "";
  expect(body).not.toMatch(ofTheProgram);
  if (contentType === "text/x.tlog.size") return "";
  expect(contentType).toBe("application/problem+json");
  const stated = decodeProblem(body);
  expect(stated.status).toBe(status);
  expect([...knownCodes]).toContain(stated.code);
  return stated.code;
};

/** What a run must have met, a success first. */
const reached = [
  "",
  ...["input-invalid", "media-type-unsupported", "body-too-large", "method-not-allowed", "headers-too-large"],
  ...["caller-unknown", "caller-not-allowed", "session-unknown", "phone-invalid", "checkpoint-malformed"],
];

const fuzz = async (
  country: Together,
): Promise<{
  readonly sent: number;
  readonly found: readonly string[];
  readonly codes: ReadonlySet<string>;
}> => {
  const door = readFileSync(`${country.folder}/venue/door.key`, "utf8").trim();
  let phone = 0;
  let person = "";
  const openSession = async () => {
    phone += 1;
    const answer = await ask({
      url: `${country.opened.get("issuer-1")?.urls.public ?? ""}/v1/sessions`,
      method: "POST",
      body: JSON.stringify({ phone: `0105555${String(1_000 + phone)}` }),
    });
    if (answer.status === 200) person = decodeToken(answer.body).token;
  };
  await openSession();
  let sent = 0;
  let asked = 0;
  const found: string[] = [];
  const codes = new Set<string>();
  const fuzzOne = async (fuzzed: Fuzzed, schemas: Parameters<typeof requestsFor>[1]) => {
    const { party, url, method, operation } = fuzzed;
    const route = `${method.toUpperCase()} ${fuzzed.path.replaceAll(/\{([^}]+)\}/g, ":$1")}`;
    const rows: Readonly<Record<string, readonly string[]>> = callers[operation.tags[0] ?? ""] ?? {};
    const kinds = rows[route] ?? [];
    const kind = kinds.find((each) => each !== "anyone" && each !== "stranger") ?? "anyone";
    const property = fc.asyncProperty(requestsFor(operation, schemas), async (drawn) => {
      const token = { person, door }[drawn.asker === "other" ? "nobody" : kind];
      const bearer =
        drawn.asker === "right" && token !== undefined ? ["authorization", `Bearer ${token}`] : [];
      const asker = drawn.asker === "right" ? (names[kind] ?? kind) : "board";
      const identity: TlsIdentity | undefined =
        drawn.asker === "nobody" ? undefined : country.identities.get(asker);
      const before = rowsIn(country, party);
      const type = drawn.contentType === "" ? [] : ["content-type", drawn.contentType];
      const answer = await send({
        url: urlOf(fuzzed, drawn),
        method: drawn.method ?? method.toUpperCase(),
        headers: [...type, ...bearer, ...drawn.headers],
        body: drawn.body,
        identity,
        isTruncated: drawn.isTruncated,
      });
      sent += 1;
      if (answer === undefined) return;
      const code = judge(operation, drawn.method, answer);
      codes.add(code);
      if (code !== "" && !counted.has(code)) expect(rowsIn(country, party)).toEqual(before);
      if (code === "session-unknown" || code === "caller-unknown") await openSession();
    });
    // Otherwise every operation would be asked with the same draws.
    asked += 1;
    const details = await fc.check(property, { seed: seed + asked, numRuns: requestsEach });
    if (details.failed) {
      const cause = details.errorInstance instanceof Error ? details.errorInstance.message : "";
      found.push(
        `FC_SEED=${String(seed)} ${party} ${route}\n${cause}\n${fc.stringify(details.counterexample)}`.slice(
          0,
          1_000,
        ),
      );
    }
    const open = country.opened.get(party)?.urls.public ?? url;
    expect((await ask({ url: `${open}/health` })).body).toBe('{"status":"alive"}');
  };
  for (const [party, { urls }] of country.opened) {
    for (const url of Object.values(urls)) {
      const { paths, components } = decodeDocument((await ask({ url: `${url}/openapi.json` })).body);
      for (const [path, methods] of Object.entries(paths)) {
        for (const [method, operation] of Object.entries(methods)) {
          await fuzzOne({ party, url, path, method, operation }, components.schemas);
        }
      }
    }
  }
  return { sent, found, codes };
};

it(
  "no request drawn from the documents finds a fault, an undocumented answer, or a row left by a refusal",
  async () => {
    console.log(`seed ${String(seed)}`);
    const { sent, found, codes } = await Effect.runPromise(
      Effect.scoped(
        Effect.flatMap(openTogether({ issuers: 1 }), (country) => Effect.promise(() => fuzz(country))),
      ),
    );
    expect(found).toEqual([]);
    // Without these it would have found nothing because it got nowhere.
    for (const code of reached) expect([...codes]).toContain(code);
    expect(sent).toBeGreaterThan(1_500);
  },
  isFull ? 1_200_000 : 120_000,
);

it("an answer is found wrong: a fault, an undocumented status, an unknown code, a word about the program, no document, no Retry-After", () => {
  const operation = {
    tags: [],
    parameters: [],
    responses: { "200": {}, "400": {}, "500": {}, "503": { headers: { "retry-after": {} } } },
  };
  const stated = {
    type: "about:blank",
    status: 400,
    title: "t",
    code: "input-invalid",
    detail: "d",
    advice: "a",
  };
  const judged =
    (status: number, body: object, contentType = "application/problem+json") =>
    () =>
      judge(operation, undefined, { status, contentType, headers: {}, body: JSON.stringify(body) });
  expect(judged(400, stated)()).toBe("input-invalid");
  expect(judged(500, { ...stated, status: 500, code: "fault" })).toThrow();
  expect(judged(418, { ...stated, status: 418 })).toThrow();
  expect(judged(400, { ...stated, code: "odd" })).toThrow();
  expect(judged(400, { ...stated, detail: "at run (/srv/serve.ts:1:2)" })).toThrow();
  expect(judged(400, stated, "application/json")).toThrow();
  expect(judged(400, { ...stated, status: 409 })).toThrow();
  // Without the header that the document announces.
  expect(judged(503, { ...stated, status: 503, code: "overloaded" })).toThrow();
});
