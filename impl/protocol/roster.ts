// The signed roster: which officers stand, as a document in one form with a sequence number, the hash of the roster
// that it follows, and the instant from which it may hold. The first one is signed by the roster keeper, whose key is
// held elsewhere and pinned by everybody; each later one by two officers who still stand and by the keeper. A standing
// officer may stop one that has not taken force. When it takes force is for whoever keeps it (impl/roster) to say.

import { createHash } from "node:crypto";
import { accepted, refused } from "./decoded.ts";
import type { Decoded } from "./decoded.ts";
import { signatureBytes } from "./ed25519.ts";
import type { SigningKey, VerifyingKey } from "./ed25519.ts";
import { FieldReader, hexOf, joinFields, numberField, sameBytes } from "./fields.ts";
import { decodeRoster, encodeRoster, officersMost, verifyingKeyOf } from "./officers.ts";
import type { Officer, Roster } from "./officers.ts";
import { signOne, verifyOne } from "./signing.ts";

const documentVersion = 1;
export const rosterHashBytes = 32;
/** What the first roster follows. */
export const noRoster = new Uint8Array(rosterHashBytes);

export interface RosterDocument {
  /** 1 for the first, and one more for each that follows. */
  readonly sequence: number;
  /** The hash of the roster that it takes the place of. */
  readonly follows: Uint8Array;
  /** It holds from this instant at the earliest. */
  readonly validFromMs: number;
  readonly officers: Roster;
}

export interface RosterSignature {
  readonly officer: number;
  readonly signature: Uint8Array;
}

export interface SignedRoster {
  readonly document: RosterDocument;
  /** The signed bytes. */
  readonly message: Uint8Array;
  readonly hash: Uint8Array;
  /** Blank when the keeper has not signed. */
  readonly keeperSignature: Uint8Array;
  readonly signatures: readonly RosterSignature[];
}

export type RosterFormFault = "length" | "version" | "officers";

/** The bytes that keeper and officers sign. */
export const encodeRosterDocument = ({
  sequence,
  follows,
  validFromMs,
  officers,
}: RosterDocument): Uint8Array => {
  const listed = encodeRoster(officers);
  return joinFields([
    numberField(documentVersion, 1),
    numberField(sequence, 4),
    follows,
    numberField(validFromMs, 6),
    numberField(listed.length, 4),
    listed,
  ]);
};

const hashOf = (message: Uint8Array): Uint8Array =>
  new Uint8Array(createHash("sha256").update(message).digest());

/** A roster that nobody has signed yet. */
export const draftRoster = (document: RosterDocument): SignedRoster => {
  const message = encodeRosterDocument(document);
  const keeperSignature = new Uint8Array(signatureBytes);
  return { document, message, hash: hashOf(message), keeperSignature, signatures: [] };
};

export const signRosterAsKeeper = (roster: SignedRoster, keeper: SigningKey): SignedRoster => ({
  ...roster,
  keeperSignature: signOne({ key: keeper, purpose: "roster", message: roster.message }),
});

export const signRosterAsOfficer = (roster: SignedRoster, officer: Officer): SignedRoster => ({
  ...roster,
  signatures: [
    ...roster.signatures.filter((signature) => signature.officer !== officer.officer),
    {
      officer: officer.officer,
      signature: signOne({ key: officer.signing, purpose: "roster", message: roster.message }),
    },
  ],
});

export const encodeSignedRoster = ({ message, keeperSignature, signatures }: SignedRoster): Uint8Array =>
  joinFields([
    message,
    keeperSignature,
    numberField(signatures.length, 1),
    ...signatures.flatMap(({ officer, signature }) => [numberField(officer, 2), signature]),
  ]);

const readSignatures = (reader: FieldReader): readonly RosterSignature[] | undefined => {
  const count = reader.number(1);
  if (count > officersMost || reader.left !== count * (2 + signatureBytes)) return undefined;
  return Array.from({ length: count }, () => ({
    officer: reader.number(2),
    signature: reader.bytes(signatureBytes),
  }));
};

/** Reads a roster and believes nothing of it yet. */
export const decodeSignedRoster = (bytes: Uint8Array): Decoded<SignedRoster, RosterFormFault> => {
  const reader = new FieldReader(bytes);
  if (reader.number(1) !== documentVersion) return refused("version");
  const facts = {
    sequence: reader.number(4),
    follows: reader.bytes(rosterHashBytes),
    validFromMs: reader.number(6),
  };
  const length = reader.number(4);
  if (length > reader.left) return refused("length");
  const officers = decodeRoster(reader.bytes(length));
  const keeperSignature = reader.bytes(signatureBytes);
  const signatures = readSignatures(reader);
  if (signatures === undefined || !reader.complete) return refused("length");
  if (!officers.ok) return refused("officers");
  const draft = draftRoster({ ...facts, officers: officers.value });
  return accepted({ ...draft, keeperSignature, signatures });
};

export const keeperSigned = (roster: SignedRoster, keeper: VerifyingKey): boolean =>
  verifyOne({
    key: keeper,
    purpose: "roster",
    message: roster.message,
    signature: roster.keeperSignature,
  });

/** The different officers of another roster who signed this one. */
export const officersWhoSigned = (roster: SignedRoster, standing: Roster): readonly number[] => [
  ...new Set(
    roster.signatures
      .filter(({ officer, signature }) => {
        const key = verifyingKeyOf(standing, officer);
        return key !== undefined && verifyOne({ key, purpose: "roster", message: roster.message, signature });
      })
      .map(({ officer }) => officer),
  ),
];

/** Whether a number of one roster stands for other keys in the other: then its signatures could be taken for another's. */
export const numberReused = (one: Roster, other: Roster): boolean =>
  one.some((entry) =>
    other.some(
      (known) =>
        known.officer === entry.officer &&
        !(sameBytes(known.signingKey, entry.signingKey) && sameBytes(known.sealingKey, entry.sealingKey)),
    ),
  );

/** Whether two entries have one key: then one person could stand as two officers. */
export const keyTwice = (roster: Roster): boolean =>
  new Set(roster.map(({ signingKey }) => hexOf(signingKey))).size !== roster.length ||
  new Set(roster.map(({ sealingKey }) => hexOf(sealingKey))).size !== roster.length;

/** An officer's word that a roster of this hash must not take force. */
export const stopRoster = (officer: Officer, hash: Uint8Array): RosterSignature => ({
  officer: officer.officer,
  signature: signOne({ key: officer.signing, purpose: "roster-stop", message: hash }),
});

export const isStopOf = (stop: RosterSignature, hash: Uint8Array, standing: Roster): boolean => {
  const key = verifyingKeyOf(standing, stop.officer);
  return (
    key !== undefined && verifyOne({ key, purpose: "roster-stop", message: hash, signature: stop.signature })
  );
};
