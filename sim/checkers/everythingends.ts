// Watches that nothing with an end is held for longer than its end and the stated lateness of the sweep.
// It hears the earliest end of each kind that a search of the real stores has found.
import { watchingEach } from "./checker.ts";

export const everythingEnds = watchingEach("everything-ends");
