// The whole matrix of who may ask for what: every endpoint that a party's own OpenAPI document lists, asked by every kind
// of caller over real sockets, against the table in impl/protocol/http/callers.ts and against sentences written by hand.
// An endpoint that is missing in the table fails, and so does a row of the table that no party serves.
import { readFileSync } from "node:fs";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect, Schema } from "effect";
import { describe, expect, it } from "vitest";
import { openDesk } from "../../../impl/officer/desk/opening.ts";
import { callers } from "../../../impl/protocol/http/callers.ts";
import type { CallerKind } from "../../../impl/protocol/http/caller.ts";
import { newIdentity } from "../server/listening.ts";
import { ask, type Asked, type Question } from "./asks.ts";
import { openTogether, type Together } from "./together.ts";

const Document = Schema.fromJsonString(
  Schema.Struct({
    paths: Schema.Record(
      Schema.String,
      Schema.Record(Schema.String, Schema.Struct({ tags: Schema.Array(Schema.String) })),
    ),
  }),
);
const decodeDocument = Schema.decodeUnknownSync(Document);
const decodeCode = Schema.decodeUnknownSync(Schema.fromJsonString(Schema.Struct({ code: Schema.String })));
const decodeToken = Schema.decodeUnknownSync(Schema.fromJsonString(Schema.Struct({ token: Schema.String })));

interface Endpoint {
  readonly party: string;
  readonly url: string;
  readonly group: string;
  readonly route: string;
}

const parties = ["issuer-1", "custodian", "authority", "board", "venue"];

const endpointsAt = async (party: string, url: string): Promise<readonly Endpoint[]> => {
  const { paths } = decodeDocument((await ask({ url: `${url}/openapi.json` })).body);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { tags }]) => ({
      party,
      url,
      group: tags[0] ?? "",
      route: `${method.toUpperCase()} ${path.replaceAll(/\{([^}]+)\}/g, ":$1")}`,
    })),
  );
};

/** As what a key is known where. Whoever is not listed at a party is a stranger there, a party at its own door too. */
const knownAt: Readonly<Record<string, readonly string[]>> = {
  "issuer-1": ["custodian", "authority", "board"],
  custodian: ["issuer-1", "authority", "board"],
  authority: ["issuer-1", "custodian", "board"],
  board: ["issuer-1", "custodian", "authority"],
  office: ["issuer-1", "custodian", "authority", "board"],
  "officer-1": ["issuer-1", "authority", "custodian"],
  venue: ["custodian"],
};

const kindOf: Readonly<Record<string, CallerKind>> = {
  "issuer-1": "issuer",
  custodian: "custodian",
  authority: "authority",
  board: "board",
  office: "office",
  "officer-1": "officer",
  venue: "venue",
};

type Verdict = "answered" | "caller-unknown" | "caller-not-allowed";

const verdictOf = ({ status, body, contentType }: Asked): Verdict => {
  if (contentType !== "application/problem+json") return "answered";
  const { code } = decodeCode(body);
  if (code === "caller-unknown" && status === 401) return code;
  if (code === "caller-not-allowed" && status === 403) return code;
  return "answered";
};

const askAs = async (endpoint: Endpoint, as: Partial<Question>): Promise<Verdict> => {
  const [method = "", path = ""] = endpoint.route.split(" ");
  const filled = path.replaceAll(/:[a-zA-Z]+/g, "1");
  return verdictOf(await ask({ url: `${endpoint.url}${filled}`, method, ...as }));
};

interface Walked {
  readonly endpoint: Endpoint;
  /** What the table calls whoever asked. */
  readonly kind: CallerKind | "nobody";
  readonly verdict: Verdict;
}

/** An officer's desk, by those who stand before it; each question comes on a session of its own, which it may end. */
const walkDesk = async (url: string): Promise<readonly Walked[]> => {
  const walked: Walked[] = [];
  for (const endpoint of await endpointsAt("desk", url)) {
    walked.push({ endpoint, kind: "anyone", verdict: await askAs(endpoint, {}) });
    const { token } = decodeToken((await ask({ url: `${url}/v1/desk/demonstrations`, method: "POST" })).body);
    const headers = { authorization: `Bearer ${token}` };
    walked.push({ endpoint, kind: "desk", verdict: await askAs(endpoint, { headers }) });
  }
  return walked;
};

