// The form of run.json as the report reads it: what every level writes, and what only some levels know.
// reading.ts decodes with it, and every part of the report is drawn from what it gives.
// It takes no more of the file than the report shows.
import { Schema } from "effect";
import { SaidForm } from "../atlas/reading/saidform.ts";

const { Array: List, Boolean, Number, optionalKey: maybe, Record, String: Text, Struct } = Schema;
const Counts = Record(Text, Number);

const Work = Struct({
  count: Number,
  perSecond: maybe(Number),
  p50Ms: maybe(Number),
  p90Ms: maybe(Number),
  p99Ms: maybe(Number),
  p999Ms: maybe(Number),
  maxMs: maybe(Number),
});

const Manifest = Struct({
  modelHash: Text,
  scenario: Text,
  about: Text,
  level: Schema.Literals(["policy", "service", "load"]),
  passes: Schema.Literals(["real", "counted"]),
  policy: Struct({ preset: Text, set: Record(Text, Schema.Union([Number, Text])) }),
  seed: Number,
  people: Number,
  venues: Number,
  days: Number,
  startsOn: Text,
  standsFor: Number,
  complete: Boolean,
  workers: maybe(Number),
  durability: maybe(Schema.Literals(["full", "normal"])),
  faults: List(Struct({ what: Text, from: Text, to: Text, says: SaidForm })),
  ranOn: Text,
  versions: Record(Text, Text),
  command: Text,
});

const Day = Struct({
  day: Text,
  passesIssued: Number,
  checkIns: Number,
  refusals: Number,
  lookups: Number,
  reidentified: Number,
  recordsErased: Number,
  recordsLive: Number,
  shed: maybe(Number),
  waiting: maybe(Number),
  infected: maybe(Number),
  reported: maybe(Number),
  contacts: maybe(Number),
  found: maybe(Number),
});

const ProfileRow = Struct({
  at: Text,
  issued: Number,
  checkIns: Number,
  refused: Number,
  lookups: maybe(Number),
  shed: maybe(Number),
  queueMost: maybe(Number),
  waitP50Ms: maybe(Number),
  waitP99Ms: maybe(Number),
  lookupP50Ms: maybe(Number),
  lookupP99Ms: maybe(Number),
  servedMost: maybe(Number),
});

const Watched = Struct({
  id: Text,
  clauses: List(Text),
  verdict: Schema.Literals(["held", "broken", "never exercised"]),
  checked: Number,
  breach: maybe(Text),
  story: maybe(List(Text)),
  replay: maybe(Text),
});

const Knowledge = Struct({
  party: Text,
  knows: List(Text),
  neverHeld: List(Text),
  searched: maybe(Struct({ files: Number, lookedFor: List(Text), found: List(Text) })),
});

const ofRun = {
  manifest: Manifest,
  issuance: Work,
  checkIn: Work,
  lookup: Work,
  reidentification: Work,
  erasure: Work,
  records: Struct({ recorded: Number, live: Number, erased: Number }),
  cases: Struct({ requested: Number, approved: Number, answered: Number, people: Number }),
  refusals: Counts,
  days: List(Day),
  profile: maybe(Struct({ day: Text, minutes: Number, rows: List(ProfileRow) })),
  infection: maybe(Struct({ infected: Number, reported: Number, index: Number })),
  tracing: maybe(
    Struct({
      contacts: Number,
      found: Number,
      curve: List(
        Struct({ retentionDays: Number, found: Number, contacts: Number, personDaysExposed: Number }),
      ),
    }),
  ),
  promises: List(Watched),
  whoKnewWhat: maybe(List(Knowledge)),
  coverage: maybe(Struct({ transitions: Number, met: Number })),
  calibration: maybe(
    List(Struct({ id: Text, says: SaidForm, measured: Number, from: Number, to: Number, source: Text })),
  ),
  thresholds: maybe(
    List(
      Struct({
        id: Text,
        says: SaidForm,
        value: Number,
        bound: Schema.Literals(["most", "least"]),
        limit: Number,
        unit: Text,
        met: Boolean,
      }),
    ),
  ),
  trace: maybe(Struct({ lines: Number, replayed: Boolean, sentence: Text })),
  traceHash: maybe(Text),
  outcomeHash: maybe(Text),
} as const;

export const runVersion = 2;

/** A run as it stands in its file. */
export const RunReported = Struct({ schemaVersion: Schema.Literal(runVersion), ...ofRun });
export type RunReported = typeof RunReported.Type;
export type Work = typeof Work.Type;
export type ProfileRow = typeof ProfileRow.Type;
export type DayReported = typeof Day.Type;
