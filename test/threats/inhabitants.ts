// The inhabitants of the country: people with phones at an issuer, the people of a venue at its door, other venues with devices of
// their own, and officers. They use what everybody uses: HTTP, and mutual TLS with their own keys.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect, Schema } from "effect";
import { openOffice, type Office } from "../../impl/officer/office.ts";
import {
  approveCase,
  closeCase,
  readCase,
  requestCase,
  shareCase,
  textToApprove,
} from "../../impl/officer/steps.ts";
import { refusalCode } from "../../impl/lifecycle/refused.ts";
import { Card } from "../../impl/protocol/card.ts";
import { drawSigningSeed, importSigningKey, type SigningKey } from "../../impl/protocol/ed25519.ts";
import { decodePassText, passVersions } from "../../impl/protocol/pass.ts";
import { remoteCustodian } from "../../impl/protocol/remote/custodian.ts";
import { openPeer } from "../../impl/protocol/remote/peerclient.ts";
import { encodeScan } from "../../impl/protocol/scan.ts";
import { tlsIdentityOf } from "../../impl/server/identity.ts";
import { ask, type Asked } from "../impl/serve/asks.ts";
import { present } from "../impl/protocol/hex.ts";
import type { Country, PartyName } from "./country.ts";

export interface Person {
  readonly issuer: PartyName;
  /** The eight figures after 010. */
  readonly eight: string;
  readonly token: string;
}

const answered = <A>(schema: Schema.Codec<A, unknown>, { status, body }: Asked): A => {
  if (status !== 200) throw new Error(`answered ${String(status)}: ${body}`);
  return Schema.decodeUnknownSync(Schema.fromJsonString(schema))(body);
};
const Token = Schema.Struct({ token: Schema.String });
const NoticeHash = Schema.Struct({ hash: Schema.String });
const PassText = Schema.Struct({ text: Schema.String });
const Message = Schema.fromJsonString(Schema.Struct({ to: Schema.String, text: Schema.String }));

/** One request of a person to their issuer, as a script would make it. */
export const asks = (
  country: Country,
  { issuer, token }: Pick<Person, "issuer" | "token">,
  method: string,
  path: string,
  payload: unknown = {},
) =>
  Effect.promise(() =>
    ask({
      url: `${country.publicUrl(issuer)}${path}`,
      method,
      headers: token === "" ? {} : { authorization: `Bearer ${token}` },
      body: method === "GET" || method === "DELETE" ? "" : JSON.stringify(payload),
    }),
  );

const agree = Effect.fnUntraced(function* (country: Country, person: Pick<Person, "issuer" | "token">) {
  const { hash } = answered(NoticeHash, yield* asks(country, person, "GET", "/v1/notice"));
  const agreed = yield* asks(country, person, "POST", "/v1/consent", { notice: hash, under14: false });
  if (agreed.status !== 200) throw new Error(agreed.body);
});

/** The last code that a phone got, out of all that the carrier ever had. */
export const lastCode = (country: Country, eight: string): string => {
  const messages = country.carrier.bodies.map((body) => Schema.decodeUnknownSync(Message)(body.toString()));
  const { text } = present(messages.findLast(({ to }) => to.endsWith(eight)));
  return present(/\d{6}/.exec(text)?.[0]);
};

/** Comes to an issuer with a phone, agrees, and types the code. */
export const comeTo = Effect.fnUntraced(function* (country: Country, issuer: PartyName, eight: string) {
  const opened = yield* asks(country, { issuer, token: "" }, "POST", "/v1/sessions", {
    phone: `010-${eight.slice(0, 4)}-${eight.slice(4)}`,
  });
  const person: Person = { issuer, eight, token: answered(Token, opened).token };
  yield* agree(country, person);
  const sent = yield* asks(country, person, "POST", "/v1/codes");
  if (sent.status !== 200) throw new Error(sent.body);
  const verified = yield* asks(country, person, "POST", "/v1/verification", {
    code: lastCode(country, eight),
  });
  if (verified.status !== 200) throw new Error(verified.body);
  return person;
});

/** A fresh pass, as text. */
export const passOf = Effect.fnUntraced(function* (country: Country, person: Person) {
  yield* agree(country, person);
  return answered(PassText, yield* asks(country, person, "POST", "/v1/passes")).text;
});

export const bytesOfPass = (text: string): Uint8Array => {
  const decoded = decodePassText(text, passVersions.deployed);
  if (!decoded.ok) throw new Error(decoded.reason);
  return decoded.value.bytes;
};

export const withdraws = (country: Country, person: Person) => asks(country, person, "DELETE", "/v1/consent");

/** One request at the door of the served venue. */
export const atTheDoor = (country: Country, method: string, path: string, payload: unknown) =>
  Effect.promise(() =>
    ask({
      url: `${country.publicUrl("venue")}${path}`,
      method,
      headers: { authorization: `Bearer ${country.doorKey()}` },
      body: JSON.stringify(payload),
    }),
  );

const cardOf = (country: Country, owner: string, name: string): Card =>
  Schema.decodeUnknownSync(Schema.fromJsonString(Card))(
    readFileSync(join(country.folder, owner, "peers", `${name}.json`), "utf8"),
  );

/** A venue of its own: number, device key, and the line to the custodian. */
export interface Device {
  readonly venue: number;
  readonly key: SigningKey;
  /** Delivers a pass as scanned at an instant: admitted, or the code of the refusal. */
  readonly scan: (
    pass: Uint8Array,
    scannedAtMs?: number,
    late?: boolean,
    claimed?: number,
  ) => Effect.Effect<string>;
}

export const openDevice = Effect.fnUntraced(function* (country: Country, venue: number) {
  const key = present(importSigningKey(drawSigningSeed()));
  const card = cardOf(country, "venue", "custodian");
  const peer = yield* openPeer({
    name: "custodian",
    url: present(card.urls.parties),
    pinnedKey: card.tlsKey,
    identity: yield* tlsIdentityOf(key, "venue"),
  });
  const custodian = yield* remoteCustodian(peer);
  yield* Effect.orDie(custodian.registerVenue({ venue, kind: "karaoke", deviceKey: key.publicKey }));
  const scan: Device["scan"] = (pass, scannedAtMs = country.clock.now(), late = false, claimed = venue) =>
    custodian
      .record([
        { bytes: encodeScan(key, pass, claimed, scannedAtMs), receivedAtMs: country.clock.now(), late },
      ])
      .pipe(
        Effect.map(([answer = 0]) => (answer === 0 ? "admitted" : refusalCode(answer))),
        Effect.orDie,
      );
  return { venue, key, scan } satisfies Device;
});

export interface Window {
  readonly venue: number;
  readonly fromMs: number;
  readonly untilMs: number;
}

/** Two officers take a case to its end; answers what both could read. */
export const investigate = Effect.fnUntraced(function* (
  [first, second]: readonly [Office, Office],
  windows: readonly Window[],
  closes = true,
) {
  const { caseId } = yield* requestCase(first, { ground: "investigation", windows });
  yield* approveCase(second, caseId, yield* textToApprove(second, caseId));
  yield* shareCase(first, caseId);
  yield* shareCase(second, caseId);
  const read = yield* readCase(second, caseId);
  if (closes) yield* closeCase(first, caseId);
  return { caseId, visits: read.visits };
}, Effect.orDie);

export const openOfficers = (country: Pick<Country, "folder">) =>
  Effect.all([
    openOffice(join(country.folder, "officer-1")),
    openOffice(join(country.folder, "officer-2")),
  ]).pipe(Effect.provide(NodeServices.layer), Effect.orDie);
