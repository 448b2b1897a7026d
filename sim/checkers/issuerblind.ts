// Watches that the issuer's store, with all that can be derived from it, holds no place.
// It hears what a search of the real store has found.
import { watchingEach } from "./checker.ts";

export const issuerBlind = watchingEach("issuer-blind");
