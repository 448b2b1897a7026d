// Watches the ends of visits, days and answers: when they are set, when they are kept to, and when something is still held.
// It hears them from the trace and from sweeps and searches.
import { watchingEach } from "./checker.ts";

export const retentionKept = watchingEach("retention-kept");
