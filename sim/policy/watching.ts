// Watches the promises at the policy level: every pass issued and every visit stored is judged as it happens, by what the promises say.
// It sees how things stood at the gate before the law decided, and trusts nothing that the law answers.
// What happens seldom (a withdrawal, a case, a day erased) is told to the watchers that the service level has; this file only passes it on.
import type { CrisisColumns } from "../../impl/generated/core/crisis.ts";
import { never } from "../../impl/lifecycle/core.ts";
import type { Value } from "../../models/language/expression.ts";
import type { Observation } from "../../models/observations.ts";
import type { Policy } from "../../models/policy.ts";
import type { PropertyId } from "../../models/properties.ts";
import { tableOf } from "./lawtables.ts";
import { judgesOf, type Judges } from "./judges.ts";
import type { Standing } from "./standings.ts";

/** What is judged here as it happens. */
type JudgedKind = "passIssued" | "visitStored" | "passStored";

/** What is seen of people who withdraw. */
export type SeenWithdrawal = Extract<Observation, { readonly kind: "withdrawn" | "personWithdrew" }>;

/** The first breach of a promise that a thread met: by whom, and what was seen. */
export interface FirstBreach {
  readonly promise: PropertyId;
  readonly kind: JudgedKind;
  readonly person: number;
  readonly atMs: number;
  readonly said: Readonly<Record<string, Value>>;
}

/** Hears of each promise that a person's doing broke, every time. */
export type HearsBreach = (promise: PropertyId, person: number, atMs: number) => void;

export interface Watched {
  readonly checked: readonly (readonly [PropertyId, number])[];
  readonly breaches: readonly FirstBreach[];
}

export interface Watching {
  /** How a person stands when they ask for a pass; judged only if they get one. */
  readonly atTheGate: (atMs: number, crisis: CrisisColumns, standing: Standing) => void;
  readonly passIssued: (person: number) => void;
  readonly visitStored: (
    person: number,
    atMs: number,
    crisis: CrisisColumns,
    isLate: boolean,
    scannedAtMs: number,
    passIssuedAtMs: number,
    eraseAtMs: number,
    times: number,
  ) => void;
  readonly withdrawn: (person: number, atMs: number, standing: Standing) => void;
  /** What was seen of withdrawals since the last call, in the order of people. */
  readonly takeSeen: () => readonly SeenWithdrawal[];
  readonly watched: () => Watched;
}

interface Held {
  readonly kind: JudgedKind;
  readonly judges: Judges;
  readonly frame: Float64Array;
  readonly checked: Float64Array;
}

const consentStates = tableOf("consent").states;
const verificationStates = tableOf("verification").states;

export const makeWatching = (policy: Policy, hearsBreach?: HearsBreach): Watching => {
  const held = (kind: JudgedKind): Held => {
    const judges = judgesOf(kind, policy);
    return {
      kind,
      judges,
      frame: new Float64Array(judges.fields.length),
      checked: new Float64Array(judges.promises.length),
    };
  };
  const placesIn = ({ judges }: Held, ...names: readonly string[]): readonly number[] =>
    names.map((name) => judges.fields.indexOf(name));
  const issue = held("passIssued");
  const [
    gAt = 0,
    gCrisis = 0,
    gConsent = 0,
    gVersion = 0,
    gGiven = 0,
    gVerification = 0,
    gUntil = 0,
    gWithdrawn = 0,
  ] = placesIn(
    issue,
    "at",
    "crisis",
    "consent",
    "consentVersion",
    "consentGivenAt",
    "verification",
    "verifiedUntil",
    "withdrawnAt",
  );
  const store = held("visitStored");
  const [sAt = 0, sPass = 0, sCrisis = 0, sLate = 0, sScanned = 0, sIssued = 0, sErase = 0] = placesIn(
    store,
    "at",
    "pass",
    "crisis",
    "late",
    "scannedAt",
    "passIssuedAt",
    "eraseAt",
  );
  const once = held("passStored");
  const [oAt = 0, oPass = 0, oTimes = 0] = placesIn(once, "at", "pass", "times");
  const breaches = new Map<PropertyId, FirstBreach>();
  let seen: SeenWithdrawal[] = [];
  let stored = 0;

  const broken = ({ kind, judges, frame }: Held, number: number, person: number): void => {
    const promise = judges.promises[number - 1];
    if (promise === undefined) return;
    hearsBreach?.(promise, person, frame[0] ?? 0);
    if (breaches.has(promise)) return;
    breaches.set(promise, { promise, kind, person, atMs: frame[0] ?? 0, said: judges.said(frame) });
  };
  const judge = (each: Held, person: number): void => {
    const number = each.judges.judge(each.frame, each.checked);
    if (number > 0) broken(each, number, person);
  };

  return {
    atTheGate: (atMs, crisis, { consent, verification, withdrawnAtMs }) => {
      const { frame } = issue;
      frame[gAt] = atMs;
      frame[gCrisis] = crisis.state[0] ?? 0;
      frame[gConsent] = consent.state[0] ?? 0;
      frame[gVersion] = consent.noticeVersion[0] ?? 0;
      frame[gGiven] = consent.givenAt[0] ?? never;
      frame[gVerification] = verification.state[0] ?? 0;
      frame[gUntil] = verification.verifiedUntil[0] ?? never;
      frame[gWithdrawn] = withdrawnAtMs;
    },
    passIssued: (person) => {
      judge(issue, person);
    },
    visitStored: (person, atMs, crisis, isLate, scannedAtMs, passIssuedAtMs, eraseAtMs, times) => {
      const { frame } = store;
      frame[sAt] = atMs;
      frame[sPass] = stored;
      frame[sCrisis] = crisis.state[0] ?? 0;
      frame[sLate] = isLate ? 1 : 0;
      frame[sScanned] = scannedAtMs;
      frame[sIssued] = passIssuedAtMs;
      frame[sErase] = eraseAtMs;
      judge(store, person);
      once.frame[oAt] = atMs;
      once.frame[oPass] = stored;
      once.frame[oTimes] = times;
      judge(once, person);
      stored += 1;
    },
    withdrawn: (person, atMs, { consent, verification }) => {
      seen.push({
        kind: "withdrawn",
        at: atMs,
        consent: consentStates[consent.state[0] ?? 0] ?? "absent",
        verification: verificationStates[verification.state[0] ?? 0] ?? "unverified",
      });
      seen.push({ kind: "personWithdrew", at: atMs, person: String(person) });
    },
    takeSeen: () => {
      const taken = seen;
      seen = [];
      return taken;
    },
    watched: () => {
      const checked = new Map<PropertyId, number>();
      for (const { judges, checked: counts } of [issue, store, once])
        judges.promises.forEach((promise, place) => {
          checked.set(promise, (checked.get(promise) ?? 0) + (counts[place] ?? 0));
        });
      return { checked: [...checked], breaches: [...breaches.values()] };
    },
  };
};
