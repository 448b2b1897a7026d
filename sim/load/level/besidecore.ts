// What the promises of the gate say of a run at the load level: nobody outside sees how somebody stood there, but the generated core does.
// The same scenario is run on it beside the servers; only if every decision was the same, one by one, do its verdicts stand for this run.
// Where servers decided otherwise, because they were busy or fell silent, nothing is taken over, and that is said.
import { Effect } from "effect";
import type { Policy } from "../../../models/policy.ts";
import { runPolicy } from "../../policy/run.ts";
import type { Run } from "../../results/run.ts";
import type { World } from "../../world/world.ts";

type Found = Pick<Run, "promises" | "trace">;

export const besideCore = Effect.fnUntraced(function* (
  { world, policy }: { readonly world: World; readonly policy: Policy },
  outcomeHash: string,
  { promises, trace }: Found,
) {
  const core = yield* Effect.promise(() => runPolicy({ world, policy, workers: 1 }));
  const isSame = core.traceHash === outcomeHash;
  const said = isSame
    ? "every decision about a person is that of the generated core, one by one, over which the promises of the gate were judged"
    : "not every decision about a person is that of the generated core, so the promises of the gate are not judged";
  return {
    promises: !isSame
      ? promises
      : promises.map((promise) => {
          const judged = core.findings.find(({ id }) => id === promise.id);
          return promise.verdict !== "never exercised" || judged === undefined
            ? promise
            : {
                ...promise,
                verdict: judged.verdict,
                checked: judged.checked,
                ...(judged.breach === undefined ? {} : { breach: judged.breach.sentence }),
              };
        }),
    ...(trace === undefined ? {} : { trace: { ...trace, sentence: `${trace.sentence}; ${said}` } }),
  } satisfies Found;
});
