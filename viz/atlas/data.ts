// What the page knows: the law in the words of both languages, the coordinates of its pictures, and perhaps a run.
// The building side (content.ts) makes it, the page reads it as JSON from its own file, and nothing else crosses between them.
// The stamp says that page and data were built together; data without it is refused.
import type { Picture, Trigger } from "../layout/picture.ts";
import type { Changes } from "./changes/comparing.ts";
import type { Evidence } from "./reading/evidence.ts";
import type { InEach, Language, Said } from "../said.ts";
import type { SystemData } from "./system/data.ts";

export const stamp = "entrylog-atlas/1";

export { languages, type Language, type Said } from "../said.ts";

export interface ClauseData {
  readonly grade: "S" | "F" | "C";
  readonly says: Said;
  readonly source: Said;
  readonly question?: Said;
}

export interface TransitionData {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly kind: Trigger;
  /** The id of the event, or of the field that holds the deadline. */
  readonly trigger: string;
  readonly triggerName: Said;
  /** What stands on its button. */
  readonly label: Said;
  /** Its place among the answers to this trigger in this state, from 1, and how many there are. */
  readonly order: number;
  readonly alternatives: number;
  readonly refusal?: { readonly code: string; readonly sentence: Said; readonly advice: Said };
  readonly says: Said;
  readonly condition?: Said;
  /** One sentence for each field that is set. */
  readonly sets: readonly Said[];
  readonly tells?: Said;
  readonly clauses: readonly string[];
}

export interface StateData {
  readonly id: string;
  readonly name: Said;
  readonly says: Said;
  readonly initial: boolean;
  readonly final: boolean;
  readonly gone: boolean;
  /** The fields that may say something here; an instant with the length it can have been set to. */
  readonly keeps: readonly { readonly field: Said; readonly id: string; readonly length?: Said }[];
  readonly clauses: readonly string[];
}

export interface MachineData {
  readonly id: string;
  readonly name: Said;
  readonly says: Said;
  readonly parties: readonly Said[];
  readonly keptAs: "row" | "token" | "partition";
  readonly clauses: readonly string[];
  readonly states: readonly StateData[];
  readonly transitions: readonly TransitionData[];
  readonly pictures: InEach<Picture>;
  /** The same with the refusals drawn in, where there are any. */
  readonly picturesWithRefusals?: InEach<Picture>;
}

/** A constant of the policy with its value, in words. */
export interface NumberData {
  readonly id: string;
  readonly name: Said;
  readonly value: Said;
}

export interface PromiseData {
  readonly id: string;
  readonly name: Said;
  readonly says: Said;
  readonly clauses: readonly string[];
}

export interface AtlasData {
  readonly stamp: typeof stamp;
  readonly language: Language;
  readonly preset: string;
  readonly machines: readonly MachineData[];
  readonly system: SystemData;
  readonly clauses: Readonly<Record<string, ClauseData>>;
  readonly numbers: readonly NumberData[];
  readonly promises: readonly PromiseData[];
  /** What differs from another version, where one was given. */
  readonly changes?: Changes;
  /** The hash of the law that is drawn; what was shown under another is marked as old. */
  readonly lawHash: string;
  /** The commit of the product, where it was asked for. */
  readonly commit?: string;
  readonly evidence: Evidence;
}
