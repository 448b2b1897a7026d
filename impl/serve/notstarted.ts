// Why a party was not started or prepared, as the one way in which commands end: a stable code, a sentence, advice.
// Every command of this folder maps its failures with it. A wrong configuration lists all its places.
// It shows no value of a configuration and no key.
import type { PlatformError } from "effect";
import { exitCodes, Stop } from "../exit.ts";
import type { StartFailure } from "../server/party.ts";

/** Why nothing runs, for people and scripts: the failure's own code, its words, and what to do. */
export const stopOf = (failure: StartFailure | PlatformError.PlatformError): Stop => {
  const code = "code" in failure ? failure.code : "folder-unusable";
  return new Stop({
    code: exitCodes.usage,
    reason: code,
    sentence: failure.message,
    advice: code === "config-invalid" ? "Correct these places; nothing was started." : "Nothing was started.",
  });
};
