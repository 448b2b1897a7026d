// Watches that the month of a verification was not over when a pass was issued.
// It does not ask whether the month outlasts the showing: by policy a pass already shown is not recalled (clause C15).
import { watchingEach } from "./checker.ts";

export const verificationCoversPass = watchingEach("verification-covers-pass");
