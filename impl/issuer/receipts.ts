/**
 * Makes a person's receipt out of the issuer's own record and the notice it names, and signs it.
 * It is returned at agreeing, at withdrawing, and whenever its person asks; the issuer keeps the record and not the receipt.
 * Whoever keeps both sees that they say the same: it adds nothing to the record but who is responsible.
 */
import type { Effect } from "effect";
import type { PolicyNumbers } from "../generated/policy.ts";
import { signReceipt, type ConsentReceiptText, type SignedReceipt } from "../protocol/consentreceipt.ts";
import type { SigningKey } from "../protocol/ed25519.ts";
import { hexOf } from "../protocol/fields.ts";
import type { NoticeText } from "../protocol/notice.ts";
import { randomBytes } from "../protocol/randomness.ts";
import { seoulInstant } from "../protocol/seoulinstant.ts";
import type { Controller } from "./configuration.ts";
import type { ConsentRecord } from "./consentrecords.ts";
import type { SealedPhones } from "./sealedphones.ts";

export interface ReceiptParts {
  readonly issuer: number;
  readonly controller: Controller;
  readonly key: SigningKey;
  readonly sealed: SealedPhones;
  readonly policy: PolicyNumbers;
}

export interface ReceiptOf {
  readonly phone: string;
  readonly account: number;
  readonly record: ConsentRecord;
  readonly notice: NoticeText;
  readonly issuedAtMs: number;
  readonly withdrawnAtMs?: number;
}

const country = "KR";
const isoSeconds = (durationMs: number): string => `PT${String(Math.floor(durationMs / 1_000))}S`;

const keptWithAccount = {
  ko: "계정이 남아 있는 동안 보관하고, 동의를 철회하면 바로 파기합니다.",
  en: "Kept as long as the account, and destroyed at once when consent is withdrawn.",
};
const destroyed = {
  ko: "철회와 함께 파기되었습니다. 이 영수증이 남은 유일한 기록입니다.",
  en: "Destroyed with the withdrawal: this receipt is the only record left.",
};
const rights = [
  {
    ko: "내 정보가 무엇인지 볼 권리: GET /v1/account",
    en: "To see what is held: GET /v1/account",
  },
  {
    ko: "제공되었는지 알 권리: GET /v1/account/disclosures",
    en: "To know whether one was disclosed: GET /v1/account/disclosures",
  },
  { ko: "철회할 권리: DELETE /v1/consent", en: "To withdraw: DELETE /v1/consent" },
];

const purposesOf = (
  notice: NoticeText,
  controller: string,
): ConsentReceiptText["pii_processing"]["purposes"] =>
  notice.purposes.map((purpose) => ({
    purpose: purpose.id,
    purpose_description: purpose.purpose,
    purpose_type: "primary",
    lawful_basis: "Personal Information Protection Act (KR), arts. 15 and 17: consent",
    pii_information: purpose.collected.map((collected) => ({
      pii_type: collected,
      pii_optional: false,
      sensitive_pii_category: false,
      special_pii_category: false,
    })),
    pii_controllers: [controller],
    collection_method: "given by the person on a phone",
    processing_method: "issuing of single-use codes; joined with visits only under a case of two officers",
    storage_locations: [country],
    retention_period: purpose.keptForDuration,
    retention_description: purpose.keptFor,
    processing_locations: [country],
    geographic_restrictions: [country],
    jurisdiction: [country],
    recipient_third_parties: purpose.recipients,
    withdrawal_method: notice.withdrawing,
    privacy_rights: rights,
  }));