const walk = async (together: Together, desk: string): Promise<readonly Walked[]> => {
  const walked: Walked[] = [...(await walkDesk(desk))];
  const urlsOf = (party: string) => together.opened.get(party)?.urls ?? { public: "", parties: "" };
  const doorKey = readFileSync(`${together.folder}/venue/door.key`, "utf8").trim();
  const door = { headers: { authorization: `Bearer ${doorKey}` } };
  const registered = await ask({
    url: `${urlsOf("venue").public}/v1/registration`,
    method: "PUT",
    body: JSON.stringify({ venue: 7, kind: "karaoke" }),
    ...door,
  });
  expect(registered.status).toBe(200);
  const stranger = await Effect.runPromise(newIdentity("custodian"));

  let phone = 1_000;
  const person = async () => {
    phone += 1;
    const answer = await ask({
      url: `${urlsOf("issuer-1").public}/v1/sessions`,
      method: "POST",
      body: JSON.stringify({ phone: `0105555${String(phone)}` }),
    });
    return { headers: { authorization: `Bearer ${decodeToken(answer.body).token}` } };
  };

  for (const party of parties) {
    const urls = urlsOf(party);
    for (const endpoint of await endpointsAt(party, urls.public)) {
      walked.push({ endpoint, kind: "anyone", verdict: await askAs(endpoint, {}) });
      if (party === "issuer-1") {
        walked.push({ endpoint, kind: "person", verdict: await askAs(endpoint, await person()) });
      }
      if (party === "venue") walked.push({ endpoint, kind: "door", verdict: await askAs(endpoint, door) });
    }
    if (urls.parties === undefined) continue;
    for (const endpoint of await endpointsAt(party, urls.parties)) {
      walked.push({ endpoint, kind: "nobody", verdict: await askAs(endpoint, {}) });
      walked.push({ endpoint, kind: "stranger", verdict: await askAs(endpoint, { identity: stranger }) });
      for (const [name, identity] of together.identities) {
        const kind = knownAt[name]?.includes(party) === true ? kindOf[name] : "stranger";
        walked.push({ endpoint, kind: kind ?? "stranger", verdict: await askAs(endpoint, { identity }) });
      }
    }
  }
  return walked;
};

const said = ({ endpoint, kind, verdict }: Walked) =>
  `${endpoint.party} ${endpoint.route} asked by ${kind}: ${verdict}`;

describe("who may ask for what", async () => {
  const walked = await Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const together = yield* openTogether({ issuers: 1 });
        const desk = yield* openDesk(`${together.folder}/officer-1`, { port: 0, demonstration: true });
        return yield* Effect.promise(() => walk(together, desk.url));
      }),
    ).pipe(Effect.provide(NodeServices.layer)),
  );
  const answeredTo = (...kinds: readonly string[]) => [
    ...new Set(
      walked
        .filter(({ kind, verdict }) => kinds.includes(kind) && verdict === "answered")
        .map(({ endpoint }) => `${endpoint.party} ${endpoint.route}`),
    ),
  ];

  it("is walked wholly: every endpoint has a row, and every row an endpoint", () => {
    const served = new Set(walked.map(({ endpoint }) => `${endpoint.group} ${endpoint.route}`));
    const rows = Object.entries(callers).flatMap(([group, endpoints]) =>
      Object.keys(endpoints).map((route) => `${group} ${route}`),
    );
    expect([...served].sort()).toEqual(rows.sort());
    expect(walked.length).toBeGreaterThan(300);
  });

  it("is as the table says, for every endpoint and every kind of caller", () => {
    const expected = walked.map((each) => {
      const { endpoint, kind } = each;
      const row: Readonly<Record<string, readonly string[]>> = callers[endpoint.group] ?? {};
      const allowed = row[endpoint.route]?.includes(kind) === true;
      const refused = ["anyone", "stranger", "nobody"].includes(kind)
        ? "caller-unknown"
        : "caller-not-allowed";
      return said({ ...each, verdict: allowed ? "answered" : refused });
    });
    expect(walked.map(said)).toEqual(expected);
  });

  it("lets a key that nobody knows do one thing only: register a device", () => {
    expect(answeredTo("stranger", "nobody")).toEqual(["custodian POST /v1/venues"]);
  });

  it("lets the office announce and publish, and nothing else", () => {
    expect(answeredTo("office").sort()).toEqual([
      "board PUT /v1/figures/:date",
      "custodian PUT /v1/crisis-level",
      "issuer-1 PUT /v1/crisis-level",
    ]);
  });

  it("lets a venue's device register, and send scans to the custodian, and nothing else", () => {
    expect(answeredTo("venue").sort()).toEqual([
      "custodian POST /v1/late-scans",
      "custodian POST /v1/scans",
      "custodian POST /v1/venues",
    ]);
  });

  it("lets only the authority ask for a release or a join", () => {
    for (const route of ["custodian POST /v1/releases", "issuer-1 POST /v1/joins"]) {
      expect(answeredTo("authority")).toContain(route);
      expect(
        answeredTo("issuer", "custodian", "board", "office", "officer", "venue", "stranger"),
      ).not.toContain(route);
    }
  });

  it("lets an issuer deposit, have its log witnessed and show the board, and nothing else", () => {
    expect(answeredTo("issuer").sort()).toEqual([
      "authority POST /v1/witness/add-checkpoint",
      "board GET /v1/board",
      "board POST /v1/witness/add-checkpoint",
      "custodian POST /v1/deposits",
      "custodian POST /v1/witness/add-checkpoint",
    ]);
  });
});
