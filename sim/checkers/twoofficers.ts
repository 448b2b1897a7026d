// Watches that two different officers stand behind every approval, release, answer and re-identification.
// It hears them from three parties, because each has to see to it by itself.
import { watchingEach } from "./checker.ts";

export const twoOfficers = watchingEach("two-officers");
