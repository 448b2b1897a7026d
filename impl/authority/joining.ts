// The join: what two officers re-sealed goes to each issuer with the release and its records, in an order that says
// nothing and without any place, and the sealed answers stay under the case, next to the places, until it ends.
// An issuer answers a release once, so an answer is stored as soon as it is there; the case counts as answered when
// all issuers have. The authority's server opens neither a share nor an answer.
import { Effect } from "effect";
import { Refused } from "../lifecycle/refused.ts";
import type { IssuerPort, JoinAnswer, ReleasedPart } from "../protocol/contracts.ts";
import { shuffled } from "../protocol/randomness.ts";
import { recordHash } from "../protocol/release.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { AuthorityService } from "./authority.ts";
import type { CaseFile, CaseFiles } from "./files.ts";
import type { PartyClock } from "../lifecycle/partyclock.ts";
import type { Learned } from "./learned.ts";
import type { AnsweredPart } from "./partbytes.ts";
import type { Register } from "./register.ts";

type Joining = Pick<AuthorityService, "join" | "answerFor">;

export interface JoiningParts {
  readonly issuers: ReadonlyMap<number, IssuerPort["Service"]>;
  readonly files: CaseFiles;
  readonly register: Register;
  readonly learned: Learned;
  readonly instants: PartyClock;
}

const notAllowed = new Refused({ code: "not-allowed" });
const officersTooFew = new Refused({ code: "officers-too-few" });
const alreadyErased = new Refused({ code: "case-window-erased" });

const answeredPart = (part: ReleasedPart, { answers }: JoinAnswer, file: CaseFile): AnsweredPart => ({
  issuer: part.issuer,
  release: part.release,
  places: part.places.map((place, index) => ({
    recordHash: recordHash(part.records[index] ?? new Uint8Array(0)),
    ...place,
  })),
  // Whatever an issuer seals to others has no place in this case.
  answers: answers.filter(({ officer }) => file.approvals.some((approval) => approval.officer === officer)),
});

export const openJoining = (parts: JoiningParts): Joining => {
  const { issuers, files, register, learned, instants } = parts;

  /** The last answer of a case: the law hears of it. */
  const finish = Effect.fnUntraced(function* (
    caseId: string,
    recordsEndAtMs: number,
    store: Effect.Effect<void, StoreUnavailable>,
  ) {
    const atMs = yield* instants.now;
    yield* register.decide(
      caseId,
      atMs,
      (decider, slot) => decider.receiveAnswer(slot, recordsEndAtMs, atMs),
      ({ answerEndsAtMs }) => Effect.andThen(store, learned.moveEnd(caseId, answerEndsAtMs ?? atMs)),
    );
  });

  const join: Joining["join"] = Effect.fnUntraced(function* (caseId, resealed) {
    const startedAtMs = yield* instants.now;
    const { state } = yield* register.standing(caseId, startedAtMs);
    const file = yield* files.read(caseId);
    const note = yield* learned.note(caseId);
    if (state !== "released" || file === undefined || note === undefined) return yield* notAllowed;
    const kept = yield* learned.parts(caseId, startedAtMs);
    if (kept === undefined) return yield* alreadyErased;
    const { recordsEndAtMs } = note;
    if (kept.released.length === 0) {
      yield* finish(caseId, recordsEndAtMs, Effect.void);
      return { people: 0, waitingFor: [] };
    }
    const waiting = new Set(kept.released.map(({ issuer }) => issuer));
    const asked = kept.released.filter(({ issuer }) => resealed.has(issuer));
    if (asked.length === 0) return yield* officersTooFew;
    let people = 0;
    for (const part of asked) {
      const issuer = issuers.get(part.issuer);
      if (issuer === undefined) return yield* notAllowed;
      const answer = yield* issuer.answer({
        release: part.release,
        resealed: resealed.get(part.issuer) ?? [],
        records: shuffled(part.records),
        logged: note.logged,
      });
      const store = learned.keepAnswer(caseId, answeredPart(part, answer, file), answer.people);
      waiting.delete(part.issuer);
      if (waiting.size === 0) yield* finish(caseId, recordsEndAtMs, store);
      else if (!(yield* register.storeWhile("released", caseId, yield* instants.now, store))) {
        return yield* notAllowed;
      }
      people += answer.people;
    }
    return { people, waitingFor: [...waiting] };
  });

  const answerFor: Joining["answerFor"] = Effect.fnUntraced(function* (caseId, officer) {
    const atMs = yield* instants.now;
    const { state } = yield* register.standing(caseId, atMs);
    const file = yield* files.read(caseId);
    const isTheirs = file?.approvals.some((approval) => approval.officer === officer) ?? false;
    if (state !== "answered" || !isTheirs) return yield* notAllowed;
    const kept = yield* learned.parts(caseId, atMs);
    if (kept === undefined) return yield* alreadyErased;
    return kept.answered.flatMap(({ issuer, release, places, answers }) => {
      const own = answers.find((answer) => answer.officer === officer);
      return own === undefined ? [] : [{ caseId, issuer, release, answer: own.bytes, places }];
    });
  });

  return { join, answerFor };
};
