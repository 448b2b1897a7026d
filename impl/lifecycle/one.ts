/**
 * Turns the number that a decision answers into what one waiting caller gets: what was told, or a typed refusal.
 */
import { Effect } from "effect";
import type { ToldName } from "../generated/law.ts";
import { Refused, isRefusal, refusalCode, toldName } from "./refused.ts";

export const one = <E, R>(answer: Effect.Effect<number, E, R>): Effect.Effect<ToldName, E | Refused, R> =>
  Effect.flatMap(answer, (number) =>
    isRefusal(number)
      ? Effect.fail(new Refused({ code: refusalCode(number) }))
      : Effect.succeed(toldName(number)),
  );
