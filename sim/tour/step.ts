// A step of the story: its name, when it begins, the clauses behind it, and what is done in it.
// What a step is called and what is said of it stands in words/; doing and telling know nothing of each other but notes.
import type { Effect, FileSystem } from "effect";
import type { Stop } from "../../impl/exit.ts";
import type { PolicyNumbers } from "../../impl/generated/policy.ts";
import type { StoreUnavailable } from "../../impl/store/unavailable.ts";
import type { ClauseId } from "../../models/clauses.ts";
import type { Notes } from "./notes.ts";
import type { Scene } from "./scene.ts";
import type { StepId } from "./words/words.ts";

export type Playing = Effect.Effect<void, Stop | StoreUnavailable, FileSystem.FileSystem>;

export interface Step {
  readonly id: StepId;
  readonly at: (policy: PolicyNumbers) => number;
  readonly clauses: readonly ClauseId[];
  readonly play: (scene: Scene, notes: Notes) => Playing;
}
