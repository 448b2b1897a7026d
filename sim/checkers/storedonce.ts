// Watches that no pass is stored twice, by counting for itself: it keeps a bit for every pass that was stored.
// Whatever the custodian's own bits say, it trusts none of them.
// A pass is known by its place among all issued.
import type { Observation } from "../../models/observations.ts";
import { watching } from "./checker.ts";

const roomAtFirst = 1 << 13;

const counting = () => {
  let bits = new Uint8Array(roomAtFirst);
  return (observation: Observation): readonly Observation[] => {
    if (observation.kind !== "visitStored") return [];
    const { at, pass } = observation;
    const place = Math.floor(pass / 8);
    if (place >= bits.length) {
      const wider = new Uint8Array(Math.max(bits.length * 2, place + 1));
      wider.set(bits);
      bits = wider;
    }
    const before = ((bits[place] ?? 0) >> (pass % 8)) & 1;
    bits[place] = (bits[place] ?? 0) | (1 << (pass % 8));
    return [{ kind: "passStored", at, pass, times: before + 1 }];
  };
};

export const storedOnce = watching("stored-once", ["visitStored"], counting);
