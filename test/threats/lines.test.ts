// The lines between real processes: everybody served as `entrylog serve` serves them, somebody on every line between two parties and
// between officers and the authority, and a collector for what each exports. One person enters, two officers take a case to its end.
// What was overheard is TLS record by record and says nothing that can be read; nor does anything printed, exported or left in a folder.
// The same tap before a plain HTTP server shows that it would be seen.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Clock, Effect } from "effect";
import { beforeAll, describe, expect, it } from "vitest";
import { ask } from "../impl/serve/asks.ts";
import { openHousehold, startEverybody, type Household } from "../impl/serve/failing/household.ts";
import { present } from "../impl/protocol/hex.ts";
import { openCollector, type Collected } from "./collecting.ts";
import { leadThrough } from "./country.ts";
import { formsOfBytes, formsOfPhone, formsOfText, formsOfWhole, type Form } from "./forms.ts";
import { bytesOfPass, investigate, openOfficers } from "./inhabitants.ts";
import { heldIn, searchFor, type Held } from "./searching.ts";
import { tap, type Overheard } from "./wiretap.ts";

const eight = "48271936";
const venue = 2_863_311_531;
const names = ["issuer-1", "venue", "custodian", "authority", "board"] as const;

const asked = async (url: string, token: string, body: object = {}, method = "POST") => {
  const headers = token === "" ? {} : { authorization: `Bearer ${token}` };
  const answer = await ask({ url, method, headers, body: method === "GET" ? "" : JSON.stringify(body) });
  if (answer.status !== 200) throw new Error(`${url} answered ${String(answer.status)}: ${answer.body}`);
  return answer.body;
};
const fieldOf = (body: string, name: string): string =>
  present(new RegExp(`"${name}":"([^"]*)"`).exec(body)?.[1]);

/** One person comes, is verified, enters, and is found by two officers. */
const enters = async (household: Household) => {
  const issuer = household.publicUrl("issuer-1");
  const token = fieldOf(await asked(`${issuer}/v1/sessions`, "", { phone: `010${eight}` }), "token");
  const notice = fieldOf(await asked(`${issuer}/v1/notice`, "", {}, "GET"), "hash");
  await asked(`${issuer}/v1/consent`, token, { notice, under14: false });
  await asked(`${issuer}/v1/codes`, token);
  const inbox = await ask({ url: `${household.carrierUrl}/phones/010${eight}` });
  const code = present(/\d{6}/.exec(inbox.body.replaceAll(eight, ""))?.[0]);
  await asked(`${issuer}/v1/verification`, token, { code });
  const text = fieldOf(await asked(`${issuer}/v1/passes`, token), "text");
  const key = readFileSync(join(household.folder, "venue", "door.key"), "utf8").trim();
  const door = household.publicUrl("venue");
  await asked(`${door}/v1/registration`, key, { venue, kind: "karaoke" }, "PUT");
  expect(await asked(`${door}/v1/scans`, key, { text })).toContain("checked");
  return { token, code, text };
};

/** The kinds of the TLS records of one direction of one connection; undefined if anything else stands there. */
const recordsOf = (bytes: Buffer): readonly number[] | undefined => {
  const kinds: number[] = [];
  for (let at = 0; at + 5 <= bytes.length; at += 5 + bytes.readUInt16BE(at + 3)) {
    const [kind = 0, major = 0] = [bytes[at], bytes[at + 1]];
    if (![20, 21, 22, 23].includes(kind) || major !== 3 || bytes.readUInt16BE(at + 3) > 16_640)
      return undefined;
    kinds.push(kind);
  }
  return kinds;
};

const linesOf = (heard: readonly Overheard[]): readonly Held[] =>
  Object.entries(
    Object.groupBy(heard, ({ at, direction, connection }) => `${at} ${direction} ${String(connection)}`),
  ).map(([name, parts = []]) => ({ name, bytes: Buffer.concat(parts.map(({ bytes }) => bytes)) }));

