// Receipts for consents: valid against the fields of ISO/IEC TS 27560:2023 and of the Kantara Consent Receipt 1.1, listed here by hand,
// signed by the issuer over every field, and saying what its record says, in both presets and after a withdrawal.
import { createHash } from "node:crypto";
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { Issuer } from "../../../impl/issuer/issuer.ts";
import { isReceiptOf } from "../../../impl/protocol/consentreceipt.ts";
import { noticeLine } from "../../../impl/protocol/noticehash.ts";
import { present } from "../protocol/hex.ts";
import { agreesOn, allowed, openDevice, verifiedDevice } from "./devices.ts";
import { minute, newPremises, noonMs, running } from "./premises.ts";
import { allRows } from "./stored.ts";

const ann = "010-1234-5678";

/** Clause 6 of the specification: what the sections of a record and the metadata of a receipt hold. */
const fields27560 = {
  receipt: ["schema_version", "receipt_id", "record_id", "pii_principal_id"],
  processing: ["privacy_notice", "language", "purposes"],
  purpose: [
    "purpose",
    "purpose_type",
    "lawful_basis",
    "pii_information",
    "pii_controllers",
    "collection_method",
    "processing_method",
    "storage_locations",
    "retention_period",
    "processing_locations",
    "geographic_restrictions",
    "jurisdiction",
    "recipient_third_parties",
    "withdrawal_method",
    "privacy_rights",
  ],
  information: ["pii_type", "pii_optional", "sensitive_pii_category", "special_pii_category"],
  party: [
    "party_id",
    "party_name",
    "party_role",
    "party_type",
    "party_address",
    "party_email",
    "party_phone",
    "party_url",
    "party_contact",
  ],
  event: ["event_time", "event_type", "event_state", "validity_duration", "entity_id"],
};

/** Section 4 of the Kantara specification: what it requires. */
const fieldsKantara = {
  receipt: [
    "version",
    "jurisdiction",
    "consentTimestamp",
    "collectionMethod",
    "consentReceiptID",
    "language",
    "piiPrincipalId",
    "piiControllers",
    "policyUrl",
    "services",
    "sensitive",
    "spiCat",
  ],
  controller: ["piiController", "contact", "address", "email", "phone"],
  purpose: [
    "purpose",
    "purposeCategory",
    "consentType",
    "piiCategory",
    "primaryPurpose",
    "termination",
    "thirdPartyDisclosure",
    "thirdPartyName",
  ],
};

const lacking = (value: object, fields: readonly string[]): readonly string[] =>
  fields.filter((field) => !Object.hasOwn(value, field));

const agreed = (policy = presets["2020-10"]) =>
  running(
    newPremises(),
    noonMs,
    Effect.gen(function* () {
      yield* allowed;
      const { people, keys } = yield* Issuer;
      const device = yield* openDevice(ann);
      const signed = yield* people.agree(device, { notice: people.notice.hash, child: false });
      return { signed, notice: people.notice, key: keys.deposits, rows: yield* allRows };
    }),
    { policy },
  );

