/**
 * Devices of venues that the harness holds itself: each has a key of its own, proves it to the custodian over mutual TLS, and signs
 * whatever it is told to sign, right or wrong. Beside them stands the served venue's door, which signs what it scans by itself.
 * A device registers under a number that no other has. Nothing here is decided; the custodian's codes are handed on.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Effect, Schema } from "effect";
import { drawSigningSeed, importSigningKey, type SigningKey } from "../../../impl/protocol/ed25519.ts";
import { base64UrlOf } from "../../../impl/protocol/http/bytes.ts";
import { tlsIdentityOf } from "../../../impl/server/identity.ts";
import { ask, type Question, type Replied } from "./requests.ts";
import { yes } from "./visitors.ts";

const asAnswers = Schema.decodeUnknownSync(
  Schema.Struct({ answers: Schema.Tuple([Schema.Struct({ code: Schema.optionalKey(Schema.String) })]) }),
);
const asRegistration = Schema.decodeUnknownSync(
  Schema.Struct({ registration: Schema.NullOr(Schema.Struct({ venue: Schema.Int })) }),
);

export interface Device {
  readonly venue: number;
  readonly key: SigningKey;
  /** Delivers a signed scan: the code of the refusal, empty where it was taken. */
  readonly deliver: (scan: Uint8Array, late: boolean) => Effect.Effect<string>;
}

const firstVenue = 1_000;

/** A key that was drawn just now. */
export const freshKey = (): SigningKey => {
  const key = importSigningKey(drawSigningSeed());
  if (key === undefined) throw new Error("a seed that was just drawn makes no key");
  return key;
};

/** Of a country, what devices need. */
export interface CustodiansLine {
  readonly closedUrls: { readonly custodian: string };
}

/** Of a country, what the people at its door need. */
export interface DoorsPlace {
  readonly folder: string;
  readonly urls: { readonly venue: string };
}

/** A registered device of a venue of its own, at each call a new one. */
export const makeDevices = ({ closedUrls }: CustodiansLine): Effect.Effect<Device> => {
  let venue = firstVenue;
  return Effect.gen(function* () {
    venue += 1;
    const number = venue;
    const key = freshKey();
    const identity = yield* tlsIdentityOf(key, "venue");
    const question = (path: string, body: unknown): Question => ({
      method: "POST",
      url: `${closedUrls.custodian}${path}`,
      identity,
      body,
    });
    const registration = { venue: number, kind: "karaoke", deviceKey: base64UrlOf(key.publicKey) };
    yield* yes(question("/v1/venues", registration));
    return {
      venue: number,
      key,
      deliver: (scan, late) =>
        Effect.map(
          ask(question(late ? "/v1/late-scans" : "/v1/scans", { scans: [base64UrlOf(scan)] })),
          ({ code, body }) => (code === "" ? (asAnswers(body).answers[0].code ?? "") : code),
        ),
    } satisfies Device;
  });
};

/** The door of the served venue, which registers when it is first needed. */
export const makeDoor = ({ folder, urls }: DoorsPlace) => {
  const asks = (method: Question["method"], path: string, body?: unknown): Question => ({
    method,
    url: `${urls.venue}${path}`,
    token: readFileSync(join(folder, "venue", "door.key"), "utf8").trim(),
    body,
  });
  const wanted = { venue: 17, kind: "karaoke" };
  /** Answers the venue's number. */
  const register = Effect.gen(function* () {
    const { registration } = asRegistration(yield* yes(asks("GET", "/v1/registration")));
    if (registration !== null) return registration.venue;
    yield* yes(asks("PUT", "/v1/registration", wanted));
    return wanted.venue;
  });
  return {
    register,
    /** Somebody holds a phone to the scanner. */
    scan: (text: string): Effect.Effect<Replied> => ask(asks("POST", "/v1/scans", { text })),
  };
};
