// The release: the authority shows the custodian the text of an approved case with its signatures, and keeps what
// comes back under the case. It believes a release only if the custodian signed it for this case and these officers,
// and if it lists exactly the records that came with it. Officers' clients fetch it from here to re-seal their shares.
import { Effect } from "effect";
import { never } from "../lifecycle/core.ts";
import { Refused } from "../lifecycle/refused.ts";
import type { TransparencyLog } from "../log/transparencylog.ts";
import { encodeCase } from "../protocol/casetext.ts";
import type { CustodianPort, Released } from "../protocol/contracts.ts";
import type { VerifyingKey } from "../protocol/ed25519.ts";
import { isPartOf } from "../protocol/partcheck.ts";
import type { AuthorityService } from "./authority.ts";
import type { Commitments } from "./commitments.ts";
import type { CaseFiles } from "./files.ts";
import type { PartyClock } from "../lifecycle/partyclock.ts";
import type { Learned } from "./learned.ts";
import type { Register } from "./register.ts";

type Releasing = Pick<AuthorityService, "askRelease" | "releaseOf">;

export interface ReleasingParts {
  readonly custodian: CustodianPort["Service"];
  readonly custodianKey: VerifyingKey;
  readonly files: CaseFiles;
  readonly commitments: Commitments;
  readonly log: TransparencyLog["Service"];
  readonly register: Register;
  readonly learned: Learned;
  readonly instants: PartyClock;
}

const notAllowed = new Refused({ code: "not-allowed" });

export const openReleasing = (parts: ReleasingParts): Releasing => {
  const { custodian, custodianKey, files, commitments, log, register, learned, instants } = parts;

  const isWhole = (released: Released, caseId: string, officers: readonly number[]): boolean =>
    released.parts.reduce((sum, part) => sum + part.records.length, 0) === released.records &&
    new Set(released.parts.map(({ issuer }) => issuer)).size === released.parts.length &&
    released.parts.every((part) => isPartOf(part, caseId, officers, custodianKey));

  return {
    askRelease: Effect.fnUntraced(function* (caseId) {
      const { state } = yield* register.standing(caseId, yield* instants.now);
      const file = yield* files.read(caseId);
      const commitment = yield* commitments.read(caseId);
      if (state !== "approved" || file === undefined || commitment === undefined) return yield* notAllowed;
      // After the approval's transaction and before the custodian's: the case is logged before anything is released.
      const released = yield* custodian.release({
        caseText: encodeCase(file.facts),
        approvals: file.approvals,
        scopeSalt: commitment.scopeSalt,
        logged: yield* log.proofOf(commitment.logIndex),
      });
      const officers = file.approvals.map(({ officer }) => officer);
      if (!isWhole(released, caseId, officers)) return yield* new Refused({ code: "release-forged" });
      const { records, refusedClaims, logged } = released;
      // Where nothing was released nothing has to end.
      const recordsEndAtMs = records === 0 ? never : released.recordsEndAtMs;
      const atMs = yield* instants.now;
      yield* register.decide(
        caseId,
        atMs,
        (decider, slot) => decider.receiveRelease(slot, records, atMs),
        ({ lapsesAtMs }) =>
          learned.keepRelease(
            caseId,
            { records, recordsEndAtMs, refusedClaims, logged },
            released.parts,
            atMs,
            Math.min(lapsesAtMs ?? atMs, recordsEndAtMs),
          ),
      );
      return { records };
    }),
    releaseOf: Effect.fnUntraced(function* (caseId) {
      const atMs = yield* instants.now;
      const { state } = yield* register.standing(caseId, atMs);
      const file = yield* files.read(caseId);
      const commitment = yield* commitments.read(caseId);
      if (state !== "released" || file === undefined || commitment === undefined) return yield* notAllowed;
      const kept = yield* learned.parts(caseId, atMs);
      if (kept === undefined) return yield* new Refused({ code: "case-window-erased" });
      return {
        caseId,
        caseText: encodeCase(file.facts),
        scopeSalt: commitment.scopeSalt,
        parts: kept.released,
      };
    }),
  };
};
