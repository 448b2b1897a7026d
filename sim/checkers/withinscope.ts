// Watches that releases keep to the limits, and that whoever is named was in the venues and the window of the case.
// It hears releases and answers from the trace, and re-identifications from the driver.
import { watchingEach } from "./checker.ts";

export const withinScope = watchingEach("within-scope");
