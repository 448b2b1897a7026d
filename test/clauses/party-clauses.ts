/**
 * Clauses that are about parties and not about one lifecycle: what a test of the running parties has to show for each.
 * `shownBy` names the test files that show it; clauses.test.ts looks there for the clause's id, and lists those that have none yet.
 */
export interface PartyClause {
  readonly clause: string;
  /** What the test of the services must show, in literal instants and counts. */
  readonly shows: string;
  readonly shownBy?: readonly string[];
}

export const partyClauses: readonly PartyClause[] = [
  {
    clause: "S1",
    shows:
      "the issuer serves a page from which a person gets a pass, and a venue's scan of it becomes an entry in the log",
  },
  {
    clause: "S2",
    shows:
      "a club (kind of F9) registered on 2020-06-10 admits by scan; a venue that never registered is refused venue-unknown and stores nothing",
    shownBy: ["test/impl/venue/venue.test.ts", "test/impl/custodian/refusals.test.ts"],
  },
  {
    clause: "S3",
    shows:
      "# tab, COVID-19 page in front, QR check-in button: the page leads from the board to the pass in these steps",
  },
  {
    clause: "S6",
    shows:
      "issuer and custodian have two stores and two sets of keys: no phone number in the custodian's file, no venue id in the issuer's",
    shownBy: ["test/clauses/house.test.ts"],
  },
  {
    clause: "S7",
    shows:
      "the custodian's store opened with its own keys alone yields no alias, handle or number for any stored visit",
    shownBy: ["test/clauses/house.test.ts"],
  },
  {
    clause: "S8",
    shows:
      "without a case nothing is joined: with every case refused, denied or lapsed the authority's store holds no number",
    shownBy: ["test/clauses/house.test.ts"],
  },
  {
    clause: "S9",
    shows:
      "a pass of 2020-07-01T23:59:59.999+09:00: nobody presses a button, and at 2020-07-29T00:00:00.000+09:00 plus at most 10 minutes visit, key, alias and share are gone from both stores; a read at 00:00:00.000 finds nothing, sweep or not",
    shownBy: ["test/clauses/house.test.ts", "test/impl/custodian/erasure.test.ts"],
  },
  {
    clause: "S10",
    shows:
      "no message to the issuer and no row of it holds a venue id, name or place; after a join it has learned the case and the minute of issue only",
    shownBy: ["test/clauses/house.test.ts", "test/impl/authority/flow.test.ts"],
  },
  {
    clause: "S11",
    shows:
      "what the venue receives for two scans of two people is equal byte for byte: admitted, or the refusal's code; its store holds no pass once delivered",
    shownBy: ["test/impl/venue/venue.test.ts"],
  },
  {
    clause: "S12",
    shows: "the board shows the day's public figures with no account and no cookie",
    shownBy: ["test/impl/board/page.test.ts"],
  },
  {
    clause: "F4",
    shows:
      "a stored visit has time, venue and sealed handle, an account number and time; both are unreadable in the file without the party's keys",
    shownBy: ["test/impl/custodian/recording.test.ts", "test/impl/issuer/pass.test.ts"],
  },
  {
    clause: "F6",
    shows:
      "the authority asks the custodian for one venue and window, then the issuers for the people behind the records, in this order and no other",
    shownBy: ["test/impl/authority/flow.test.ts", "test/impl/authority/steps.test.ts"],
  },
  {
    clause: "F7",
    shows:
      "level serious to caution at 12:00:00.000: issue and scan at 12:00:00.000 are refused collection-suspended; 28 days later every store is empty",
    shownBy: [
      "test/impl/issuer/crisis.test.ts",
      "test/impl/custodian/refusals.test.ts",
      "test/impl/custodian/erasure.test.ts",
    ],
  },
  {
    clause: "F8",
    shows:
      "two issuers with keys of their own: a pass of each is stored, and each answers for its own people only",
    shownBy: ["test/impl/custodian/release.test.ts", "test/impl/authority/flow.test.ts"],
  },
  {
    clause: "F9",
    shows:
      "each of the 8 kinds of 10 June and the 4 of 23 June registers, and a kind outside the list registers by choice",
    shownBy: ["test/clauses/venues.test.ts"],
  },
  {
    clause: "F10",
    shows:
      "a venue registers with its business number; unused for 7 days it is reminded: not at 7 days less 1 ms, at 7 days yes",
  },
  { clause: "F14", shows: "in the default city the share of check-ins ever joined is counted and printed" },
  {
    clause: "C5",
    shows:
      'two passes at 12:00 and 12:05, withdrawn at 12:06:00.000: a pass asked for at 12:06:00.000 is refused, and a join of both visits answers "no such person" twice',
    shownBy: ["test/clauses/house.test.ts", "test/impl/issuer/withdrawal.test.ts"],
  },
  {
    clause: "C6",
    shows:
      "20 passes in a minute to one person, the 21st refused passes-exceeded; 600 scans of one venue, the 601st refused scans-exceeded; another person and venue unhindered",
    shownBy: ["test/clauses/venues.test.ts", "test/impl/issuer/pass.test.ts"],
  },
  {
    clause: "C7",
    shows:
      "a change of the roster signed by two standing officers and the key held elsewhere: at 24 h less 1 ms the old roster counts, at 24 h the new one",
  },
  {
    clause: "C8",
    shows:
      "a case of three visits of three people, one withdraws after the release and before the answer: two numbers and a count of one unknown",
    shownBy: ["test/impl/issuer/answering.test.ts"],
  },
  {
    clause: "C10",
    shows:
      "the same pass lies split: the issuer's part and the custodian's part alone give nobody; two days lie in two partitions under two keys",
    shownBy: [
      "test/impl/issuer/nothingkept.test.ts",
      "test/impl/custodian/release.test.ts",
      "test/impl/custodian/erasure.test.ts",
    ],
  },
  {
    clause: "C11",
    shows:
      "online nothing is stored at 60 s after the time of a pass; a visit stored on 2020-07-01 is joined on 2020-07-15 under a case",
    shownBy: ["test/clauses/house.test.ts"],
  },
  {
    clause: "C13",
    shows:
      "the pass after number 4,096 of an epoch opens a new epoch; the sweep ran at most 10 minutes after each deadline",
    shownBy: [
      "test/impl/issuer/epochs.test.ts",
      "test/impl/custodian/erasure.test.ts",
      "test/impl/authority/ending.test.ts",
    ],
  },
];
