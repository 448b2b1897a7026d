// The part of a scenario that describes what befalls the city: slips and misuse, an outbreak, its investigation,
// the crisis level, and the policy in force. Names and values of the policy are passed through as they are.
// Counts a day are for the city at its full size, and shrink with it when a run is made smaller.
import { Schema, SchemaIssue } from "effect";
import { presetNames, vocabularies } from "../../../models/policy.ts";
import { amount, group, oneOf, Share, whole } from "./figure.ts";
import { peopleMost } from "./people.ts";
import { DurationMs, DurationSpan, SeoulInstant } from "./span.ts";

const aDay = amount(0, 1_000_000);

export const BehaviourFigures = group({
  declinesNotice: Share,
  withdrawsAWeek: Share,
  withdrawsForGood: Share,
  wrongCode: Share,
  wrongCodeUntilLocked: Share,
  slowCode: Share,
  renewsEarly: Share,
  renewsEarlyBefore: DurationMs,
  showsLate: Share,
  lateDelay: DurationSpan,
  showsTwice: Share,
  relaysADay: aDay,
  relayDelay: DurationSpan,
  forgedADay: aDay,
  consentSkippedADay: aDay,
  verificationSkippedADay: aDay,
  hammeringADay: aDay,
  hammeringPasses: whole(1, 200),
});

/** Persons are counted from 1. */
const IndexPerson = Schema.Struct({ person: whole(1, peopleMost), from: SeoulInstant });

export const OutbreakFigures = group({
  indexPersons: whole(0, 100_000),
  /** The days over which index persons appear, from the first. */
  appearOver: DurationMs,
  infectiousAfter: DurationSpan,
  infectiousFor: DurationSpan,
  /** The chance that ten minutes at one place with an infectious person infect. */
  infectionInTenMinutes: Share,
  meetAtOnce: Share,
  reportAfter: DurationSpan,
  reported: Share,
  /** The chance that a day at home with an infectious person infects. */
  infectionAtHomeADay: Share,
  /** Index persons by name: each infectious from an instant on. */
  index: Schema.optionalKey(Schema.Array(IndexPerson)),
});

export const InvestigationFigures = group({
  officers: whole(2, 1_000),
  lookBack: DurationMs,
  remembered: Share,
  requestAfter: DurationSpan,
  decideAfter: DurationSpan,
  windowMargin: DurationMs,
  casesADayMax: whole(0, 100_000),
  denied: Share,
  unattended: Share,
  irregular: Share,
});

const CrisisLevel = Schema.Struct({ at: SeoulInstant, level: oneOf(vocabularies.crisisLevel) });

const inOrder = Schema.makeFilter((levels: readonly (typeof CrisisLevel.Type)[]) => [
  ...(levels.length === 0
    ? [new SchemaIssue.InvalidValue({ expected: "a list of at least one level, the first at the start" })]
    : []),
  ...levels.flatMap((level, index) =>
    index > 0 && level.at <= (levels[index - 1]?.at ?? 0)
      ? [
          {
            path: [index, "at"],
            issue: new SchemaIssue.InvalidValue({ expected: "a time after the one before" }),
          },
        ]
      : [],
  ),
]);

export const CrisisFigures = group({ levels: Schema.Array(CrisisLevel).check(inOrder) });

export const MeasuredFigures = group({
  lookups: whole(0, 10_000_000),
  reidentifications: whole(0, 10_000_000),
  /** People at the door of one venue that stands as a party of its own, after the last day; 20 where nothing is said. */
  guests: Schema.optionalKey(whole(0, 20)),
});

const aSetting = { expected: 'a number, or a text such as "15s"' };

export const PolicyChoice = Schema.Struct({
  preset: oneOf(presetNames),
  set: Schema.Record(Schema.String, Schema.Union([Schema.Number, Schema.String]).annotate(aSetting)),
});
