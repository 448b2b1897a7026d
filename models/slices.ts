/**
 * The slices of the composed system that are searched wholly, in the order in which reports print them.
 * Each drops something, and says how it lets the answers of what it drops be anything.
 */
import type { Slice, SliceId } from "./language/slice.ts";
import { caseSlice } from "./slices/case.ts";
import { door } from "./slices/door.ts";
import { gate } from "./slices/gate.ts";
import { retention } from "./slices/retention.ts";
import { whole } from "./slices/whole.ts";

export const slices: readonly Slice[] = [gate, door, retention, caseSlice, whole];

export const sliceOf = (id: SliceId): Slice | undefined => slices.find((slice) => slice.id === id);
