// What a party's HTTP says, in the numbers of the law: a yes as what the law tells, a problem as the refusal of its code.
// The rounds of the service level hear the same numbers from a party in this process; so one driver serves both levels.
// What is no word of the law, because a server was busy or silent, is no answer at all.
import { refusalCodes, toldNames, type ToldName } from "../../../impl/generated/law.ts";
import type { IssuerRequest } from "../../../impl/issuer/requests.ts";
import type { Replied } from "../../exchange.ts";

const told = (name: ToldName): number => -toldNames.indexOf(name);

/** What the law tells where HTTP only says that all went well. */
const toldOf: Readonly<Record<IssuerRequest["kind"], number>> = {
  agree: told("consent.recorded"),
  weighCode: told("code.sent"),
  sendCode: told("code.sent"),
  checkCode: told("phone.verified"),
  // The pass is the answer.
  issue: 0,
  withdraw: told("account.ended"),
};
const wrongCode = "code-wrong";
const mismatched = told("code.mismatched");
const locked = told("code.locked");

/** What HTTP calls otherwise than the law does, because it speaks of hashes, of accounts and of keys that it knows. */
const lawsWord: Readonly<Record<string, string>> = {
  "notice-unknown": "notice-outdated",
  "caller-unknown": "venue-unknown",
};

/** The number of a refusal of the law; undefined for any other code. */
export const refusalOf = (code: string): number | undefined => {
  const word = lawsWord[code] ?? code;
  const number = refusalCodes.findIndex((known) => known === word);
  return number > 0 ? number : undefined;
};

/** One phone's answers: the same document says that it has just been locked, and later that it was. */
export const makeIssuersWords = () => {
  let isLocked = false;
  /** Since it began, or withdrew: nothing ends where nothing was begun but an agreement. */
  let hadCode = false;
  return (kind: IssuerRequest["kind"], { code }: Replied): number | undefined => {
    if (code === "") {
      const said = kind === "withdraw" && !hadCode ? 0 : toldOf[kind];
      if (kind === "sendCode") isLocked = false;
      if (kind === "sendCode" || kind === "withdraw") hadCode = kind === "sendCode";
      return said;
    }
    if (code === wrongCode) return mismatched;
    if (code === "code-locked" && !isLocked) {
      isLocked = true;
      return locked;
    }
    return refusalOf(code);
  };
};

/** Whether a code was given by the law, and not by a server that is busy or away. */
export const isOfTheLaw = (code: string): boolean => code === wrongCode || refusalOf(code) !== undefined;