const lived = Effect.gen(function* () {
  const exported = new Map<string, Collected>();
  for (const name of names) exported.set(name, yield* openCollector);
  const household = yield* openHousehold({
    configure: ({ name }) => ({ telemetry: { otlpUrl: present(exported.get(name)).url } }),
  });
  const { folder } = household;
  const overheard: Overheard[] = [];
  const taps = new Map<string, number>();
  for (const name of names) {
    if (name === "venue") continue;
    const port = Number(new URL(household.partiesUrl(name)).port);
    taps.set(name, yield* tap(name, port, overheard, () => 0));
  }
  leadThrough(folder, taps);
  yield* Effect.promise(() => startEverybody(household));
  yield* Effect.promise(() => household.announce("serious"));
  const person = yield* Effect.promise(() => enters(household));
  const officers = yield* openOfficers({ folder });
  const nowMs = yield* Clock.currentTimeMillis;
  const window = { venue, fromMs: nowMs - 600_000, untilMs: nowMs };
  const { visits } = yield* investigate(officers, [window]);
  const unknown = yield* Effect.promise(() =>
    Promise.all(
      [...taps.keys()].map(async (name) => {
        const url = household.partiesUrl(name);
        const answers = [`${url}/v1/roster`, `${url.replace("https:", "http:")}/v1/roster`].map((each) =>
          ask({ url: each }).then(
            ({ status }) => status,
            () => "cut off",
          ),
        );
        return [name, ...(await Promise.all(answers))];
      }),
    ),
  );
  const codes = yield* Effect.promise(() => Promise.all(names.map((name) => household.stop(name))));
  const held = new Map(
    names.map((name): readonly [string, readonly Held[]] => [
      name,
      [
        ...heldIn(join(folder, name), (file) => !file.startsWith("peers/") && !file.endsWith(".json")),
        { name: "what it printed", bytes: Buffer.from(household.said(name)) },
        { name: "what it exported", bytes: Buffer.concat(present(exported.get(name)).bodies) },
      ],
    ]),
  );
  return { ...person, visits, unknown, codes, held, lines: linesOf(overheard) };
});

describe("real processes", () => {
  let scene: Effect.Success<typeof lived> | undefined;
  beforeAll(async () => {
    scene = await Effect.runPromise(Effect.scoped(lived));
  }, 240_000);

  const phones = formsOfPhone(eight);
  const places = formsOfWhole("venue", BigInt(venue));
  const secrets = (): readonly Form[] => {
    const { token, code, text } = present(scene);
    return [
      ...phones,
      ...formsOfBytes("session", Buffer.from(token, "base64url")),
      ...formsOfText("session", token),
      ...formsOfText("code", `"${code}"`),
      ...formsOfBytes("pass", bytesOfPass(text).subarray(26, 58)),
      ...formsOfText("pass", text),
    ];
  };

  it("did what is searched for: somebody entered, and two officers know who", () => {
    expect(present(scene).visits.map(({ phoneNumber }) => phoneNumber)).toEqual([`+8210${eight}`]);
    expect(present(scene).codes).toEqual([0, 0, 0, 0, 0]);
  });

  it("speak TLS with each other, record by record, on every line and both ways", () => {
    const { lines } = present(scene);
    expect([...new Set(lines.map(({ name }) => name.split(" ").slice(0, 2).join(" ")))].sort()).toEqual(
      ["authority", "board", "custodian", "issuer-1"].flatMap((name) => [`${name} in`, `${name} out`]),
    );
    for (const { name, bytes } of lines) expect(recordsOf(bytes)?.[0], name).toBe(22);
    // One connection or another is opened and closed without a question; most carry some.
    const carrying = lines.filter(({ bytes }) => recordsOf(bytes)?.includes(23));
    expect(carrying.length).toBeGreaterThan(lines.length / 2);
  });

  it("say nothing on these lines that can be read", () => {
    const forms = [
      ...secrets(),
      ...places,
      ...formsOfText("method", "POST /v1"),
      ...formsOfText("type", "application/"),
    ];
    expect(searchFor(forms)(present(scene).lines)).toEqual([]);
  });

  it("answer at these doors nobody whose certificate is not pinned, and cut off who speaks without TLS", () => {
    expect(present(scene).unknown).toEqual([
      ["issuer-1", 401, "cut off"],
      ["custodian", 401, "cut off"],
      ["authority", 401, "cut off"],
      // It keeps no roster; what it has for parties is asked in test/impl/serve/matrix.test.ts.
      ["board", 404, "cut off"],
    ]);
  });

  it.each(names)(
    "%s holds, prints and exports no number, session, code or pass, and no place that is not its own",
    (name) => {
      const held = present(present(scene).held.get(name));
      expect(searchFor(secrets())(held)).toEqual([]);
      if (name === "issuer-1" || name === "board") expect(searchFor(places)(held)).toEqual([]);
      const told = held.filter(({ name: what }) => what.startsWith("what it"));
      expect(searchFor([...secrets(), ...places])(told)).toEqual([]);
      for (const { bytes } of told) expect(bytes.length).toBeGreaterThan(20);
    },
  );

  it("and a line without TLS would be seen at once", async () => {
    const heard: Overheard[] = [];
    await Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const plain = yield* openCollector;
          const port = yield* tap("plain", Number(new URL(plain.url).port), heard, () => 0);
          const body = JSON.stringify({ phone: `+8210${eight}`, venue });
          yield* Effect.promise(() =>
            ask({ url: `http://127.0.0.1:${String(port)}/v1`, method: "POST", body }),
          );
        }),
      ),
    );
    const lines = linesOf(heard);
    const found = searchFor([...phones, ...places, ...formsOfText("method", "POST /v1")])(lines);
    for (const what of ["phone", "venue", "method"])
      expect(found.some((told) => told.startsWith("plain in") && told.includes(`holds ${what}`))).toBe(true);
    expect(lines.map(({ bytes }) => recordsOf(bytes))).toEqual([undefined, undefined]);
  });
});
