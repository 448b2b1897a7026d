/**
 * Every duration and limit of the policy, once, each with the clause it comes from (clauses.ts).
 * Machines and rules name these constants; nothing else in the product holds a number of the policy.
 * Two presets: 2020-07 is the founding description and the default, 2020-10 asks for consent once.
 */

export const millisecondsADay = 86_400_000;
/** Asia/Seoul is nine hours ahead of UTC and knows no daylight saving (clause C2). */
export const seoulOffset = 32_400_000;

const seconds = (n: number): number => n * 1_000;
const minutes = (n: number): number => n * 60_000;
const hours = (n: number): number => n * 3_600_000;
const days = (n: number): number => n * millisecondsADay;

/** The words of every closed vocabulary; their order is their number in generated code. */
export const vocabularies = {
  consentAsked: ["everyPass", "once"],
  crisisLevel: ["attention", "caution", "alert", "serious"],
  ground: ["none", "investigation"],
} as const;

export interface Constant {
  readonly kind: "duration" | "count" | "choice";
  readonly value: number | string;
  readonly clauses: readonly string[];
  readonly description: string;
  /** For a choice: the name of its vocabulary. */
  readonly vocabulary?: keyof typeof vocabularies;
}

const duration = (value: number, clauses: readonly string[], description: string) =>
  ({ kind: "duration", value, clauses, description }) as const satisfies Constant;
const limit = (value: number, clauses: readonly string[], description: string) =>
  ({ kind: "count", value, clauses, description }) as const satisfies Constant;

/** The constants of the founding description (preset 2020-07). Durations in milliseconds. */
export const constants = {
  consentAsked: {
    kind: "choice",
    value: "everyPass",
    vocabulary: "consentAsked",
    clauses: ["F1", "S4"],
    description: "whether consent is asked for at every pass or once, at first use",
  },
  consentSession: duration(
    minutes(10),
    ["C12", "F3"],
    "how long one consent covers a pass and its renewals when it is asked for at every pass",
  ),
  noticeVersion: limit(1, ["S4", "F13"], "the version of the notice that is in force"),
  verificationValidity: duration(days(30), ["S5", "F2", "C2"], "how long a verified phone stays verified"),
  codeDigits: limit(6, ["F2"], "digits of the code sent by SMS"),
  codeLifetime: duration(seconds(180), ["C1"], "how long a code can be entered"),
  codeTries: limit(5, ["C1"], "wrong tries before the lock"),
  codeSends: limit(3, ["C1"], "codes sent within the send window before the lock"),
  codeSendWindow: duration(minutes(10), ["C1"], "the window in which codes sent are counted"),
  networkSends: limit(60, ["C16"], "codes sent to one network within the send window"),
  codeLock: duration(minutes(30), ["C1"], "how long a lock lasts"),
  accountKept: duration(
    days(28),
    ["C9", "C2"],
    "how long an account stays after the day of its last pass, once its verification has expired",
  ),
  passLifetime: duration(seconds(15), ["F3"], "how long a pass is shown"),
  clockSkew: duration(seconds(2), ["C3"], "how far the clocks of two parties may differ"),
  lateDelivery: duration(hours(6), ["C3"], "how late a venue without network may deliver a scan"),
  passUseless: duration(seconds(60), ["C11"], "after this time online nothing is stored under a pass"),
  passesPerMinute: limit(20, ["C6"], "passes a person may ask for in a minute"),
  scansPerMinute: limit(600, ["C6", "C13"], "scans a venue may deliver in a minute"),
  epochLength: duration(minutes(1), ["S7", "C10"], "how long one epoch secret seals passes"),
  epochPasses: limit(4096, ["C10", "C13"], "passes under one epoch secret"),
  retention: duration(
    days(28),
    ["S9", "F5", "C2"],
    "how long a visit is kept, counted from the start of the Seoul day of its pass",
  ),
  joinableAtLeast: duration(days(14), ["C11", "F5"], "how long a stored visit can be joined at the least"),
  sweepLateness: duration(
    minutes(10),
    ["C13"],
    "how late the sweep that erases may be; a read never waits for it",
  ),
  officersRequired: limit(2, ["C4"], "different officers who must stand behind a case"),
  caseDecision: duration(hours(72), ["C13"], "how long a requested case waits for its second officer"),
  caseLifetime: duration(hours(72), ["C4"], "how long a case lives from its approval"),
  caseAnswerKept: duration(days(14), ["C4"], "how long what a case learned is kept"),
  caseVenues: limit(20, ["C7"], "venues of a case"),
  caseWindow: duration(hours(24), ["C7"], "the longest window of a case at a venue"),
  caseRecords: limit(10_000, ["C7"], "records of a case"),
  nationRecordsPerDay: limit(100_000, ["C7"], "records released in the nation in a day"),
  witnessesRequired: limit(
    2,
    ["C17"],
    "other parties who must have cosigned the log in which a case or its release stands",
  ),
  rosterDelay: duration(hours(24), ["C7"], "how long a change of the officers' roster waits"),
  venueReminder: duration(days(7), ["F10"], "unused for so long, a venue is reminded"),
} as const satisfies Readonly<Record<string, Constant>>;

export type PolicyName = keyof typeof constants;

/** Finite sets of words that conditions ask membership in. */
export const sets = {
  collectionLevels: { vocabulary: "crisisLevel", value: ["alert", "serious"], clauses: ["F7"] },
  caseGrounds: { vocabulary: "ground", value: ["investigation"], clauses: ["F13", "S8"] },
} as const satisfies Readonly<
  Record<
    string,
    { vocabulary: keyof typeof vocabularies; value: readonly string[]; clauses: readonly string[] }
  >
>;

/** A policy in force: the value of every constant and set. */
export interface Policy {
  readonly preset: string;
  readonly constants: Readonly<Record<string, number | string>>;
  readonly sets: Readonly<Record<string, readonly string[]>>;
}

export const presetNames = ["2020-07", "2020-10"] as const;
export type PresetName = (typeof presetNames)[number];

const valueOf = (constant: Constant): number | string => constant.value;

const founding: Policy = {
  preset: "2020-07",
  constants: Object.fromEntries(
    Object.entries(constants).map(([name, constant]) => [name, valueOf(constant)]),
  ),
  sets: Object.fromEntries(Object.entries(sets).map(([name, set]) => [name, set.value])),
};

/** The policy as the founding description of 1 July 2020 has it, and as it was asked from 28 September 2020. */
export const presets: Readonly<Record<PresetName, Policy>> = {
  "2020-07": founding,
  "2020-10": {
    ...founding,
    preset: "2020-10",
    constants: { ...founding.constants, consentAsked: "once" },
  },
};

export const defaultPolicy: Policy = founding;
