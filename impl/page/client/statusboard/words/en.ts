// What the status board says in English.
// Places in these sentences are filled by functions, so that each language keeps its own order.
export const title = (nation: string): string => `COVID-19 in ${nation}`;

export const kinds = {
  confirmed: "Confirmed",
  released: "Recovered",
  deceased: "Deaths",
  tested: "Tests",
} as const;

export const newOnes = {
  confirmed: "Newly confirmed a day",
  released: "Newly recovered a day",
  deceased: "Deaths a day",
  tested: "Tests a day",
} as const;

export const headings = {
  figures: "Figures now",
  trend: "Day by day",
  regions: "By region",
} as const;

export const upTo = (date: string): string => `Figures up to ${date}.`;
export const source = "Source:";
export const readAt = (instant: string): string => `read ${instant}, Seoul time.`;
export const byOffice = (instant: string): string =>
  `Published by the national office ${instant}, Seoul time.`;
export const nothingYet = "No figures have been published yet.";
export const notKnown = "not given by the source";
export const change = (count: string): string => `${count} on that day`;
export const bars = "Bars: each day. Line: mean of seven days.";
export const twin = "The same as a table";
export const twinByDay = "The same as a table, day by day";
export const regionsNow = "The latest figures of each region";
export const columns = {
  date: "Day",
  onDay: "On that day",
  mean: "Mean of 7 days",
  total: "In all",
  region: "Region",
  week: "Newly confirmed in 7 days",
} as const;
export const pictured = (what: string, from: string, to: string, last: string): string =>
  `${what}, from ${from} to ${to}. On the last day: ${last}.`;

export const lastGood = (instant: string): string =>
  `Since ${instant}, Seoul time, nothing newer could be taken over. These are the last good figures.`;
export const troubles = {
  "feed-unreachable": "The source cannot be reached.",
  "feed-refused": "The source answers with an error.",
  "feed-too-large": "What the source sent is too large.",
  "feed-unreadable": "What the source sent cannot be read.",
  "feed-columns-missing": "What the source sent has another form than before.",
  "feed-value-wrong": "What the source sent holds a figure that cannot be right.",
  "feed-nation-missing": "What the source sent says nothing of this country.",
  "feed-older": "What the source sent is older than what is known.",
  "feed-ahead": "What the source sent has figures of days to come.",
} as const;
