// Which step of check-in a person is at, out of where the issuer says that they stand.
// The notice comes before the code, because no code is sent without a consent; and both before a pass.
import type { Standing } from "../../protocol/http/standing.ts";

export type Step = "notice" | "code" | "pass";

export const standingStep = ({ consent, verification }: Standing): Step => {
  if (consent !== "given") return "notice";
  return verification === "live" ? "pass" : "code";
};
