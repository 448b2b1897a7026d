// What a run found about its promises and its questions, as it stands in run.json: verdicts, tracing, who knew what, thresholds, calibration.
// Each level fills what it can say and leaves out the rest. Names in it are those of the law (models), sentences are in both languages.
// It judges nothing: whoever computes a figure says beside it what was asked for.
import { Schema } from "effect";
import { Count, Figure, Said } from "./figures.ts";

export const Verdict = Schema.Struct({
  id: Schema.String,
  clauses: Schema.Array(Schema.String),
  verdict: Schema.Literals(["held", "broken", "never exercised"]),
  /** How many observations the promise was held against. */
  checked: Count,
  /** For a broken promise: the first breach in a sentence, what led to it, line by line, and the command that shows it again. */
  breach: Schema.optionalKey(Schema.String),
  story: Schema.optionalKey(Schema.Array(Schema.String)),
  replay: Schema.optionalKey(Schema.String),
});

/** People at the end of the run: infected, of them reported, and of those known from the beginning. */
export const Infection = Schema.Struct({ infected: Count, reported: Count, index: Count });

/** What one length of retention buys and costs: contacts found of the true ones, and days for which a person's record lies there. */
const Retained = Schema.Struct({
  retentionDays: Count,
  found: Count,
  contacts: Count,
  personDaysExposed: Count,
});

/** True contacts of the people who were reported, and how many the records could name under the policy of the run, at what cost. */
export const Tracing = Schema.Struct({
  contacts: Count,
  found: Count,
  personDaysExposed: Schema.optionalKey(Count),
  /** From the shortest retention to the longest. */
  curve: Schema.Array(Retained),
});

/** A figure of the city beside what is known of the real one: within from and to, or not. */
export const Calibrated = Schema.Struct({
  id: Schema.String,
  says: Said,
  measured: Schema.Finite,
  from: Schema.Finite,
  to: Schema.Finite,
  source: Schema.String,
});

export const Threshold = Schema.Struct({
  id: Schema.String,
  says: Said,
  value: Schema.Finite,
  bound: Schema.Literals(["most", "least"]),
  limit: Schema.Finite,
  /** As it is written after a number; empty for a count. */
  unit: Schema.String,
  met: Schema.Boolean,
});

/** One party, by its name in the law; knowledge by its atoms (models/knowledge.ts). */
export const PartyKnowledge = Schema.Struct({
  party: Schema.String,
  /** What the messages of the law let it have. */
  knows: Schema.Array(Schema.String),
  /** What its role forbids, and what it therefore did not hold. */
  neverHeld: Schema.Array(Schema.String),
  /** Where stores were searched: in how many files, for which atoms, and which of them were found. */
  searched: Schema.optionalKey(
    Schema.Struct({
      files: Count,
      lookedFor: Schema.Array(Schema.String),
      found: Schema.Array(Schema.String),
    }),
  ),
});

/** Of the transitions of the law, how many the run met. */
export const Met = Schema.Struct({ transitions: Count, met: Count });

/** One kind of work: how often, and where time was measured how many a second and how long an item waited for its answer. */
export const Work = Schema.Struct({
  count: Count,
  perSecond: Schema.optionalKey(Figure),
  p50Ms: Schema.optionalKey(Figure),
  p90Ms: Schema.optionalKey(Figure),
  p99Ms: Schema.optionalKey(Figure),
  p999Ms: Schema.optionalKey(Figure),
  maxMs: Schema.optionalKey(Figure),
});
