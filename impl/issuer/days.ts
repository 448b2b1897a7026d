/**
 * The Seoul days that are open at this issuer, remembered so that the store is asked once a day and not once a batch.
 * What ends a day is the law's business and the sweep's; a day that has ended is forgotten here with its keys.
 */
import { Effect } from "effect";
import type { IssuerRulesService } from "../generated/services/issuer.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { IssuerKeys } from "./keys.ts";

export interface Days {
  /** Opens a Seoul day, if it is not open yet. */
  readonly openDay: (day: number, atMs: number) => Effect.Effect<void, StoreUnavailable>;
  readonly forgetDay: (day: number) => void;
}

export const makeDays = (rules: IssuerRulesService, keys: IssuerKeys): Days => {
  const open = new Set<number>();
  return {
    openDay: (day, atMs) =>
      open.has(day)
        ? Effect.void
        : rules.openDay({ day: String(day), startedAt: atMs, at: atMs }).pipe(
            // The law opens a day whenever it is asked to: a refusal here is a fault, not an answer.
            Effect.catchTag("Refused", Effect.die),
            Effect.andThen(Effect.sync(() => void open.add(day))),
          ),
    forgetDay: (day) => {
      keys.forgetDay(day);
      open.delete(day);
    },
  };
};