describe("a receipt", () => {
  it("has every field of ISO/IEC TS 27560:2023 and of Kantara 1.1", async () => {
    const { receipt } = (await agreed()).signed;
    const { pii_processing: processing, kantara } = receipt;
    expect(receipt.schema_version).toBe("ISO/IEC TS 27560:2023");
    expect(lacking(receipt, fields27560.receipt)).toEqual([]);
    expect(lacking(processing, fields27560.processing)).toEqual([]);
    expect(processing.purposes.map(({ purpose }) => purpose)).toEqual([
      "issue-passes",
      "epidemiological-investigation",
    ]);
    for (const purpose of processing.purposes) {
      expect(lacking(purpose, fields27560.purpose)).toEqual([]);
      expect(purpose.pii_information.length).toBeGreaterThan(0);
      for (const information of purpose.pii_information)
        expect(lacking(information, fields27560.information)).toEqual([]);
    }
    expect(receipt.party_identification.map(({ party_role }) => party_role)).toEqual([
      "PII controller",
      "PII principal",
    ]);
    for (const party of receipt.party_identification) expect(lacking(party, fields27560.party)).toEqual([]);
    for (const event of receipt.event) expect(lacking(event, fields27560.event)).toEqual([]);

    expect(kantara.version).toBe("KI-CR-v1.1.0");
    expect(lacking(kantara, fieldsKantara.receipt)).toEqual([]);
    for (const controller of kantara.piiControllers)
      expect(lacking(controller, fieldsKantara.controller)).toEqual([]);
    for (const { purposes } of kantara.services)
      for (const purpose of purposes) expect(lacking(purpose, fieldsKantara.purpose)).toEqual([]);
    expect(kantara.consentTimestamp).toBe(1_593_572_400);
    expect(kantara.consentReceiptID).toBe(receipt.receipt_id);
  });

  it("names the notice by the hash of what was shown, as the record does", async () => {
    const { signed, notice, rows } = await agreed();
    const hash = createHash("sha256").update(noticeLine(notice.text)).digest("hex");
    expect(notice.hash).toBe(hash);
    expect(signed.receipt.pii_processing.privacy_notice).toEqual({
      location: "/v1/notice",
      version: 1,
      hash_algorithm: "SHA-256",
      hash,
    });
    expect(rows["consent_record"]).toEqual([
      [1, hash, 1, "issue-passes epidemiological-investigation", noonMs, null, 0],
    ]);
    expect(rows["notice"]).toEqual([[hash, 1, noticeLine(notice.text), noonMs]]);
  });

  it("is signed over every field", async () => {
    const { signed, key } = await agreed();
    expect(signed.signedBy).toEqual(key.publicKey);
    expect(isReceiptOf(key.verifyingKey, signed)).toBe(true);
    const { receipt, signature } = signed;
    for (const changed of [
      { ...receipt, record_id: "other" },
      { ...receipt, event: [] },
      { ...receipt, record_kept_until: { ko: "", en: "" } },
      { ...receipt, kantara: { ...receipt.kantara, consentTimestamp: 0 } },
    ])
      expect(isReceiptOf(key.verifyingKey, { receipt: changed, signature })).toBe(false);
  });

  it("says when and for how long, in both presets (F1)", async () => {
    const once = (await agreed(presets["2020-10"])).signed.receipt;
    const everyPass = (await agreed(presets["2020-07"])).signed.receipt;
    const event = {
      event_time: "2020-07-01T12:00:00+09:00",
      event_type: "explicit",
      event_state: "consent given",
      entity_id: "principal",
    };
    expect(once.event).toEqual([{ ...event, validity_duration: "" }]);
    expect(everyPass.event).toEqual([{ ...event, validity_duration: "PT600S" }]);
    expect(once.pii_processing.purposes.map(({ retention_period }) => retention_period)).toEqual([
      "P28D",
      "P28D",
    ]);
    expect(once.pii_processing.privacy_notice.hash).not.toBe(everyPass.pii_processing.privacy_notice.hash);
  });

  it("is given again on request, under another number and about the same record", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* allowed;
        const { people } = yield* Issuer;
        const device = yield* openDevice(ann);
        const first = yield* people.agree(device, { notice: people.notice.hash, child: false });
        yield* TestClock.adjust(minute);
        const again = yield* people.receipt(device);
        expect(again.receipt.record_id).toBe(first.receipt.record_id);
        expect(again.receipt.event).toEqual(first.receipt.event);
        expect(again.receipt.receipt_id).not.toBe(first.receipt.receipt_id);
        expect(again.receipt.receipt_issued_at).toBe("2020-07-01T12:01:00+09:00");
        expect(JSON.stringify(again)).not.toContain("12345678");
      }),
      { policy: presets["2020-10"] },
    ));

  it("of a withdrawal is the last, and the record ends with the account", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* allowed;
        const { people, keys } = yield* Issuer;
        const device = yield* verifiedDevice(ann);
        yield* TestClock.adjust(minute);
        const last = present(yield* people.withdraw(device));
        expect(isReceiptOf(keys.deposits.verifyingKey, last)).toBe(true);
        expect(last.receipt.event.map(({ event_state, event_time }) => [event_state, event_time])).toEqual([
          ["consent given", "2020-07-01T12:00:00+09:00"],
          ["consent withdrawn", "2020-07-01T12:01:00+09:00"],
        ]);
        expect(last.receipt.record_kept_until.en).toBe(
          "Destroyed with the withdrawal: this receipt is the only record left.",
        );
        expect((yield* allRows)["consent_record"]).toEqual([]);
      }),
      { policy: presets["2020-10"] },
    ));
});

describe("the record of a consent", () => {
  it("is one row for a notice, of the last time: no list of a person's passes", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* allowed;
        const device = yield* verifiedDevice(ann);
        for (let pass = 1; pass <= 5; pass += 1) {
          yield* TestClock.adjust(20 * minute);
          yield* agreesOn(device);
        }
        const { consent_record: records } = yield* allRows;
        expect(records).toEqual([
          [1, expect.any(String), 1, expect.any(String), noonMs + 100 * minute, null, 0],
        ]);
      }),
    ));

  it("of an older notice stays readable, marked as ended when the new one was published", async () => {
    const premises = newPremises();
    const once = presets["2020-10"];
    const device = await running(premises, noonMs, Effect.andThen(allowed, verifiedDevice(ann)), {
      policy: once,
    });
    const second = { ...once, constants: { ...once.constants, noticeVersion: 2 } };
    await running(
      premises,
      noonMs + minute,
      Effect.gen(function* () {
        const { people, publishNotice } = yield* Issuer;
        expect(yield* publishNotice(2)).toBe(1);
        expect(yield* agreesOn(device)).toBe("agreed");
        expect(yield* people.account(device)).toMatchObject({
          consentRecords: [
            { noticeVersion: 2, endedAt: null, givenAt: "2020-07-01T12:01:00+09:00" },
            {
              noticeVersion: 1,
              endedAt: "2020-07-01T12:01:00+09:00",
              givenAt: "2020-07-01T12:00:00+09:00",
              noticeTitle: { ko: "전자출입명부 개인정보 수집·이용 및 제공 동의" },
            },
          ],
        });
        const { receipt } = yield* people.receipt(device);
        expect(receipt.pii_processing.privacy_notice.version).toBe(2);
      }),
      { policy: second },
    );
  });

  it("is not made for a notice that was not shown", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        yield* allowed;
        const { people } = yield* Issuer;
        const device = yield* openDevice(ann);
        expect(
          yield* Effect.flip(people.agree(device, { notice: "0".repeat(64), child: false })),
        ).toMatchObject({ code: "notice-unknown" });
        expect((yield* allRows)["consent_record"]).toEqual([]);
      }),
    ));
});
