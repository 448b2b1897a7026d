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

/** The first breach of a promise among the people of a thread: by whom, and what was seen. */
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

type Befell = Pick<FirstBreach, "atMs" | "person">;

/** The same for any number of threads: by the instant, and then by the person. */
export const isEarlier = (one: Befell, other: Befell): boolean =>
  one.atMs < other.atMs || (one.atMs === other.atMs && one.person < other.person);

/** A pass that is counted has no name. */
const withoutPass = (said: FirstBreach["said"]): FirstBreach["said"] =>
  Object.fromEntries(Object.entries(said).filter(([name]) => name !== "pass"));

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
  const [sAt = 0, sCrisis = 0, sLate = 0, sScanned = 0, sIssued = 0, sErase = 0] = placesIn(
    store,
    "at",
    "crisis",
    "late",
    "scannedAt",
    "passIssuedAt",
    "eraseAt",
  );
  const once = held("passStored");
  const [oAt = 0, oTimes = 0] = placesIn(once, "at", "times");
  const breaches = new Map<PropertyId, FirstBreach>();
  let seen: SeenWithdrawal[] = [];

  /** People come in their order, and their days one by one: what is met first need not have happened first. */
  const broken = ({ kind, judges, frame }: Held, promise: PropertyId, person: number): void => {
    const atMs = frame[0] ?? 0;
    hearsBreach?.(promise, person, atMs);
    const first = breaches.get(promise);
    if (first !== undefined && !isEarlier({ atMs, person }, first)) return;
    breaches.set(promise, { promise, kind, person, atMs, said: withoutPass(judges.said(frame)) });
  };
  const judge = (each: Held, person: number): void => {
    const bits = each.judges.judge(each.frame, each.checked);
    if (bits === 0) return;
    each.judges.promises.forEach((promise, place) => {
      if ((bits & (1 << place)) !== 0) broken(each, promise, person);
    });
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
      frame[sCrisis] = crisis.state[0] ?? 0;
      frame[sLate] = isLate ? 1 : 0;
      frame[sScanned] = scannedAtMs;
      frame[sIssued] = passIssuedAtMs;
      frame[sErase] = eraseAtMs;
      judge(store, person);
      once.frame[oAt] = atMs;
      once.frame[oTimes] = times;
      judge(once, person);
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
