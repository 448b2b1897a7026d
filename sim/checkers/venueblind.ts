// Watches that a venue holds nothing that says who a visitor is.
// It hears what a search of what the venue really keeps has found.
import { watchingEach } from "./checker.ts";

export const venueBlind = watchingEach("venue-blind");
