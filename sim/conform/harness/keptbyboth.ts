/**
 * Rows that issuer and custodian each keep a copy of, such as the crisis level and the days: both must be as the models say, and alike.
 * What differs between the two breaks the trial; what differs from the models is told with the party.
 */
import { Effect } from "effect";
import type { Instance } from "../../../models/language/interpret.ts";
import type { Remembered } from "../contract.ts";
import type { Country } from "./country.ts";
import { lastEventOf, rowOf, wrongEvents } from "./rows.ts";

export const collecting = ["issuer", "custodian"] as const;
export type Collecting = (typeof collecting)[number];

/** One row of a lifecycle at both, under this key, with instants earlier by so much. */
export const keptByBoth = (
  { look }: Pick<Country, "look">,
  id: string,
  key: () => string,
  shiftMs: number,
) => {
  const behind = new Map<Collecting, number>();
  return {
    /** Events up to here are another trial's. */
    beginHere: Effect.forEach(collecting, (party) =>
      Effect.map(
        Effect.suspend(() => lastEventOf(look[party], id, key())),
        (last) => behind.set(party, last),
      ),
    ),
    row: Effect.gen(function* (): Effect.fn.Return<Instance> {
      const ofIssuer = yield* rowOf(look.issuer, id, key(), shiftMs);
      const ofCustodian = yield* rowOf(look.custodian, id, key(), shiftMs);
      if (JSON.stringify(ofIssuer) === JSON.stringify(ofCustodian)) return ofIssuer;
      const words = `the issuer has ${JSON.stringify(ofIssuer)}, the custodian ${JSON.stringify(ofCustodian)}`;
      return yield* Effect.die(new Error(words));
    }),
    wrongEvents: Effect.fnUntraced(function* (remembered: readonly Remembered[]) {
      const wrong: string[] = [];
      for (const party of collecting) {
        const some = yield* wrongEvents(look[party], id, [key()], remembered, shiftMs, behind.get(party));
        wrong.push(...some.map((one) => `the ${party}: ${one}`));
      }
      return wrong;
    }),
  };
};
