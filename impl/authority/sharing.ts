// Officers give their shares one by one, from clients of their own; here they wait until enough of them have, and then go
// to the issuer together. A message is kept only from an officer who stands and who signed the case, and only if that
// officer signed it for exactly this release; what is in it, the server cannot open.
// When an issuer is away the shares stay, and the next try needs nobody to re-seal anything.
import { Effect } from "effect";
import { Refused } from "../lifecycle/refused.ts";
import type { PartyClock } from "../lifecycle/partyclock.ts";
import type { ReleasedPart } from "../protocol/contracts.ts";
import { bindingOf, senderOfResealed } from "../protocol/reseal.ts";
import type { StandingRoster } from "../roster/standing.ts";
import type { AuthorityService } from "./authority.ts";
import type { CaseFiles } from "./files.ts";
import type { Learned } from "./learned.ts";
import type { Register } from "./register.ts";

export interface SharingParts {
  readonly roster: StandingRoster;
  readonly officersRequired: number;
  readonly files: CaseFiles;
  readonly register: Register;
  readonly learned: Learned;
  readonly instants: PartyClock;
  readonly join: AuthorityService["join"];
}

const notAllowed = new Refused({ code: "not-allowed" });
const officersTooFew = new Refused({ code: "officers-too-few" });
const alreadyErased = new Refused({ code: "case-window-erased" });

export const openSharing = (parts: SharingParts): AuthorityService["giveShares"] => {
  const { roster, officersRequired, files, register, learned, instants, join } = parts;

  const isFrom = (officer: number, part: ReleasedPart, caseId: string, message: Uint8Array, atMs: number) => {
    const sender = senderOfResealed(message, bindingOf(caseId, part.release), roster.at(atMs));
    return sender.ok && sender.value === officer;
  };

  return Effect.fnUntraced(function* ({ caseId, officer, resealed }) {
    const atMs = yield* instants.now;
    const { state } = yield* register.standing(caseId, atMs);
    const file = yield* files.read(caseId);
    const isTheirs = file?.approvals.some((approval) => approval.officer === officer) ?? false;
    if (state !== "released" || !isTheirs) return yield* notAllowed;
    const kept = yield* learned.parts(caseId, atMs);
    if (kept === undefined) return yield* alreadyErased;
    const waiting = kept.released.filter(({ issuer }) => resealed.has(issuer));
    for (const part of waiting) {
      const message = resealed.get(part.issuer) ?? new Uint8Array(0);
      if (!isFrom(officer, part, caseId, message, atMs)) return yield* officersTooFew;
      const keep = learned.keepShares(caseId, part.issuer, officer, message);
      if (!(yield* register.storeWhile("released", caseId, atMs, keep))) return yield* notAllowed;
    }
    const given = yield* learned.shares(caseId, atMs);
    const ready = new Map([...given].filter(([, messages]) => messages.length >= officersRequired));
    if (ready.size > 0 || kept.released.length === 0) return yield* join(caseId, ready);
    return { people: 0, waitingFor: kept.released.map(({ issuer }) => issuer) };
  });
};
