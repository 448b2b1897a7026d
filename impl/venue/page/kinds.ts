// The kinds of facility that a venue registers as: the eight first ones that the duty named and the four of 23 June 2020, and any
// other that joins by choice (clause F9). Their names in both languages stand in words/.
// A machine that was registered as some other kind keeps it; the page then shows it as it is.
export const kinds = [
  "hunting-pub",
  "gamseong-bar",
  "entertainment-pub",
  "danran-pub",
  "colatec",
  "karaoke",
  "group-exercise",
  "standing-show",
  "door-to-door-sales",
  "logistics-centre",
  "large-academy",
  "buffet",
  "by-choice",
] as const;

export type Kind = (typeof kinds)[number];

export const isKind = (kind: string): kind is Kind => kinds.some((known) => known === kind);
