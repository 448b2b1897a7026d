// Attacks from outside, over real sockets: a venue that replays, forges, guesses, and scans at four in the morning for people who are not
// there, and a script that skips the page. After each the custodian counts as many visits as before.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect, Schema } from "effect";
import { describe, expect, it } from "vitest";
import { Card } from "../../impl/protocol/card.ts";
import { remoteCustodian } from "../../impl/protocol/remote/custodian.ts";
import { openPeer } from "../../impl/protocol/remote/peerclient.ts";
import { withVaultIn } from "../../impl/serve/holders.ts";
import { generateOfficer } from "../../impl/protocol/officers.ts";
import { drawSigningSeed, importSigningKey } from "../../impl/protocol/ed25519.ts";
import { headerBytes, passBytes, passSignedBytes } from "../../impl/protocol/pass.ts";
import { randomBytes } from "../../impl/protocol/randomness.ts";
import { tlsIdentityOf, tlsKey } from "../../impl/server/identity.ts";
import { approved, caseOf, requestOf } from "../impl/custodian/cases.ts";
import { ask } from "../impl/serve/asks.ts";
import { flipped, present } from "../impl/protocol/hex.ts";
import { openCountry, type Country } from "./country.ts";
import { asks, bytesOfPass, comeTo, openDevice, passOf, type Device, type Person } from "./inhabitants.ts";
import { makePassingClock } from "./passingclock.ts";

interface Scene {
  readonly country: Country;
  readonly person: Person;
  readonly device: Device;
  readonly other: Device;
}

const clock = makePassingClock(Date.UTC(2020, 6, 1, 3));
const hourMs = 3_600_000;

const attack = (body: (scene: Scene) => Effect.Effect<void>) =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const country = yield* openCountry({ clock });
        const person = yield* comeTo(country, "issuer-1", "48271936");
        const device = yield* openDevice(country, 2_863_311_531);
        const other = yield* openDevice(country, 3_735_929_054);
        yield* body({ country, person, device, other });
      }),
    ).pipe(Effect.provide(clock.layer)),
  );

const recorded = (country: Country) =>
  Effect.map(
    Effect.promise(() => ask({ url: `${country.publicUrl("custodian")}/v1/counts` })),
    ({ body }) => Number(/"recorded":(\d+)/.exec(body)?.[1]),
  );

const codeOf = ({ body }: { readonly body: string }) => /"code":"([a-z-]+)"/.exec(body)?.[1];

describe("a venue", () => {
  it("that replays stores one visit, whoever sends the pass again", () =>
    attack(({ country, person, device, other }) =>
      Effect.gen(function* () {
        const pass = bytesOfPass(yield* passOf(country, person));
        expect(yield* device.scan(pass)).toBe("admitted");
        expect(yield* device.scan(pass)).toBe("pass-replayed");
        expect(yield* other.scan(pass)).toBe("pass-replayed");
        expect(yield* recorded(country)).toBe(1);
      }),
    ));

  it("that forges or guesses stores nothing: each changed bit, each made-up pass, another's place", () =>
    attack(({ country, person, device, other }) =>
      Effect.gen(function* () {
        const pass = bytesOfPass(yield* passOf(country, person));
        const bits = [0, 1, 2, 10, 12, 18, headerBytes, passSignedBytes - 1, passSignedBytes, passBytes - 1];
        for (const byte of bits) expect(yield* device.scan(flipped(pass, byte * 8 + 3))).not.toBe("admitted");
        for (let guess = 0; guess < 20; guess += 1) {
          const made = Uint8Array.from(pass);
          // The next numbers of a living epoch, with a handle and signature of the venue's own.
          made.set(Uint8Array.of(0, guess), 10);
          made.set(randomBytes(passBytes - headerBytes), headerBytes);
          expect(yield* device.scan(made)).toBe("pass-forged");
        }
        // What this device signs under the number of another venue.
        expect(yield* device.scan(pass, clock.now(), false, other.venue)).toBe("not-allowed");
        expect(yield* recorded(country)).toBe(0);
      }),
    ));

  it("that scans at four in the morning for people who are not there stores nothing", () =>
    attack(({ country, person, device, other }) =>
      Effect.gen(function* () {
        const kept = bytesOfPass(yield* passOf(country, person));
        const shownAtMs = clock.now();
        clock.passTo(shownAtMs + 60_000);
        expect(yield* device.scan(bytesOfPass(yield* passOf(country, person)))).toBe("admitted");
        // As late, from a device that was heard since, and from one that was silent, which is believed about its network.
        clock.passTo(shownAtMs + 120_000);
        expect(yield* device.scan(kept, shownAtMs, true)).toBe("venue-not-silent");
        expect(yield* other.scan(kept, shownAtMs, true)).toBe("admitted");
        const late = bytesOfPass(yield* passOf(country, person));
        const lateShownAtMs = clock.now();
        clock.passTo(shownAtMs + 16 * hourMs);
        for (const at of [device, other]) {
          expect(yield* at.scan(late)).toBe("pass-expired");
          expect(yield* at.scan(late, lateShownAtMs)).not.toBe("admitted");
          expect(yield* at.scan(late, lateShownAtMs, true)).toBe("delivery-too-late");
        }
        expect(yield* recorded(country)).toBe(2);
      }),
    ));
});

