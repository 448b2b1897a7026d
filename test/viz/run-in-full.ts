// A small run as the simulator writes it, for the tests of pages: a run.json already parsed, and the text of a series.csv.
// Thirty days, so that something is erased and every chart has something to show.
// The numbers mean nothing.
const dayOf = (index: number): string => `2020-07-${String(index + 1).padStart(2, "0")}`;

export const run = {
  schemaVersion: 1,
  manifest: { modelHash: "abcdef", scenario: "default", seed: "7", people: 2000, venues: 80, days: 30 },
  promises: [
    { id: "no-pass-without-consent", clauses: ["S4", "F1"], verdict: "held", checked: 1234 },
    { id: "two-officers", clauses: ["C4"], verdict: "never exercised", checked: 0 },
    { id: "retention-kept", clauses: ["S9"], verdict: "broken", checked: 3 },
  ],
};

export const series = [
  "day,passesIssued,checkIns,refusals,lookups,reidentified,recordsErased,recordsLive",
  ...Array.from({ length: 30 }, (_, index) =>
    [dayOf(index), 150 + index, 100 + index, 5, 2, 1, index < 28 ? 0 : 100, 100 * (index + 1)].join(","),
  ),
].join("\n");