const kantaraOf = (
  { controller, key }: ReceiptParts,
  { record, notice }: ReceiptOf,
  ids: { readonly receipt: string; readonly principal: string },
): ConsentReceiptText["kantara"] => ({
  version: "KI-CR-v1.1.0",
  jurisdiction: country,
  consentTimestamp: Math.floor(record.givenAtMs / 1_000),
  collectionMethod: "phone",
  consentReceiptID: ids.receipt,
  publicKey: Buffer.from(key.publicKey).toString("base64url"),
  language: "ko",
  piiPrincipalId: ids.principal,
  piiControllers: [
    {
      piiController: controller.name,
      onBehalf: false,
      contact: controller.contact,
      address: { streetAddress: controller.address, addressCountry: country },
      email: controller.email,
      phone: controller.phone,
    },
  ],
  policyUrl: `${controller.url}/v1/notice`,
  services: [
    {
      service: "electronic entry log",
      purposes: notice.purposes.map((purpose, place) => ({
        purpose: purpose.purpose.en,
        purposeCategory: [purpose.id],
        consentType: "EXPLICIT",
        piiCategory: purpose.collected.map(({ en }) => en),
        primaryPurpose: place === 0,
        termination: purpose.keptFor.en,
        thirdPartyDisclosure: purpose.recipients.length > 0,
        thirdPartyName: purpose.recipients.map(({ en }) => en).join("; "),
      })),
    },
  ],
  sensitive: false,
  spiCat: [],
});

export const makeReceipts = (parts: ReceiptParts) => {
  const { issuer, controller, key, sealed, policy } = parts;
  const controllerId = `issuer-${String(issuer)}`;

  return (of: ReceiptOf): Effect.Effect<typeof SignedReceipt.Type> => {
    const { phone, account, record, notice, issuedAtMs, withdrawnAtMs } = of;
    const receiptId = hexOf(randomBytes(16));
    // The same record always has the same name, and only the issuer can say whose it is.
    const recordId = sealed.tagOf(`${String(account)}/${record.notice.hash}/${String(record.givenAtMs)}`);
    const principal = sealed.tagOf(`person ${phone}`);
    const who = record.byGuardian ? "guardian" : "principal";
    const nobody = { party_address: "", party_email: "", party_phone: "", party_url: "", party_contact: "" };
    const given = {
      event_time: seoulInstant(record.givenAtMs),
      event_type: "explicit",
      event_state: "consent given",
      validity_duration: notice.asked === "everyPass" ? isoSeconds(policy.consentSession) : "",
      entity_id: who,
    } as const;
    const withdrawn =
      withdrawnAtMs === undefined
        ? []
        : [
            {
              ...given,
              event_time: seoulInstant(withdrawnAtMs),
              event_state: "consent withdrawn" as const,
              validity_duration: "",
              entity_id: "principal",
            },
          ];
    return signReceipt(key, {
      schema_version: "ISO/IEC TS 27560:2023",
      receipt_id: receiptId,
      receipt_issued_at: seoulInstant(issuedAtMs),
      record_id: recordId,
      pii_principal_id: principal,
      pii_processing: {
        privacy_notice: {
          location: `${controller.url}/v1/notice`,
          version: record.notice.version,
          hash_algorithm: "SHA-256",
          hash: record.notice.hash,
        },
        language: ["ko", "en"],
        purposes: purposesOf(notice, controllerId),
      },
      party_identification: [
        {
          party_id: controllerId,
          party_name: controller.name,
          party_role: "PII controller",
          party_type: "organization",
          party_address: controller.address,
          party_email: controller.email,
          party_phone: controller.phone,
          party_url: controller.url,
          party_contact: controller.contact,
        },
        {
          party_id: "principal",
          party_name: "",
          party_role: "PII principal",
          party_type: "person",
          ...nobody,
        },
        ...(record.byGuardian
          ? [
              {
                party_id: "guardian",
                party_name: "",
                party_role: "guardian" as const,
                party_type: "person",
                ...nobody,
              },
            ]
          : []),
      ],
      event: [given, ...withdrawn],
      record_kept_until: withdrawnAtMs === undefined ? keptWithAccount : destroyed,
      kantara: kantaraOf(parts, of, { receipt: receiptId, principal }),
    });
  };
};

export type Receipts = ReturnType<typeof makeReceipts>;
