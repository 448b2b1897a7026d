// Watches that consent, given to the notice in force, stands behind every pass.
// It hears each pass issued, with the gate as it stood before the pass changed anything.
import { watchingEach } from "./checker.ts";

export const noPassWithoutConsent = watchingEach("no-pass-without-consent");
