/**
 * The national crisis level, as one collecting party hears of it: it allows collection, or it no longer does.
 * The other levels of the two kinds are answered alike, so one of each is enough.
 */
import { literal } from "../../language/expression.ts";
import { ask, type Move, type SliceInstance } from "../../language/slice.ts";

type Collecting = "issuer" | "custodian";

export const crisisOf = (party: Collecting, starts: "suspended" | "active"): SliceInstance => ({
  machine: "crisis",
  party,
  of: "country",
  ...(starts === "active" ? { begins: { state: "active", fields: { level: literal("serious") } } } : {}),
});

/** The level rises and falls, for the party's own instance. */
export const level = (party: Collecting, instance: string): readonly Move[] => [
  {
    id: `level serious at ${party}`,
    says: "The crisis level becomes serious.",
    party: "authority",
    call: ask(`${party}.announceLevel`, { crisis: instance }, { level: literal("serious") }),
  },
  {
    id: `level attention at ${party}`,
    says: "The crisis level falls to attention.",
    party: "authority",
    call: ask(`${party}.announceLevel`, { crisis: instance }, { level: literal("attention") }),
  },
];
