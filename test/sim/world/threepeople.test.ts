// The smallest scenario that comes along, worked out with pencil and paper: three people, one club, one outbreak.
// Every answer here is the one that the words of the scenario itself give; none comes from the program.
import { describe, expect, it } from "vitest";
import { cityAtFirst, cityDay, cityDays } from "../../../sim/world/city.ts";
import { dayOf, everybody, fates, makeIntending } from "../../../sim/world/intended.ts";
import { traceCity } from "../../../sim/world/tracing.ts";
import { shippedScenario, worldOf } from "./city.ts";

const dayMs = 86_400_000;
const at = (text: string): number => Date.parse(`${text.replace(" ", "T")}:00+09:00`);

const world = worldOf(shippedScenario("three-people"));
const days = [...cityDays(world)];
const events = days.flatMap((day) => day.events);
const last = days.at(-1);

describe("three people, one club, one outbreak", () => {
  it("make five check-ins, and stay at home twice", () => {
    const visits = days.flatMap(({ plan }) =>
      Array.from(plan.visits.person, (person, row) => [person + 1, plan.visits.arriveAtMs[row]]),
    );
    expect(visits).toEqual([
      [1, at("2020-07-02 20:00")],
      [2, at("2020-07-02 20:30")],
      [3, at("2020-07-02 21:00")],
      [2, at("2020-07-05 20:00")],
      [3, at("2020-07-05 20:20")],
    ]);
    const intending = makeIntending(world, everybody(world));
    let city = cityAtFirst;
    const home = days.flatMap(({ day }) => {
      const today = dayOf(world, day, [intending(day)]);
      city = cityDay(world, city, today).state;
      return today.parts.flatMap(({ count, person, fate }) =>
        Array.from({ length: count }, (_, row) => row)
          .filter((row) => fates[fate[row] ?? 0] === "staysHome")
          .map((row) => [(person[row] ?? -1) + 1, day + 1]),
      );
    });
    expect(home).toEqual([
      [1, 5],
      [2, 8],
    ]);
  });

  it("ask for one pass each time", () => {
    expect(days.flatMap(({ plan }) => [...plan.visits.passesAsked])).toEqual([1, 1, 1, 1, 1]);
    expect(days.flatMap(({ plan }) => [...plan.visits.declines, ...plan.visits.wrongCodes])).toEqual(
      new Array(10).fill(0),
    );
  });

  it("infect each other twice", () => {
    const courses = (last?.outbreak.infections ?? []).map((each) => ({
      person: each.person + 1,
      by: each.infectedBy + 1,
      infectedAtMs: each.infectedAtMs,
      reportedAtMs: each.reportedAtMs,
    }));
    expect(courses).toEqual([
      { person: 1, by: 0, infectedAtMs: at("2020-07-01 18:00"), reportedAtMs: at("2020-07-04 18:00") },
      { person: 2, by: 1, infectedAtMs: at("2020-07-02 20:30"), reportedAtMs: at("2020-07-07 20:30") },
      { person: 3, by: 2, infectedAtMs: at("2020-07-05 20:20"), reportedAtMs: at("2020-07-10 20:20") },
    ]);
  });

  it("lead to five cases, each approved an hour later, whose windows hold thirteen records", () => {
    const cases = events.flatMap((event) => (event.type === "case" ? [event.case] : []));
    expect(cases.map((each) => [each.about + 1, each.atMs, each.windowStartMs, each.windowEndMs])).toEqual([
      [1, at("2020-07-04 20:10"), at("2020-07-02 18:00"), at("2020-07-02 23:00")],
      [2, at("2020-07-07 22:40"), at("2020-07-05 18:00"), at("2020-07-05 23:00")],
      [2, at("2020-07-07 22:43"), at("2020-07-02 18:30"), at("2020-07-02 23:30")],
      [3, at("2020-07-10 22:30"), at("2020-07-05 18:20"), at("2020-07-05 23:20")],
      [3, at("2020-07-10 22:33"), at("2020-07-02 19:00"), at("2020-07-03 00:00")],
    ]);
    expect(
      cases.every(({ kind, decideAtMs, atMs }) => kind === "regular" && decideAtMs - atMs === 3_600_000),
    ).toBe(true);
    const arrivals = days.flatMap(({ plan }) => [...plan.visits.arriveAtMs]);
    const records = cases.map(
      (each) => arrivals.filter((from) => from >= each.windowStartMs && from < each.windowEndMs).length,
    );
    expect(records).toEqual([3, 2, 3, 2, 3]);
  });

  it("have two true contacts, both found even if records are kept for a week, and none if for two days", () => {
    const withRetention = (kept: number) =>
      last === undefined ? undefined : traceCity(world, last.city, 5, kept * dayMs);
    expect(withRetention(28)).toMatchObject({ contacts: 2, found: 2 });
    expect(withRetention(28)?.curve[0]).toEqual({
      retentionDays: 7,
      found: 2,
      contacts: 2,
      personDaysExposed: 35,
    });
    // The records of Thursday are gone on Saturday, before the case of 20:10; those of Sunday on Tuesday, before that of 22:40.
    expect(withRetention(2)).toMatchObject({ contacts: 2, found: 0 });
    expect(withRetention(3)).toMatchObject({ contacts: 2, found: 2 });
  });
});
