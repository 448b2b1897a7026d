// The words of the report in English; the Korean ones have the same keys, or do not compile.
// Words of the law (promises, refusals, parties, knowledge) come from the models and stand here no second time.
// Where a sentence holds a figure it is a function of it, already written in the reader's language.
const were = (count: string, one: string, more: string): string => (count === "1" ? one : more);

export const english = {
  title: "Report of a simulation",
  save: "Save this chart",
  table: "The same as a table",
  none: "none",

  // The verdict
  unreliable: "This run cannot be relied on: what was decided in it is not what the policy decides.",
  broke: (broken: string, all: string) => `This run broke ${broken} of its ${all} promises.`,
  missed: (missed: string, all: string) =>
    `This run kept every promise that was put to the test, but missed ${missed} of the ${all} thresholds that were set for it.`,
  stopped: "This run was stopped before its end; until then it kept every promise that was put to the test.",
  untested: "Nothing was put to the test in this run.",
  kept: "This run kept every promise that was put to the test.",
  keptAndMet: (all: string) =>
    `This run kept every promise that was put to the test, and met all ${all} thresholds that were set for it.`,
  promisesCounted: (held: string, broken: string, never: string) =>
    `Promises: ${held} held, ${broken} broken, ${never} never exercised.`,
  simulated: (checkIns: string, people: string, venues: string, days: string, from: string) =>
    `${checkIns} check-ins by ${people} people at ${venues} venues, in ${days} ${were(days, "day", "days")} from ${from}.`,
  standsFor: (people: string) =>
    `One person of this run stands for ${people} people: counts of people and records are to be multiplied by it.`,
  levels: {
    policy:
      "At the policy level: the policy's own decisions, without stores and without passes; passes are counted.",
    service: "At the service level: real services, passes, signatures and stores; only time is virtual.",
    load: "At the load level: real servers, asked over HTTP in real time.",
  },

  // Promises
  promises: "Promises",
  promisesLead: "What is promised, held against everything that happened in the run.",
  promise: "Promise",
  verdict: "Verdict",
  held: "held",
  broken: "broken",
  "never exercised": "never exercised",
  neverExercised: "Never exercised: nothing happened that could have broken it. That is no proof.",
  checked: "Checked",
  times: (count: string) => `${count} ${were(count, "time", "times")}`,
  clauses: "Clauses",
  story: "What led to it",
  replay: "See it again with",

  // Thresholds
  thresholds: "Thresholds",
  thresholdsLead: "What was asked of the run beforehand, and what came out.",
  asked: "Asked for",
  measured: "Measured",
  most: (limit: string) => `at most ${limit}`,
  least: (limit: string) => `at least ${limit}`,
  met: "met",
  notMet: "missed",

  // Throughput and latency
  day: (day: string) => `The busiest day, ${day}`,
  dayLead: (minutes: string) => `From midnight to midnight in Seoul, each ${minutes} minutes.`,
  peak: (issued: string, at: string, perSecond: string) =>
    `Most passes were issued from ${at}: ${issued}, which is ${perSecond} a second.`,
  peakOfAll: (perSecond: string) => `For all the people whom they stand for that is ${perSecond} a second.`,
  at: "From",
  issued: "Passes issued",
  checkIns: "Check-ins",
  refused: "Refused",
  lookups: "Lookups",
  waits: "Wait for a pass",
  lookupWaits: "Time of a lookup",
  waitsAre: {
    policy: "Waits are those of the virtual queue.",
    service:
      "Waits are real time on the machine that ran it, on which everybody of ten virtual minutes is answered at once.",
    load: "Waits are real time, counted from the instant at which each request was meant to be made.",
  },
  half: "half",
  most99: "99 of 100",
  waitP50: "Half waited at most (ms)",
  waitP99: "99 of 100 waited at most (ms)",
  lookupP50: "Half of the lookups took at most (ms)",
  lookupP99: "99 of 100 lookups took at most (ms)",
  servedMost: "Most in one second",
  works: "Work and time",
  worksReal:
    "Time is real time on the machine that ran it; everything else in this report is counted in the virtual city.",
  worksCounted: "At this level work is counted, and no time is measured.",
  work: "Work",
  count: "How often",
  perSecond: "A second",
  percentile: (share: string) => `${share} % within (ms)`,
  longest: "Longest (ms)",
  issuance: "passes issued",
  checkIn: "check-ins answered",
  lookup: "lookups of a window",
  reidentification: "people re-identified under cases",
  erasure: "records erased",

  // Refusals
  refusals: "Refusals by reason",
  refusalsLead: "Each answer that was no, by the reason that was given with it.",
  refusal: "Reason",

  // Queue
  queue: "Queue and shed load",
  queueLead: "Who could not be served at once waited, and who could not wait was told to come back.",
  queueMost: "Longest queue",
  shed: "Turned away for the time being",

  // Records
  records: "Records over the weeks",
  recordsLead: (recorded: string, live: string, erased: string) =>
    `${recorded} records were made; ${live} of them were still there at the end, and ${erased} were erased.`,
  date: "Day",
  recordsLive: "Records live at the end of the day",
  recordsErased: "Records erased",
  refusalsByDay: "Refusals",
  reidentified: "People re-identified",

  // Outbreak
  outbreak: "The outbreak",
  outbreakLead: (infected: string, reported: string, index: string) =>
    `${infected} people were infected, ${index} of them from the beginning; ${reported} were reported.`,
  infected: "Infected on the day",
  reported: "Reported on the day",

  // Retention
  retention: "What each day of retention buys, and what it costs",
  retentionLead: (found: string, contacts: string, share: string) =>
    `Of ${contacts} true contacts of the people who were reported, the records could name ${found} (${share}).`,
  retentionChart: "Contacts found, against records that lie exposed",
  daysLong: (days: string) => `${days} d`,
  exposed: "person-days of records that lie exposed",
  retentionDays: "Days kept",
  contacts: "Contacts",
  found: "Found",
  foundShare: "Share found",
  exposure: "Person-days exposed",
  present: "the policy of this run",

  // Knowledge
  knowledge: "Who knew what",
  knowledgeLead:
    "What the messages let each party have, what its role forbids, and what a search of all that it keeps has found. A person knows this of nobody else.",
  party: "Party",
  knows: "has",
  never: "never",
  foundAgainst: "found against its role",
  search: "Searched in its stores",
  searched: (files: string, lookedFor: string, found: string) =>
    `${files} files, for: ${lookedFor}. Found: ${found}`,
  noStores: "no stores searched",

  // Coverage
  coverage: "How much of the policy happened",
  coverageLead: (met: string, all: string, share: string) =>
    `${met} of the ${all} transitions of the policy happened in this run (${share}). What did not happen was not tested by it.`,

  // Calibration
  calibration: "Is this city like the real ones?",
  calibrationLead: "Figures of the virtual city beside what is on record.",
  figure: "Figure",
  here: "In this run",
  onRecord: "On record",
  range: (from: string, to: string) => `${from} to ${to}`,
  source: "Source",
  within: "within",
  outside: "outside",

  // Faults
  faults: "What was made to fail",
  noFaults: "Nothing was made to fail in this run.",
  fault: "Fault",
  from: "From",
  to: "To",

  // Provenance
  provenance: "Where this comes from",
  scenario: "Scenario",
  policy: "Policy",
  lawHash: "Hash of the policy's models",
  seed: "Seed",
  size: "Size",
  sizes: (people: string, venues: string, days: string) =>
    `${people} people, ${venues} venues, ${days} ${were(days, "day", "days")}`,
  level: "Level",
  passes: "Passes",
  real: "real",
  counted: "counted",
  workers: "Workers",
  stores: "Stores",
  full: "every batch on disk before its answer",
  normal: "safe against a crash of the process, not of the machine",
  trace: "Trace",
  traceHash: "Hash of the trace",
  outcomeHash: "Hash of the outcomes",
  ranOn: "Ran on",
  versions: "Versions",
  command: "Command",
};

export type ReportWords = typeof english;
