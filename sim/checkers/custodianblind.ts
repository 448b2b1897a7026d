// Watches that the custodian's store, with all that can be derived from it, names nobody.
// It hears what a search of the real store has found.
import { watchingEach } from "./checker.ts";

export const custodianBlind = watchingEach("custodian-blind");
