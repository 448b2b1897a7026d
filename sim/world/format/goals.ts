// What a scenario asks of a run: thresholds that it has to keep, and published ranges that its world is held against.
// Both name their measures from closed lists; how each is computed from a run's figures is said in sim/results.
// A threshold that is missed fails the run, a range that is missed is told.
import { Schema } from "effect";
import { amount, oneOf, Source, Text } from "./figure.ts";
import { idsOnce } from "./lists.ts";
import { DurationMs } from "./span.ts";

export const thresholdMeasures = [
  /** Of all asks for a pass, the share that was told to come back. */
  "shedShare",
  /** The wait for a pass that 99 of 100 stay below. */
  "issuanceWaitP99",
  /** Visits whose people gave up before they had a pass. */
  "visitsLost",
  /** Of the true contacts of reported people, the share that the records could name. */
  "contactsFoundShare",
  /** The most records that were live at the end of a day. */
  "recordsLiveMost",
  /** How long a lookup takes that 99 of 100 stay below, in real time. */
  "lookupP99",
  /** Of all scans shown, the share that was refused as expired. */
  "lateShare",
] as const;
export type ThresholdMeasure = (typeof thresholdMeasures)[number];

const Limit = Schema.Union([amount(), DurationMs]).annotate({
  expected: 'a number of 0 or more, or a length of time such as "3s"',
});

const Threshold = Schema.Struct({
  id: Text,
  what: oneOf(thresholdMeasures),
  most: Schema.optionalKey(Limit),
  least: Schema.optionalKey(Limit),
  source: Source,
}).check(
  Schema.makeFilter(({ most, least }) => (most === undefined) !== (least === undefined), {
    expected: 'either "most" or "least", and a limit for it',
  }),
);

export const Thresholds = Schema.Array(Threshold).check(idsOnce);
export type Threshold = typeof Threshold.Type;

export const calibrationMeasures = [
  /** Visits of a venue on a day. */
  "visitsAVenueADay",
  /** Of the check-ins of the busiest day, the share that falls between 12:00 and 13:00. */
  "lunchHourShare",
  /** Passes issued for each check-in. */
  "passesACheckIn",
  /** Records joined for each case that was answered. */
  "recordsACase",
  /** Of all records, the share that was ever joined. */
  "joinedShare",
] as const;
export type CalibrationMeasure = (typeof calibrationMeasures)[number];

const Expectation = Schema.Struct({
  what: oneOf(calibrationMeasures),
  from: amount(),
  to: amount(),
  source: Source,
}).check(
  Schema.makeFilter(({ from, to }) => from <= to, { expected: "a range whose lower end comes first" }),
);

export const Calibration = Schema.Array(Expectation);
export type Expectation = typeof Expectation.Type;
