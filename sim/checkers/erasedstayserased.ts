// Watches that nothing of an erased day comes back: no visit stored into it, no second opening, no record found of it, no second erasure of anything.
// It remembers for each party which days were erased, and judges only once one was.
// A day found empty after its erasure is what the promise says; before that, nothing is judged.
import type { PartyName } from "../../models/language/rule.ts";
import type { Observation } from "../../models/observations.ts";
import { millisecondsADay, seoulOffset } from "../../models/policy.ts";
import { watching } from "./checker.ts";

const dayOf = (at: number): number => Math.floor((at + seoulOffset) / millisecondsADay);

const remembering = () => {
  const erased = new Map<PartyName, Map<number, number>>();

  const again = (at: number, party: PartyName, day: number, records: number): readonly Observation[] => {
    const days = erased.get(party);
    return days === undefined
      ? []
      : [{ kind: "daySeenAgain", at, party, day, erasedAt: days.get(day) ?? null, records }];
  };

  return (observation: Observation): readonly Observation[] => {
    switch (observation.kind) {
      case "dayErased": {
        const { at, party, day, records } = observation;
        const before = again(at, party, day, records);
        const days = erased.get(party) ?? new Map<number, number>();
        erased.set(party, days);
        if (!days.has(day)) days.set(day, at);
        return before;
      }
      case "visitStored":
        return again(observation.at, "custodian", dayOf(observation.passIssuedAt), 1);
      case "dayOpened":
        return again(observation.at, observation.party, observation.day, 1);
      case "dayFound":
        return again(observation.at, observation.party, observation.day, observation.records);
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
