// The form in which a moment is kept in this browser, and one at which the venue's machine told its clock.
// What a moment means is said where the page's clocks are read (impl/page/client/elapsed.ts).
import { Schema } from "effect";

export const Mark = Schema.Struct({ life: Schema.Number, steadyMs: Schema.Number, wallMs: Schema.Number });

/** What the machine's clock said, and when it was heard. */
export const Told = Schema.Struct({ nowMs: Schema.Number, since: Mark });
export type Told = typeof Told.Type;
