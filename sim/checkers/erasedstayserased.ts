// Watches that nothing of an erased day comes back: no visit stored into it, no second opening, no record found of it, no second erasure of anything.
// It remembers for each party which days were erased, and judges only once one was.
// A day found empty after its erasure is what the promise says; before that, nothing is judged.
import { startOfDayNumber, type Observation } from "../../models/observations.ts";
import { millisecondsADay, seoulOffset } from "../../models/policy.ts";
import { watching } from "./checker.ts";

const startOfSeoulDay = (at: number): number =>
  startOfDayNumber(Math.floor((at + seoulOffset) / millisecondsADay));

const remembering = () => {
  const erased = new Map<string, Map<number, number>>();

  const again = (at: number, party: string, dayStart: number, records: number): readonly Observation[] => {
    const days = erased.get(party);
    return days === undefined
      ? []
      : [{ kind: "daySeenAgain", at, party, dayStart, erasedAt: days.get(dayStart) ?? null, records }];
  };

  return (observation: Observation): readonly Observation[] => {
    switch (observation.kind) {
      case "dayErased": {
        const { at, party, dayStart, records } = observation;
        const before = again(at, party, dayStart, records);
        const days = erased.get(party) ?? new Map<number, number>();
        erased.set(party, days);
        if (!days.has(dayStart)) days.set(dayStart, at);
        return before;
      }
      case "visitStored":
        return again(observation.at, "custodian", startOfSeoulDay(observation.passIssuedAt), 1);
      case "dayOpened":
        return again(observation.at, observation.party, observation.dayStart, 1);
      case "dayFound":
        return again(observation.at, observation.party, observation.dayStart, observation.records);
      default:
        return [];
    }
  };
};

export const erasedStaysErased = watching(
  "erased-stays-erased",
  ["dayErased", "visitStored", "dayOpened", "dayFound"],
  remembering,
);
