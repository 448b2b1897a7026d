// What every party answered to a change of the roster, or to the word against one, as an officer reads it, and how the command
// ends because of it. A change that some parties took and others did not would leave two rosters in force, and a word
// that one party did not take would let the change take force there: so nothing but a yes of all of them ends well.
import { exitCodes, Stop } from "../exit.ts";
import { seoulInstant } from "../protocol/seoulinstant.ts";
import type { Printed } from "./asking.ts";

/** One party's refusal: a stable code and what it says. */
export interface RefusedBy {
  readonly refused: string | null;
  readonly says: string | null;
}

export interface AnnouncedAt extends RefusedBy {
  readonly party: string;
  readonly inForceAtMs: number | null;
}

export interface StoppedAt extends RefusedBy {
  readonly party: string;
}

const refusedLine = (party: string, { refused, says }: RefusedBy): string =>
  `${party}: refused (${refused ?? ""}). ${says ?? ""}`;

/** How many did not say yes, where any did not or nobody was asked. */
const notAll = (told: readonly RefusedBy[], what: string, advice: string): Stop | undefined => {
  const refusing = told.filter(({ refused }) => refused !== null).length;
  if (told.length > 0 && refusing === 0) return undefined;
  return new Stop({
    code: exitCodes.usage,
    reason: "not-everybody-told",
    sentence:
      told.length === 0
        ? "No card of a party that keeps a roster is pinned here."
        : `${String(refusing)} of ${String(told.length)} parties ${what}.`,
    advice,
  });
};

export const announcedEverywhere = (told: readonly AnnouncedAt[]): Printed => ({
  lines: told.map((each) =>
    each.inForceAtMs === null
      ? refusedLine(each.party, each)
      : `${each.party}: in force from ${seoulInstant(each.inForceAtMs)}`,
  ),
  value: { told },
  stop: notAll(
    told,
    "did not take the change",
    "Put right what they say and announce it again, or have it stopped; who took it takes it again without harm.",
  ),
});

export const stoppedEverywhere = (told: readonly StoppedAt[]): Printed => ({
  lines: told.map((each) =>
    each.refused === null ? `${each.party}: stopped` : refusedLine(each.party, each),
  ),
  value: { told },
  stop: notAll(
    told,
    "did not stop the change",
    "Stop it again there in time, with its --hash; where it was never announced it can still be announced.",
  ),
});
