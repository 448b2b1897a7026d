// People and a door of a small country that is open for a test: an issuer verifies a number, a pass is issued, and the door admits it.
// Everything goes over the parties' real listeners, as a phone and a scanner do it; what then becomes of the records is asked by the tests.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Effect, Schema } from "effect";
import { ask, type Question } from "./asks.ts";
import type { Together } from "./together.ts";

/** The venue at the door. */
export const venue = 4_100_000_017;

export const asked = <A>(question: Question, answer: Schema.Codec<A, unknown>) =>
  Effect.promise(async () => {
    const { status, body } = await ask(question);
    if (status >= 300) throw new Error(`${question.url}: ${String(status)} ${body}`);
    return Schema.decodeUnknownSync(Schema.fromJsonString(answer))(body);
  });
const json = (value: unknown): Pick<Question, "method" | "body"> => ({
  method: "POST",
  body: JSON.stringify(value),
});
export const Anything = Schema.Unknown;

export const publicUrl = ({ opened }: Together, name: string): string => opened.get(name)?.urls.public ?? "";
const partiesUrl = ({ opened }: Together, name: string): string => opened.get(name)?.urls.parties ?? "";

/** A person at an issuer: agrees, is verified, and answers the token of the session. */
export const verified = Effect.fnUntraced(function* (
  country: Together,
  issuer: string,
  phone: string,
  inbox: ReadonlyMap<string, string>,
) {
  const url = publicUrl(country, issuer);
  const { token } = yield* asked(
    { url: `${url}/v1/sessions`, ...json({ phone }) },
    Schema.Struct({ token: Schema.String }),
  );
  const headers = { authorization: `Bearer ${token}` };
  const { hash } = yield* asked({ url: `${url}/v1/notice` }, Schema.Struct({ hash: Schema.String }));
  yield* asked({ url: `${url}/v1/consent`, headers, ...json({ notice: hash, under14: false }) }, Anything);
  yield* asked({ url: `${url}/v1/codes`, headers, method: "POST" }, Anything);
  const code = /\d{6}/.exec(inbox.get(phone) ?? "")?.[0];
  yield* asked({ url: `${url}/v1/verification`, headers, ...json({ code }) }, Anything);
  return { url, headers };
});

/** Whether the door admits a new pass of a person. */
export const admitted = Effect.fnUntraced(function* (
  country: Together,
  person: { readonly url: string; readonly headers: Readonly<Record<string, string>> },
) {
  const { text } = yield* asked(
    { url: `${person.url}/v1/passes`, headers: person.headers, ...json({}) },
    Schema.Struct({ text: Schema.String }),
  );
  const door = readFileSync(join(country.folder, "venue", "door.key"), "utf8").trim();
  const headers = { authorization: `Bearer ${door}` };
  const scan = { url: `${publicUrl(country, "venue")}/v1/scans`, headers, ...json({ text }) };
  return yield* asked(scan, Schema.Struct({ admission: Schema.String }));
});

/** The level is raised, and the venue registered. */
export const openPlaces = Effect.fnUntraced(function* (country: Together) {
  const identity = country.identities.get("office");
  const told = [...country.opened.keys()].filter((name) => /^(custodian|issuer-\d)$/.test(name));
  for (const party of told)
    yield* asked(
      {
        url: `${partiesUrl(country, party)}/v1/crisis-level`,
        identity,
        method: "PUT",
        body: JSON.stringify({ level: "serious" }),
      },
      Anything,
    );
  const door = readFileSync(join(country.folder, "venue", "door.key"), "utf8").trim();
  yield* asked(
    {
      url: `${publicUrl(country, "venue")}/v1/registration`,
      headers: { authorization: `Bearer ${door}` },
      method: "PUT",
      body: JSON.stringify({ venue, kind: "karaoke" }),
    },
    Anything,
  );
});
