// What a run at the load level says about the promises and about who knew what: from outside, with the parties' folders in hand.
// Stores are searched for what they must not hold, asked what they still keep and until when, and replayed against the models row by row.
// How somebody stood at a gate is seen by nobody outside: what the promises about it say comes from the generated core beside it.
import { Effect } from "effect";
import type { Policy } from "../../../models/policy.ts";
import { verdictOfFinding } from "../../checkers/checker.ts";
import { watchAll } from "../../checkers/watchall.ts";
import { partyKnowledge } from "../../results/partyknowledge.ts";
import type { Run } from "../../results/run.ts";
import { searchParties } from "../../service/searching.ts";
import { earliestEnds } from "../../service/storesseen.ts";
import { replayStores } from "../../trace/durablestores.ts";
import { asObservation } from "../../trace/seen.ts";

const devicesSearchedMost = 100;

/** Looks at everything that the parties below this folder are left with; doors were told so often that a visit is stored. */
export const lookOutside = Effect.fnUntraced(function* (
  policy: Policy,
  { stores, deviceKeys, at }: { stores: string; deviceKeys: readonly Uint8Array[]; at: number },
  told: number,
) {
  const watching = watchAll(policy);
  const searched = yield* searchParties(stores, deviceKeys.slice(0, devicesSearchedMost));
  for (const { party, found } of searched)
    watching.see(asObservation({ kind: "storeSearched", at, party, found }));
  for (const held of earliestEnds(stores)) watching.see(asObservation({ kind: "stillHeld", at, ...held }));
  const { rows, visits, whole, sentence } = yield* replayStores(stores, policy, at);
  // More may be stored than was told: an answer can be lost on its way.
  const isTold = visits >= told;
  return {
    promises: watching.findings().map(verdictOfFinding),
    whoKnewWhat: partyKnowledge(searched),
    trace: {
      lines: rows + visits,
      replayed: whole && isTold,
      sentence: !whole
        ? sentence
        : isTold
          ? `${sentence} replayed against the models, every answer theirs; doors were told of ${String(told)} visits`
          : `doors were told of ${String(told)} visits, and ${String(visits)} are stored`,
    },
  } satisfies Pick<Run, "promises" | "trace" | "whoKnewWhat">;
});
