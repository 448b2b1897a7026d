/**
 * The slices of the composed system that are searched wholly, in the order in which reports print them.
 * Each drops something, and says how it lets the answers of what it drops be anything.
 * In real time a slice is searched in a smaller form where the whole of it would be too large for that.
 */
import type { Slice, SliceId } from "./language/slice.ts";
import { caseSlice } from "./slices/case.ts";
import { door, doorOf } from "./slices/door.ts";
import { gate, gateOf } from "./slices/gate.ts";
import { retention } from "./slices/retention.ts";
import { whole } from "./slices/whole.ts";

/** Counted: every state, with small constants. Timed: every zone, with the real ones. */
export type SliceForm = "counted" | "timed";

interface Forms {
  readonly counted: Slice;
  /** Nothing where zones would not end; its parts are timed in the other slices. */
  readonly timed?: Slice;
}

const forms: Readonly<Record<SliceId, Forms>> = {
  gate: { counted: gate, timed: gateOf(["1"]) },
  door: { counted: door, timed: doorOf(["1"], ["1", "2"]) },
  retention: { counted: retention, timed: retention },
  case: { counted: caseSlice, timed: caseSlice },
  whole: { counted: whole },
};

export const slices: readonly Slice[] = Object.values(forms).map(({ counted }) => counted);

/** The slice in one of its forms, if it has it. */
export const sliceOf = (id: SliceId, form: SliceForm = "counted"): Slice | undefined => forms[id][form];

export const isSliceId = (word: string): word is SliceId => Object.keys(forms).includes(word);

/** Whether the slice is searched in real time too. */
export const isTimed = (id: SliceId): boolean => sliceOf(id, "timed") !== undefined;
