// Checks a witness trace: replays it against the models from its file and holds every promise against what it shows.
// The command prints what comes out, and scripts get the same as JSON. A trace that the models refuse is judged no further:
// what the lines before showed says nothing of a run that did not happen so.
import { Effect } from "effect";
import { watchAll } from "../checkers/watchall.ts";
import type { Finding } from "../checkers/checker.ts";
import { startOfTrace } from "./tracestart.ts";
import { replayFile } from "./replayfile.ts";

export interface CheckTraceOptions {
  readonly file: string;
  /** The models it must have been made by. */
  readonly modelHash: string;
  readonly progress: (share: number, doing: string) => void;
}

/** Where a trace was refused: its line, counted from 1, and what the line says of itself. */
export interface RefusedAt {
  readonly line: number;
  readonly at: number | null;
  readonly rule: string | null;
  readonly sentence: string;
}

export interface CheckedTrace {
  readonly schemaVersion: 1;
  readonly file: string;
  readonly verdict: "held" | "broken" | "refused";
  readonly scenario: string;
  readonly seed: number;
  readonly preset: string;
  readonly modelHash: string;
  /** Decisions and observations that were replayed; of a refused trace those before its fault. */
  readonly lines: number;
  /** sha256 of the trace, its name in run.json; nothing for one that was refused. */
  readonly traceHash: string | null;
  readonly promises: readonly {
    readonly id: string;
    readonly clauses: readonly string[];
    readonly verdict: Finding["verdict"];
    readonly checked: number;
    readonly breach?: string;
  }[];
  readonly refused: RefusedAt | null;
}

export const checkTrace = Effect.fnUntraced(function* ({ file, modelHash, progress }: CheckTraceOptions) {
  const { header, policy } = yield* startOfTrace(file, modelHash);
  const watching = watchAll(policy);
  const about = {
    schemaVersion: 1,
    file,
    scenario: header.scenario,
    seed: header.seed,
    preset: header.preset,
    modelHash,
  } as const;
  return yield* replayFile({
    file,
    modelHash,
    sees: watching.see,
    progress: (read, of) => {
      progress(read / Math.max(of, 1), "replaying the trace");
    },
  }).pipe(
    Effect.map(({ lines, hash }): CheckedTrace => {
      const findings = watching.findings();
      return {
        ...about,
        verdict: findings.some(({ verdict }) => verdict === "broken") ? "broken" : "held",
        lines,
        traceHash: hash,
        promises: findings.map(({ id, clauses, verdict, checked, firstBreach }) => ({
          id,
          clauses,
          verdict,
          checked,
          ...(firstBreach === undefined ? {} : { breach: firstBreach.sentence }),
        })),
        refused: null,
      };
    }),
    Effect.catchTag("TraceRefused", ({ line, sentence, at = null, rule = null }) =>
      Effect.succeed<CheckedTrace>({
        ...about,
        verdict: "refused",
        // Neither the header nor the line that is refused is one that was replayed.
        lines: Math.max(line - 2, 0),
        traceHash: null,
        promises: [],
        refused: { line, at, rule, sentence },
      }),
    ),
  );
});
