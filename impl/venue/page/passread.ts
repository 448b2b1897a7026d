// What a page can see of a pass without the venue's machine: that it has the form and version of one, and is made for no challenge.
// Whether it is real, fresh and unused the custodian says when it is delivered.
// It refuses what nobody but the machine could judge.
import type { Terms } from "../../protocol/door.ts";
import { sameBytes } from "../../protocol/fields.ts";
import { decodePassText, noChallenge } from "../../protocol/pass.ts";

/** Why a pass cannot be admitted by the page alone; undefined where it can. */
export const refusedAlone = (
  text: string,
  { passVersion, challenge }: typeof Terms.Type,
): "pass-malformed" | "challenge-alone" | undefined => {
  const pass = decodePassText(text, passVersion);
  if (!pass.ok) return "pass-malformed";
  // The page shows no challenge by itself, and does not know which its machine has shown.
  return challenge === "required" || !sameBytes(pass.value.challenge, noChallenge)
    ? "challenge-alone"
    : undefined;
};
