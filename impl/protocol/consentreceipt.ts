/**
 * A receipt for a consent, as a person keeps it: in the structure of ISO/IEC TS 27560:2023, with the fields of the Kantara Consent Receipt 1.1
 * beside it for programs that read those, and signed by the issuer. Its signed bytes are its JSON with the fields in the order of the Schema.
 * It holds what the issuer's own record holds and nothing of a place; the person is in it under a name that only the issuer can resolve.
 */
import { Effect, Schema } from "effect";
import { Bytes } from "./http/bytes.ts";
import type { SigningKey, VerifyingKey } from "./ed25519.ts";
import { signOne, verifyOne } from "./signing.ts";

const Text = Schema.Struct({ ko: Schema.String, en: Schema.String });

const PiiInformation = Schema.Struct({
  pii_type: Text,
  pii_optional: Schema.Boolean,
  sensitive_pii_category: Schema.Boolean,
  special_pii_category: Schema.Boolean,
});

const Purpose = Schema.Struct({
  purpose: Schema.String,
  purpose_description: Text,
  purpose_type: Schema.String,
  lawful_basis: Schema.String,
  pii_information: Schema.Array(PiiInformation),
  pii_controllers: Schema.Array(Schema.String),
  collection_method: Schema.String,
  processing_method: Schema.String,
  storage_locations: Schema.Array(Schema.String),
  retention_period: Schema.String,
  retention_description: Text,
  processing_locations: Schema.Array(Schema.String),
  geographic_restrictions: Schema.Array(Schema.String),
  jurisdiction: Schema.Array(Schema.String),
  recipient_third_parties: Schema.Array(Text),
  withdrawal_method: Text,
  privacy_rights: Schema.Array(Text),
});

const Party = Schema.Struct({
  party_id: Schema.String,
  party_name: Schema.String,
  party_role: Schema.Literals(["PII controller", "PII principal", "guardian"]),
  party_type: Schema.String,
  party_address: Schema.String,
  party_email: Schema.String,
  party_phone: Schema.String,
  party_url: Schema.String,
  party_contact: Schema.String,
});

const Event = Schema.Struct({
  event_time: Schema.String,
  event_type: Schema.Literal("explicit"),
  event_state: Schema.Literals(["consent given", "consent withdrawn"]),
  /** ISO 8601; empty when the consent has no end of its own. */
  validity_duration: Schema.String,
  entity_id: Schema.String,
});

/** Kantara Consent Receipt Specification 1.1, section 4. */
const Kantara = Schema.Struct({
  version: Schema.Literal("KI-CR-v1.1.0"),
  jurisdiction: Schema.String,
  /** Seconds since 1970. */
  consentTimestamp: Schema.Int,
  collectionMethod: Schema.String,
  consentReceiptID: Schema.String,
  publicKey: Schema.String,
  language: Schema.String,
  piiPrincipalId: Schema.String,
  piiControllers: Schema.Array(
    Schema.Struct({
      piiController: Schema.String,
      onBehalf: Schema.Boolean,
      contact: Schema.String,
      address: Schema.Struct({ streetAddress: Schema.String, addressCountry: Schema.String }),
      email: Schema.String,
      phone: Schema.String,
    }),
  ),
  policyUrl: Schema.String,
  services: Schema.Array(
    Schema.Struct({
      service: Schema.String,
      purposes: Schema.Array(
        Schema.Struct({
          purpose: Schema.String,
          purposeCategory: Schema.Array(Schema.String),
          consentType: Schema.Literal("EXPLICIT"),
          piiCategory: Schema.Array(Schema.String),
          primaryPurpose: Schema.Boolean,
          termination: Schema.String,
          thirdPartyDisclosure: Schema.Boolean,
          thirdPartyName: Schema.String,
        }),
      ),
    }),
  ),
  sensitive: Schema.Boolean,
  spiCat: Schema.Array(Schema.String),
});

export const ConsentReceipt = Schema.Struct({
  schema_version: Schema.Literal("ISO/IEC TS 27560:2023"),
  receipt_id: Schema.String,
  receipt_issued_at: Schema.String,
  record_id: Schema.String,
  pii_principal_id: Schema.String,
  pii_processing: Schema.Struct({
    privacy_notice: Schema.Struct({
      location: Schema.String,
      version: Schema.Int,
      hash_algorithm: Schema.Literal("SHA-256"),
      hash: Schema.String,
    }),
    language: Schema.Array(Schema.String),
    purposes: Schema.Array(Purpose),
  }),
  party_identification: Schema.Array(Party),
  event: Schema.Array(Event),
  /** Until when the issuer keeps its own record, in words. */
  record_kept_until: Text,
  kantara: Kantara,
});

export type ConsentReceiptText = typeof ConsentReceipt.Type;

export const SignedReceipt = Schema.Struct({
  receipt: ConsentReceipt,
  signature: Bytes,
  /** The issuer's Ed25519 key, as it stands on its card. */
  signedBy: Bytes,
});

const line = Schema.encodeSync(Schema.fromJsonString(ConsentReceipt));
const bytesOf = (receipt: ConsentReceiptText): Uint8Array => Buffer.from(line(receipt));

export const signReceipt = (
  key: SigningKey,
  receipt: ConsentReceiptText,
): Effect.Effect<typeof SignedReceipt.Type> =>
  Effect.sync(() => ({
    receipt,
    signature: signOne({ key, purpose: "receipt", message: bytesOf(receipt) }),
    signedBy: key.publicKey,
  }));

/** Whether this issuer signed exactly this receipt. */
export const isReceiptOf = (
  key: VerifyingKey,
  { receipt, signature }: Pick<typeof SignedReceipt.Type, "receipt" | "signature">,
): boolean => verifyOne({ key, purpose: "receipt", message: bytesOf(receipt), signature });
