/**
 * Every number of the policy, said by hand in the units of its sentence; a changed constant is noticed here even where no
 * lifecycle uses it yet. A duration is written in milliseconds, worked out by a person.
 * Pure data: it imports no model and no generated code.
 */
export interface SaidNumber {
  readonly clause: string;
  readonly says: string;
  /** The constant or the set of the policy. */
  readonly name: string;
  readonly preset: "2020-07" | "2020-10";
  readonly is: number | string | readonly string[];
}

const said = (clause: string, name: string, is: SaidNumber["is"], says: string): SaidNumber => ({
  clause,
  says,
  name,
  preset: "2020-07",
  is,
});

export const numberExamples: readonly SaidNumber[] = [
  said("F1", "consentAsked", "everyPass", "in July 2020 consent is asked for at every QR"),
  { ...said("F1", "consentAsked", "once", "from 28 September 2020 once"), preset: "2020-10" },
  said("C12", "consentSession", 600_000, "10 minutes"),
  said("S4", "noticeVersion", 1, "the first notice"),
  said("S5", "verificationValidity", 2_592_000_000, "one month: 30 days of 24 hours"),
  said("F2", "codeDigits", 6, "6 digits"),
  said("C1", "codeLifetime", 180_000, "180 s"),
  said("C1", "codeTries", 5, "5 tries"),
  said("C1", "codeSends", 3, "3 sends"),
  said("C1", "codeSendWindow", 600_000, "in 10 minutes"),
  said("C16", "networkSends", 60, "60 to a network"),
  said("C1", "codeLock", 1_800_000, "30 minutes"),
  said("C9", "accountKept", 2_419_200_000, "28 days"),
  said("F3", "passLifetime", 15_000, "15 s"),
  said("C3", "clockSkew", 2_000, "2 s"),
  said("C3", "lateDelivery", 21_600_000, "6 hours"),
  said("C11", "passUseless", 60_000, "60 s"),
  said("C6", "passesPerMinute", 20, "20 passes a minute"),
  said("C13", "scansPerMinute", 600, "600 scans a minute"),
  said("C10", "epochLength", 60_000, "an epoch is a minute"),
  said("C13", "epochPasses", 4_096, "4,096 passes in an epoch"),
  said("S9", "retention", 2_419_200_000, "4 weeks are 28 days"),
  said("C11", "joinableAtLeast", 1_209_600_000, "14 days, the incubation"),
  said("C13", "sweepLateness", 600_000, "10 minutes"),
  said("C4", "officersRequired", 2, "two different officers"),
  said("C13", "caseDecision", 259_200_000, "72 h"),
  said("C4", "caseLifetime", 259_200_000, "72 h"),
  said("C4", "caseAnswerKept", 1_209_600_000, "14 days"),
  said("C7", "caseVenues", 20, "20 venues"),
  said("C7", "caseWindow", 86_400_000, "24 h"),
  said("C7", "caseRecords", 10_000, "10,000 records"),
  said("C7", "nationRecordsPerDay", 100_000, "100,000 records a day in the nation"),
  said("C17", "witnessesRequired", 2, "two other parties"),
  said("C7", "rosterDelay", 86_400_000, "24 h"),
  said("F10", "venueReminder", 604_800_000, "7 days unused"),
  said("F7", "collectionLevels", ["alert", "serious"], "serious or alert"),
  said("F13", "caseGrounds", ["investigation"], "an epidemiological investigation, and nothing else"),
];
