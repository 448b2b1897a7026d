/**
 * Takes note of the national crisis level: collection stops at once when it no longer allows it (clause F7).
 * There is one row of it, of the country. Erasure does not ask for it.
 */
import { Effect } from "effect";
import { vocabularies } from "../../models/policy.ts";
import type { ToldName } from "../generated/law.ts";
import { one } from "../lifecycle/one.ts";
import { isRefusal, type Refused } from "../lifecycle/refused.ts";
import type { CrisisLevel } from "../protocol/contracts.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { Changing } from "./changing.ts";

export const country = "country";

export const announceLevel = (
  changing: Changing,
  level: CrisisLevel,
): Effect.Effect<ToldName, Refused | StoreUnavailable> =>
  Effect.flatMap(changing.now, (at) =>
    one(
      changing.batch({ crisis: [country] }, (decide) =>
        Effect.gen(function* () {
          const slot = decide.books.crisis.slot(country);
          const answer = decide.announceLevel(slot, vocabularies.crisisLevel.indexOf(level), at);
          if (!isRefusal(answer)) yield* changing.remember(at);
          return answer;
        }),
      ),
    ),
  );
