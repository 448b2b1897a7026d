/**
 * Faults in real service code for conformance over HTTP to find: each is an exact text of a file and what it becomes in the process of a
 * server, with the case that must notice it and what it must find to differ there. Guards, constants, deadlines, and plain forgetting.
 */
export interface PlantedFault {
  readonly says: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** The cases among which it must be found, by the beginning of their ids. */
  readonly among: string;
  /** The case that finds it, alone. */
  readonly foundBy: string;
  readonly what: string;
  readonly foreseen: string;
  readonly found: string;
}

export const plantedFaults: readonly PlantedFault[] = [
  {
    says: "a deadline a millisecond late: a pass is taken when its seconds and the skew are over",
    file: "impl/generated/core/pass.ts",
    from: "now + policy.passLifetime + policy.clockSkew",
    to: "now + policy.passLifetime + policy.clockSkew + 1",
    among: "deadline/pass:",
    foundBy: "deadline/pass:issued--expiresAt-->expired/at/pass.scanned",
    what: "answer",
    foreseen: '{"refused":"pass-expired"}',
    found: '{"told":"pass.accepted"}',
  },
  {
    says: "a guard left out: a pass opens as often as it is shown",
    file: "impl/custodian/epochs.ts",
    from: "(((bitmap[number >> 3] ?? 0) >> (number & 7)) & 1) === 1",
    to: "bitmap[number >> 3] === undefined",
    among: "pair/pass:accepted",
    foundBy: "transition/pass:accepted--pass.scanned-->accepted",
    what: "answer",
    foreseen: '{"refused":"pass-replayed"}',
    found: '{"told":"pass.accepted"}',
  },
  {
    says: "a constant: one wrong try more",
    file: "models/policy.ts",
    from: "codeTries: limit(5",
    to: "codeTries: limit(6",
    among: "transition/verification:challenged",
    foundBy: "transition/verification:challenged--code.submitted#3-->locked",
    what: "answer",
    foreseen: '{"told":"code.locked"}',
    found: '{"told":"code.mismatched"}',
  },
  {
    says: "forgetting: a day that is over is not erased",
    file: "impl/custodian/sweeping.ts",
    from: "visits += yield* eraseDay(key, nowMs);",
    to: "",
    among: "deadline/visit:",
    foundBy: "deadline/visit:recorded--eraseAt-->erased/at/looking",
    what: "the state of visit",
    foreseen: "erased",
    found: "recorded",
  },
  {
    says: "a guard the other way round, so that every level lets collection begin",
    file: "impl/generated/core/crisis.ts",
    from: "if (((policy.collectionLevels >> level) & 1) === 1) {",
    to: "if (policy.collectionLevels >= 0) {",
    among: "transition/crisis:",
    foundBy: "transition/crisis:suspended--level.announced#2-->suspended",
    what: "answer",
    foreseen: '{"told":"level.noted"}',
    // It goes on already, because the level with which a country begins let it begin.
    found: '{"told":"collection.stopped"}',
  },
  {
    says: "a check left out, so that every code is taken for the one that was sent",
    file: "impl/issuer/codes.ts",
    from: "waiting !== undefined && timingSafeEqual(waiting, macOf(account, code))",
    to: "waiting !== undefined && code !== ''",
    among: "transition/verification:challenged",
    foundBy: "transition/verification:challenged--code.submitted#2-->challenged",
    what: "answer",
    foreseen: '{"told":"code.mismatched"}',
    found: '{"told":"phone.verified"}',
  },
  {
    says: "the end of a day moved: kept a day longer than the policy says",
    file: "impl/generated/core/day.ts",
    from: "startOfDay(now) + policy.retention",
    to: "startOfDay(now) + policy.retention + 86_400_000",
    among: "transition/day:",
    foundBy: "transition/day:unopened--day.opened-->kept",
    what: "day.endsAt",
    foreseen: "1595948400000",
    found: "1596034800000",
  },
];
