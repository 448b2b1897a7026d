// Watches that nothing is stored under a pass long after its time.
// It hears each visit stored, online or late.
import { watchingEach } from "./checker.ts";

export const passBounded = watchingEach("pass-bounded");