describe("a script that skips the page", () => {
  it("gets no code and no pass without consent and verification, and nothing with a made-up session", () =>
    attack(({ country }) =>
      Effect.gen(function* () {
        const opened = yield* asks(country, { issuer: "issuer-1", token: "" }, "POST", "/v1/sessions", {
          phone: "01059382047",
        });
        const token = present(/"token":"([\w-]+)"/.exec(opened.body)?.[1]);
        const fresh = { issuer: "issuer-1", token } as const;
        expect(codeOf(yield* asks(country, fresh, "POST", "/v1/codes"))).toBe("consent-required");
        expect(codeOf(yield* asks(country, fresh, "POST", "/v1/passes"))).toBe("consent-required");
        expect(codeOf(yield* asks(country, fresh, "POST", "/v1/verification", { code: "000000" }))).toBe(
          "consent-required",
        );
        const guessed = {
          issuer: "issuer-1",
          token: Buffer.from(randomBytes(32)).toString("base64url"),
        } as const;
        expect(codeOf(yield* asks(country, guessed, "POST", "/v1/passes"))).toBe("session-unknown");
        expect(codeOf(yield* asks(country, guessed, "GET", "/v1/account"))).toBe("session-unknown");
      }),
    ));
});

describe("an administrator", () => {
  it("with two invented officers is a stranger to authority, custodian and issuers", () =>
    attack(({ country }) =>
      Effect.gen(function* () {
        const { officer } = yield* Effect.promise(() => generateOfficer(7));
        const another = present(importSigningKey(drawSigningSeed()));
        for (const key of [officer.signing, another]) {
          const identity = yield* tlsIdentityOf(key, "officer-1");
          for (const name of ["authority", "custodian", "issuer-1"] as const) {
            const { port } = new URL(country.partiesUrl(name));
            const asked = yield* Effect.promise(() =>
              ask({
                url: `https://127.0.0.1:${port}/v1/${name === "authority" ? "cases" : "roster"}`,
                identity,
              }),
            );
            expect([asked.status, codeOf(asked)]).toEqual([401, "caller-unknown"]);
          }
        }
      }),
    ));
});

describe("the authority's server with its database and vault", () => {
  it("gets nothing released, also when its administrator has put two invented officers on its own roster", () =>
    attack(({ country, person, device }) =>
      Effect.gen(function* () {
        expect(yield* device.scan(bytesOfPass(yield* passOf(country, person)))).toBe("admitted");
        clock.passTo(clock.now() + 60_000);
        // The line of the authority itself, with the key out of its vault: its caller is known, so only the officers' word is missing.
        const key = yield* withVaultIn(join(country.folder, "authority"), tlsKey);
        const card = Schema.decodeUnknownSync(Schema.fromJsonString(Card))(
          readFileSync(join(country.folder, "authority", "peers", "custodian.json"), "utf8"),
        );
        const custodian = yield* remoteCustodian(
          yield* openPeer({
            name: "custodian",
            url: present(card.urls.parties),
            pinnedKey: card.tlsKey,
            identity: yield* tlsIdentityOf(key, "authority"),
          }),
        );
        const window = { venue: device.venue, fromMs: clock.now() - hourMs, untilMs: clock.now() };
        const text = caseOf([window], "case-of-nobody", "investigation", clock.now());
        for (const numbers of [
          [1, 2],
          [8, 9],
        ]) {
          const made = yield* Effect.promise(() => Promise.all(numbers.map(generateOfficer)));
          const approvals = approved(
            text,
            made.map(({ officer }) => officer),
            clock.now(),
          );
          const refused = yield* Effect.flip(custodian.release(requestOf(text, approvals)));
          expect(refused._tag === "Refused" && refused.code).toBe("officers-too-few");
        }
        expect(country.said.get("custodian")?.join("\n")).not.toContain("case-of-nobody");
      }).pipe(Effect.scoped, Effect.provide(NodeServices.layer), Effect.orDie),
    ));
});

describe("whoever listens between people and their issuer", () => {
  it("hears what is said, because a public listener without a certificate speaks plain HTTP", () =>
    attack(({ country }) =>
      Effect.sync(() => expect(country.publicUrl("issuer-1")).toMatch(/^http:\/\/127\.0\.0\.1:/)),
    ));
});
