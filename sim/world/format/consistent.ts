// What the groups of a scenario must agree on: people and venues that are named are there, and issuers are known by their id.
// The reader of scenarios checks it once every group is right by itself; each disagreement is told by its path.
// It looks at the scenario's own size; a run that is made smaller is checked when its world is made.
import { Schema, SchemaIssue } from "effect";
import { millisecondsADay } from "../../../models/policy.ts";
import { dayOfLife } from "../dayoflife.ts";
import type { CapacityFigures, Faults } from "./serving.ts";
import type { Calendar, Diary } from "./city.ts";
import type { OutbreakFigures } from "./events.ts";
import type { ThresholdMeasure, Thresholds } from "./goals.ts";
import type { PeopleFigures } from "./people.ts";
import type { VenueFigures } from "./venues.ts";

interface Groups {
  readonly calendar: typeof Calendar.Type;
  readonly people: typeof PeopleFigures.Type;
  readonly venues: typeof VenueFigures.Type;
  readonly outbreak: typeof OutbreakFigures.Type;
  readonly diary?: typeof Diary.Type;
  readonly capacity?: typeof CapacityFigures.Type;
  readonly faults?: typeof Faults.Type;
  readonly thresholds?: typeof Thresholds.Type;
}

/** A day of life has room for so many. */
const visitsADayMost = 3;

const said = (path: readonly (string | number)[], expected: string) => ({
  path,
  issue: new SchemaIssue.InvalidValue({ expected }),
});

const diaryMistakes = ({ calendar, people, venues, diary }: Groups) => {
  const endsAtMs = calendar.start + calendar.days * millisecondsADay;
  const visits = diary?.visits ?? [];
  return visits.flatMap(({ person, venue, at, stay }, index) => {
    const place = ["diary", "visits", index];
    const before = visits.slice(0, index).filter((other) => other.person === person);
    const sameDay = before.filter(
      (other) => dayOfLife(calendar.start, other.at) === dayOfLife(calendar.start, at),
    );
    const isElsewhere = before.some((other) => at < other.at + other.stay && other.at < at + stay);
    const checks: readonly (readonly [boolean, string, string])[] = [
      [person > people.count, "person", `a person from 1 to ${people.count}`],
      [venue > venues.count, "venue", `a venue from 1 to ${venues.count}`],
      [
        dayOfLife(calendar.start, at) < 0 || at >= endsAtMs,
        "at",
        "a time within the calendar, from 05:00 of its first day on",
      ],
      [isElsewhere, "at", "a time at which the person is nowhere else"],
      [
        sameDay.length >= visitsADayMost,
        "at",
        `at most ${visitsADayMost} visits of a person from 05:00 to 05:00`,
      ],
    ];
    return checks.flatMap(([isWrong, field, expected]) =>
      isWrong ? [said([...place, field], expected)] : [],
    );
  });
};

const indexMistakes = ({ people, outbreak }: Groups) =>
  (outbreak.index ?? []).flatMap(({ person }, index) =>
    person > people.count
      ? [said(["outbreak", "index", index, "person"], `a person from 1 to ${people.count}`)]
      : [],
  );

const faultMistakes = ({ people, capacity, faults = [] }: Groups) =>
  faults.flatMap(({ what, issuer, to }, index) => {
    const ids = people.issuers.map(({ id }) => id);
    const ofIssuers = what === "issuer-away" || what === "issuer-slow" || what === "balancer-failed";
    return [
      ...(issuer !== undefined && !ids.includes(issuer)
        ? [said(["faults", index, "issuer"], `the id of one of the people's issuers: ${ids.join(", ")}`)]
        : []),
      ...((what === "issuer-slow") === (to === undefined)
        ? [said(["faults", index, "to"], 'a share for "issuer-slow", and for no other fault')]
        : []),
      ...(ofIssuers && capacity === undefined
        ? [said(["faults", index, "what"], `a group "capacity", which "${what}" takes away from`)]
        : []),
    ];
  });

/** Without a limit of what is served, nobody is told to come back. */
const needCapacity: readonly ThresholdMeasure[] = ["shedShare", "visitsLost"];

const thresholdMistakes = ({ capacity, thresholds = [] }: Groups) =>
  capacity !== undefined
    ? []
    : thresholds.flatMap(({ what }, index) =>
        needCapacity.includes(what)
          ? [said(["thresholds", index, "what"], `a group "capacity", without which there is no ${what}`)]
          : [],
      );

export const consistent = Schema.makeFilter((groups: Groups) => [
  ...diaryMistakes(groups),
  ...indexMistakes(groups),
  ...faultMistakes(groups),
  ...thresholdMistakes(groups),
]);
