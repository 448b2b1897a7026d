/**
 * The register of sentences the policy rests on. Every state, transition, rule, constant and property cites these ids.
 * Grades: S is a sentence of the founding description (Asia Economy, 1 July 2020); F a fact from the record of the scheme
 * (government or press); C a choice of ours where nothing was published. A C is never to be read as a fact about KI-Pass.
 * What they leave open is asked in questions.ts.
 */

export type Grade = "S" | "F" | "C";

export interface Clause {
  readonly grade: Grade;
  /** The rule in one sentence, in our own words. */
  readonly says: string;
  readonly source: string;
}

const founding = "Asia Economy, 2020-07-01";
const record =
  (source: string) =>
  (says: string): Clause => ({ grade: "F", says, source });
const S = (says: string): Clause => ({ grade: "S", says, source: founding });
const C = (says: string): Clause => ({ grade: "C", says, source: "our choice; nothing was published" });

export const clauses = {
  S1: S("QR check-in in a messenger is an electronic entry log for high-risk facilities."),
  S2: S("Clubs, karaoke rooms, entertainment bars and the like must keep the log since 10 June 2020."),
  S3: S("A person opens the # tab, sees the COVID-19 page in front and presses the QR check-in button."),
  S4: S("After agreeing to the personal-information notice a QR code appears."),
  S5: S("First use needs a phone verification, which is valid for one month."),
  S6: S("User information and entry records are managed separately."),
  S7: S(
    "Issued QR codes are encrypted and stored in distributed form with the Social Security Information Service.",
  ),
  S8: S("The quarantine authority combines the two only when an epidemiological investigation needs it."),
  S9: S("The information is destroyed automatically after 4 weeks."),
  S10: S("The issuer does not record the places visited."),
  S11: S("A facility cannot see who the visitor is."),
  S12: S("Current COVID-19 figures stand on a status board in the # tab and on the portal."),
  F1: record("privacy commission and ministry, 2020-09-28")(
    "Consent was asked for at every QR at first, and once, at first use, from 28 September 2020.",
  ),
  F2: record("etnews 20200623000295")("Verification is a 6-digit code by SMS and is valid for one month."),
  F3: record("medicalworldnews 1510938544")(
    'A QR is shown for 15 seconds; a new one comes on retry with no new consent; an old one is answered "expired".',
  ),
  F4: record("joongang.co.kr 23882012")(
    "The issuer keeps time, name, number and QR information, the custodian time, venue and QR information, both encrypted.",
  ),
  F5: record("joongang.co.kr 23882012")(
    "Both sides erase 4 weeks after creation, twice the incubation of 14 days.",
  ),
  F6: record("asiae.co.kr 2020-06-10")(
    "For a join the authority asks the custodian for the QR records of a venue in a window, then the issuers for the people behind them.",
  ),
  F7: record("ajunews 20220406162635276")(
    "Collection runs only while the national crisis level is serious or alert; otherwise it stops at once and erasure runs on to nothing left.",
  ),
  F8: record("etnews 20200623000295")(
    "There were several issuers: Naver, PASS of three carriers, Kakao, later Toss.",
  ),
  F9: record("medicalworldnews 1510936681")(
    "The duty began with 8 kinds of facility, 4 more followed on 23 June 2020; any venue may join by choice.",
  ),
  F10: record("medicalworldnews 1510936681")(
    "A venue registers with its business number and is reminded after 7 days unused.",
  ),
  F11: record("medicalworldnews 1510936681")(
    "Children under 14 need a guardian's consent, or are refused, by issuer.",
  ),
  F13: record(
    "Infectious Disease Control and Prevention Act arts. 49(1), 76-2; Personal Information Protection Act arts. 15, 17",
  )("The list, the request for data and the consent each have a legal ground."),
  F14: record("ddaily 2022040615160540846")(
    "Of 4.22 billion check-ins 20 million, 0.47 %, were ever used for tracing.",
  ),
  C1: C("An SMS code lives 180 s, with 5 tries and 3 sends in 10 minutes, then a lock of 30 minutes."),
  C2: C(
    "One month is 30 days of 24 hours; 4 weeks are 28 days; days are counted in Asia/Seoul; a record belongs to the day of its pass, and a day's records are erased together at the start of that day plus 28 days.",
  ),
  C3: C(
    "Clocks of parties may differ by 2 s, so the custodian takes a pass from 2 s before to 17 s after its time; a venue without network may deliver up to 6 hours late.",
  ),
  C4: C(
    "Two different officers stand behind a case; it lives 72 h from approval; what it learned is erased 14 days after its answer and never later than the records it came from.",
  ),
  C5: C(
    "Withdrawing consent stops issuance at once, and the issuer destroys what ties earlier passes to the person.",
  ),
  C6: C("A person may ask for 20 passes a minute; venues and callers have limits with a clear answer."),
  C7: C(
    "A case has at most 20 venues, 24 h a venue and 10,000 records; the nation 100,000 records a day; the roster changes after 24 h.",
  ),
  C8: C("A withdrawal before the issuer's answer wins over an open case, which learns a count only."),
  C9: C(
    "An account is erased at withdrawal, or when its verification has expired and 28 days, counted as in C2, have passed since its last pass.",
  ),
  C10: C(
    "Stored in distributed form means: split between issuer and custodian, and day by day over partitions and keys.",
  ),
  C11: C("A pass is useless 60 s after its time online; a stored visit can be joined for 14 days at least."),
  C12: C(
    "Where consent is asked for at every pass, one consent covers the pass and its renewals for 10 minutes.",
  ),
  C13: C(
    "Limits that no one published: 600 scans a minute from a venue, 4,096 passes in an epoch, 72 h for the second officer, a sweep at most 10 minutes late.",
  ),
  C14: C(
    "A lock, and an open code, outlive a withdrawal to their own short end; otherwise withdrawing would lift the lock.",
  ),
  C15: C("A pass already shown stays good for its own seconds when verification or consent ends meanwhile."),
  C16: C(
    "Tries and locks count for a number on one device; codes are counted for the number over all devices, as in C1, and 60 in those 10 minutes for a network.",
  ),
  C17: C(
    "A case is released, and a release answered, only when its entry stands in a log that at least two other parties cosigned.",
  ),
} as const satisfies Readonly<Record<string, Clause>>;

export type ClauseId = keyof typeof clauses;
