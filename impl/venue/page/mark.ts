// The form in which a moment is kept in this browser.
// What it means is said where the page's clocks are read (impl/page/client/elapsed.ts).
import { Schema } from "effect";

export const Mark = Schema.Struct({ life: Schema.Number, steadyMs: Schema.Number, wallMs: Schema.Number });
