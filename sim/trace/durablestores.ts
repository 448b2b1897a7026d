// Replays what the parties of a run keep of what happened, each in its own file below one folder.
// The watch of a simulation ends with it, and so does a run against real servers, which leaves no other trace.
// It answers how much there was, or where the first party departs from the models.
import { Effect, Result } from "effect";
import type { Policy } from "../../models/policy.ts";
import { replayDurable } from "./durable.ts";

const parties = ["issuer", "custodian", "authority"] as const;

export const replayStores = Effect.fnUntraced(function* (stores: string, policy: Policy, at: number) {
  const replayed = yield* Effect.result(
    Effect.forEach(parties, (party) =>
      replayDurable({ file: `${stores}/${party}/store.sqlite`, policy, at }),
    ),
  );
  if (Result.isFailure(replayed)) {
    const { place, line, sentence } = replayed.failure;
    return { rows: 0, visits: 0, sentence: `${place}, event ${String(line)}: ${sentence}`, whole: false };
  }
  const rows = replayed.success.reduce((sum, party) => sum + party.rows, 0);
  const visits = replayed.success.reduce((sum, party) => sum + party.visits, 0);
  return {
    rows,
    visits,
    sentence: `${String(rows)} rows and ${String(visits)} visits in the stores`,
    whole: true,
  };
});
