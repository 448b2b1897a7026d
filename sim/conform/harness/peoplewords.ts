/**
 * What the people's API says, in the words of the law: it speaks of hashes and of accounts, and says only that all went well where the
 * law tells what became of it. Both rows of the harness that play people use it. It asks nobody anything.
 */
import type { Instance } from "../../../models/language/interpret.ts";
import type { Answer } from "../contract.ts";
import type { Replied } from "./requests.ts";

/** What the people's API calls otherwise than the law does, because it speaks of hashes and of accounts. */
const lawsWord: Readonly<Record<string, string>> = {
  "notice-unknown": "notice-outdated",
  "account-unknown": "consent-absent",
};

/** What a session is answered whose account has ended. */
export const ofNobody: readonly string[] = ["session-unknown", "consent-required", "account-unknown"];

/** What the law tells where HTTP only says that all went well. */
const toldBy = (type: string, hadAccount: boolean): string => {
  switch (type) {
    case "consent.given":
      return "consent.recorded";
    case "consent.withdrawn":
      return "consent.ended";
    case "account.withdrawn":
      return hadAccount ? "account.ended" : "";
    case "code.requested":
      return "code.sent";
    case "code.submitted":
      return "phone.verified";
    default:
      return "";
  }
};
export const answerOf = (type: string, { code }: Replied, { state, fields }: Instance): Answer => {
  if (code === "") return { told: toldBy(type, !["unverified", "unanswered", "erased"].includes(state)) };
  if (code === "code-wrong") return { told: "code.mismatched" };
  // The same document says that it has just been locked, and that it was.
  const wasLocked = typeof fields["lockedUntil"] === "number";
  if (code === "code-locked" && !wasLocked) return { told: "code.locked" };
  return { refused: lawsWord[code] ?? code };
};

export const anotherCode = (code: string): string => (code.startsWith("0") ? "1" : "0") + code.slice(1);
