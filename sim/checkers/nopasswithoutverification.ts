// Watches that a verified phone stands behind every pass.
// It hears each pass issued, with the gate as it stood before the pass changed anything.
import { watchingEach } from "./checker.ts";

export const noPassWithoutVerification = watchingEach("no-pass-without-verification");
