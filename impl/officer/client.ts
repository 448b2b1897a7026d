// An officer's client: their own keys and what they do with them. It runs where the officer is and never on the
// authority's server, which it does not trust: it shows the facts of exactly the bytes it signs, gives its shares
// only under a release that the custodian signed for this case and these records, and alone opens its answers.
// The keys of a case's shares are kept while the case needs them and let go with `endCase`.
import { Clock, Effect } from "effect";
import { openAnswer } from "../protocol/answer.ts";
import { approveCase, decodeCase, type Approval, type CaseFacts } from "../protocol/casetext.ts";
import type { AnswerForOfficer, ReleasedPart } from "../protocol/contracts.ts";
import { importVerifyingKey } from "../protocol/ed25519.ts";
import { hexOf } from "../protocol/fields.ts";
import {
  generateOfficer,
  importOfficer,
  rosterEntryOf,
  type Officer,
  type RosterEntry,
} from "../protocol/officers.ts";
import { isPartOf } from "../protocol/partcheck.ts";
import { readHeader } from "../protocol/pass.ts";
import { decodeRelease } from "../protocol/release.ts";
import { bindingOf, resealShares, type OpenedShare } from "../protocol/reseal.ts";
import { ShareOpener } from "../protocol/shares.ts";
import { OfficerDeclined } from "./declined.ts";

export interface Resealing {
  readonly caseId: string;
  readonly part: ReleasedPart;
  /** The custodian's pinned Ed25519 public key, 32 bytes. */
  readonly custodianKey: Uint8Array;
  /** The pinned HPKE public key of the part's issuer. */
  readonly issuerSealingKey: Uint8Array;
}

/** A visit under a case, with the number behind it; null when nobody stands behind it any more (clause C8). */
export interface NamedVisit {
  readonly recordHash: Uint8Array;
  readonly phoneNumber: string | null;
  readonly venue: number;
  readonly scannedAtMs: number;
  /** Delivered later by a venue without network. */
  readonly late: boolean;
  /** Two venues claim this pass. */
  readonly disputed: boolean;
}

export interface OfficerClient {
  readonly officer: number;
  /** The public half, for the roster. */
  readonly rosterEntry: RosterEntry;
  /** What the officer reads before signing. */
  readonly readCase: (caseText: Uint8Array) => Effect.Effect<CaseFacts, OfficerDeclined>;
  /** Signs exactly these bytes and an instant, the present one unless one was shown, if they are the text of a case. */
  readonly approve: (caseText: Uint8Array, shownAtMs?: number) => Effect.Effect<Approval, OfficerDeclined>;
  /** This officer's shares of a release's epochs, sealed to its issuer and bound to the case. */
  readonly reseal: (asked: Resealing) => Effect.Effect<Uint8Array, OfficerDeclined>;
  readonly openAnswer: (
    answer: AnswerForOfficer,
    issuerAnswerKey: Uint8Array,
  ) => Effect.Effect<readonly NamedVisit[], OfficerDeclined>;
  /** Lets go of every key learnt for a case. */
  readonly endCase: (caseId: string) => void;
}

const declined = (code: OfficerDeclined["code"]) => new OfficerDeclined({ code });

export const officerClientOf = (officer: Officer): OfficerClient => {
  const openers = new Map<string, ShareOpener>();
  const openerOf = (caseId: string): ShareOpener => {
    const opener = openers.get(caseId) ?? new ShareOpener(officer);
    openers.set(caseId, opener);
    return opener;
  };

  /** Own shares of the epochs that records belong to; an epoch before this officer's time has none. */
  const ownShares = async (opener: ShareOpener, part: ReleasedPart): Promise<readonly OpenedShare[]> => {
    const concerned = new Set(part.records.map((record) => hexOf(readHeader(record).epochId)));
    const opened: OpenedShare[] = [];
    for (const { epochId, day, shares } of part.epochs) {
      const own = shares.find((share) => share.officer === officer.officer);
      if (own === undefined || !concerned.delete(hexOf(epochId))) continue;
      const share = await opener.open({ issuer: part.issuer, day }, epochId, own);
      if (share !== undefined) opened.push({ epochId, share });
    }
    return opened;
  };

  const readCase: OfficerClient["readCase"] = (caseText) =>
    Effect.suspend(() => {
      const decoded = decodeCase(caseText);
      return decoded.ok ? Effect.succeed(decoded.value) : Effect.fail(declined("case-unreadable"));
    });

  return {
    officer: officer.officer,
    rosterEntry: rosterEntryOf(officer),
    readCase,
    approve: (caseText, shownAtMs) =>
      Effect.flatMap(readCase(caseText), () =>
        Effect.map(Clock.currentTimeMillis, (nowMs) => approveCase(officer, caseText, shownAtMs ?? nowMs)),
      ),
    reseal: Effect.fnUntraced(function* ({ caseId, part, custodianKey, issuerSealingKey }) {
      const key = importVerifyingKey(custodianKey);
      const decoded = key === undefined ? undefined : decodeRelease(part.release, key);
      if (key === undefined || decoded?.ok !== true) return yield* declined("release-forged");
      const { officers, ...release } = decoded.value;
      if (
        release.caseId !== caseId ||
        release.issuer !== part.issuer ||
        !officers.includes(officer.officer)
      ) {
        return yield* declined("release-of-another");
      }
      if (!isPartOf(part, caseId, officers, key)) return yield* declined("records-differ");
      const shares = yield* Effect.promise(() => ownShares(openerOf(caseId), part));
      if (shares.length === 0) return yield* declined("shares-closed");
      const binding = bindingOf(caseId, part.release);
      const resealed = yield* Effect.promise(() => resealShares(officer, binding, issuerSealingKey, shares));
      for (const { share } of shares) share.fill(0);
      return resealed;
    }),
    openAnswer: Effect.fnUntraced(function* ({ caseId, release, answer, issuer, places }, issuerAnswerKey) {
      const key = importVerifyingKey(issuerAnswerKey);
      if (key === undefined) return yield* declined("answer-forged");
      const opened = yield* Effect.promise(() =>
        openAnswer(answer, officer, bindingOf(caseId, release), key),
      );
      if (!opened.ok || opened.value.issuer !== issuer) return yield* declined("answer-forged");
      const placeOf = new Map(places.map((place) => [hexOf(place.recordHash), place]));
      const visits: NamedVisit[] = [];
      for (const { recordHash, phoneNumber } of opened.value.entries) {
        const place = placeOf.get(hexOf(recordHash));
        if (place === undefined) return yield* declined("answer-foreign");
        visits.push({ ...place, phoneNumber });
      }
      return visits;
    }),
    endCase: (caseId) => {
      openers.get(caseId)?.forget();
      openers.delete(caseId);
    },
  };
};

/** A new officer, with the bytes that their own vault keeps. */
export const newOfficer = (number: number): Effect.Effect<{ client: OfficerClient; kept: Uint8Array }> =>
  Effect.map(
    Effect.promise(() => generateOfficer(number)),
    ({ officer, kept }) => ({ client: officerClientOf(officer), kept }),
  );

/** The officer of kept bytes. */
export const officerOf = (kept: Uint8Array): Effect.Effect<OfficerClient, OfficerDeclined> =>
  Effect.flatMap(
    Effect.promise(() => importOfficer(kept)),
    (officer) =>
      officer === undefined
        ? Effect.fail(declined("keys-unreadable"))
        : Effect.succeed(officerClientOf(officer)),
  );
