// Under 14 (F11): one yes or no at agreeing; a guardian confirms by a code to a number of their own, or the issuer refuses.
// The guardian's number is kept nowhere after, the confirmation belongs to the session that asked, and the record says who consented.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import { filesHolding } from "../store/freshfolder.ts";
import {
  agreesOn,
  allowed,
  asksCode,
  asksGuardian,
  asksPass,
  guardianTypes,
  openDevice,
  readsSms,
  types,
} from "./devices.ts";
import { wrongOf } from "./people.ts";
import { minute, newPremises, noonMs, running, type Circumstances, type Inside } from "./premises.ts";
import { allRows } from "./stored.ts";

const child = "010-3333-1414";
const guardian = "+821077778888";

const inside = <A, E>(
  program: Effect.Effect<A, E, Inside>,
  circumstances: Circumstances = {},
  premises = newPremises(),
) => running(premises, noonMs, Effect.andThen(allowed, program), circumstances);

describe("an issuer that asks a guardian", () => {
  it("takes the consent of a child only after the guardian's code, on that session alone", () =>
    inside(
      Effect.gen(function* () {
        const device = yield* openDevice(child);
        expect(yield* agreesOn(device, true)).toBe("guardian-required");
        expect(yield* guardianTypes(device, "123456")).toBe("code-not-sent");
        expect(yield* asksGuardian(device, "010-7777-8888")).toBe("sent");
        const code = yield* readsSms(guardian);
        expect(yield* agreesOn(device, true)).toBe("guardian-required");
        expect(yield* guardianTypes(device, wrongOf(code))).toBe("code-wrong");
        const other = yield* openDevice("010-3333-1515");
        expect(yield* guardianTypes(other, code)).toBe("code-not-sent");
        expect(yield* guardianTypes(device, code)).toBe("confirmed");
        expect(yield* agreesOn(other, true)).toBe("guardian-required");
        expect(yield* agreesOn(device, true)).toBe("agreed");
        yield* asksCode(device);
        expect(yield* types(device, yield* readsSms(device.phone))).toBe("verified");
        expect(yield* asksPass(device)).toBe("shown");
        const { consent_record: records } = yield* allRows;
        expect(records).toEqual([
          [expect.any(Number), expect.any(String), 1, expect.any(String), noonMs, null, 1],
        ]);
      }),
    ));

  it("holds the confirmation for ten minutes, and for the notice that was agreed to as long as the account", () =>
    inside(
      Effect.gen(function* () {
        const device = yield* openDevice(child);
        yield* asksGuardian(device, guardian);
        yield* guardianTypes(device, yield* readsSms(guardian));
        yield* TestClock.adjust(10 * minute - 1);
        expect(yield* agreesOn(device, true)).toBe("agreed");
        yield* asksCode(device);
        yield* types(device, yield* readsSms(device.phone));
        // Consent is asked for at every pass; the guardian agreed to this notice and need not be at the door.
        yield* TestClock.adjust(60 * minute);
        expect(yield* asksPass(device)).toBe("consent-required");
        expect(yield* agreesOn(device, true)).toBe("agreed");
        expect(yield* asksPass(device)).toBe("shown");
        const late = yield* openDevice("010-3333-1616");
        yield* asksGuardian(late, guardian);
        yield* guardianTypes(late, yield* readsSms(guardian));
        yield* TestClock.adjust(10 * minute);
        expect(yield* agreesOn(late, true)).toBe("guardian-required");
      }),
    ));

  it("bounds tries and sends as for anybody's own code, and takes no code twice", () =>
    inside(
      Effect.gen(function* () {
        const device = yield* openDevice(child);
        expect(yield* asksGuardian(device, child)).toBe("guardian-same-number");
        expect(yield* asksGuardian(device, "12")).toBe("phone-invalid");
        yield* asksGuardian(device, guardian);
        const code = yield* readsSms(guardian);
        for (let wrong = 1; wrong < 5; wrong += 1)
          expect(yield* guardianTypes(device, wrongOf(code))).toBe("code-wrong");
        expect(yield* guardianTypes(device, wrongOf(code))).toBe("code-locked");
        expect(yield* guardianTypes(device, code)).toBe("code-locked");
        expect(yield* asksGuardian(device, guardian)).toBe("code-locked");
        const other = yield* openDevice("010-3333-1515");
        for (const sent of ["sent", "sent", "sends-exceeded"])
          expect(yield* asksGuardian(other, guardian)).toBe(sent);
        const twice = yield* readsSms(guardian);
        expect(yield* guardianTypes(other, twice)).toBe("confirmed");
        expect(yield* guardianTypes(other, twice)).toBe("code-not-sent");
      }),
    ));

  it("lets a code live three minutes", () =>
    inside(
      Effect.gen(function* () {
        const device = yield* openDevice(child);
        yield* asksGuardian(device, guardian);
        const code = yield* readsSms(guardian);
        yield* TestClock.adjust(3 * minute);
        expect(yield* guardianTypes(device, code)).toBe("code-not-sent");
      }),
    ));

  it("keeps the guardian's number in no file and no row", async () => {
    const premises = newPremises();
    await inside(
      Effect.gen(function* () {
        const device = yield* openDevice(child);
        yield* asksGuardian(device, guardian);
        yield* guardianTypes(device, yield* readsSms(guardian));
        yield* agreesOn(device, true);
        const { people } = yield* Issuer;
        const receipt = yield* people.receipt(device);
        expect(JSON.stringify([receipt, yield* people.account(device)])).not.toContain("7777");
        expect(receipt.receipt.event[0]?.entity_id).toBe("guardian");
        expect(receipt.receipt.party_identification.map(({ party_role }) => party_role)).toEqual([
          "PII controller",
          "PII principal",
          "guardian",
        ]);
      }),
      {},
      premises,
    );
    for (const form of ["77778888", "7777-8888", guardian])
      expect(filesHolding(premises.folder, form)).toEqual([]);
  });

  it("believes who says not to be under 14, and says so in the record", () =>
    inside(
      Effect.gen(function* () {
        const device = yield* openDevice(child);
        expect(yield* agreesOn(device, false)).toBe("agreed");
        const { people } = yield* Issuer;
        expect(yield* people.account(device)).toMatchObject({ consentRecords: [{ byGuardian: false }] });
      }),
    ));
});

describe("an issuer that refuses children", () => {
  it("takes no consent and sends no guardian's code", () =>
    inside(
      Effect.gen(function* () {
        const device = yield* openDevice(child);
        expect(yield* agreesOn(device, true)).toBe("children-refused");
        expect(yield* asksGuardian(device, guardian)).toBe("children-refused");
        expect(yield* agreesOn(device, false)).toBe("agreed");
      }),
      { children: "refuse", policy: presets["2020-07"] },
    ));
});
