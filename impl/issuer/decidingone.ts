/**
 * Decides one request of a batch by the generated decider, and writes down in the batch's outcome what follows from a yes.
 * A right code ends the other sessions of its number; withdrawing on a verified session ends every account of the number (clause C5),
 * on an unverified one only its own, so that nobody can destroy what belongs to the holder of the phone.
 * It holds no law of its own, and carries nothing out.
 */
import { restPass } from "../generated/core/pass.ts";
import { toldNames, type ToldName } from "../generated/law.ts";
import type { IssuerDecider } from "../generated/services/issuer.ts";
import { never } from "../lifecycle/core.ts";
import { isRefusal } from "../lifecycle/refused.ts";
import type { Book } from "../store/book.ts";
import { nameOf, type AccountOfNumber } from "./accounts.ts";
import { country, type DecidingParts } from "./decidingparts.ts";
import type { Outcome } from "./outcome.ts";
import type { IssuerRequest } from "./requests.ts";
import type { SendOrigin } from "./sendcounts.ts";
import { makeWeighing, type Weigh } from "./weighing.ts";

/** An account, and where its rows lie in this batch. */
export interface Person extends AccountOfNumber {
  readonly consent: number;
  readonly verification: number;
}

export interface Asking {
  readonly place: number;
  readonly request: IssuerRequest;
  readonly person: Person;
}

export interface DecideOneParts {
  readonly parts: DecidingParts;
  readonly decide: IssuerDecider;
  readonly outcome: Outcome;
  readonly personOf: (row: AccountOfNumber) => Person;
  /** Lets what is due of a person end first. */
  readonly settle: (person: Person, atMs: number) => void;
  /** Accounts of children whose guardian agreed to the notice in force before. */
  readonly byGuardian: ReadonlySet<number>;
}

type Of<Kind extends IssuerRequest["kind"]> = Extract<IssuerRequest, { readonly kind: Kind }>;

const told = (name: ToldName): number => -toldNames.indexOf(name);
const codeSent = told("code.sent");
const phoneVerified = told("phone.verified");
const codeOver = new Set([phoneVerified, told("code.locked"), told("account.ended")]);

const verifiedStates = new Set(["verified", "renewing"]);
const isVerified = ({ table, columns }: Book, slot: number): boolean =>
  verifiedStates.has(table.states[columns.state[slot] ?? 0] ?? "");

/** Who counts the sending of this request. */
export const originOf = (
  { phone, network = "" }: Of<"sendCode"> | Of<"weighCode">,
  account: number,
): SendOrigin => ({ phone, asker: String(account), network });

export const makeDecideOne = (given: DecideOneParts): ((asking: Asking) => number) => {
  const { parts, decide, outcome, personOf, settle, byGuardian } = given;
  const { accounts, codes, rate, sends, guardians, records } = parts;
  const { books } = decide;
  const crisis = books.crisis.slot(country);
  let weighing: Weigh | undefined;

  const agree = (request: Of<"agree">, person: Person): number => {
    const { account, consent } = person;
    const atMs = request.receivedAtMs;
    const isChild = request.child === true;
    const isConfirmed = isChild && (byGuardian.has(account) || guardians.hasConfirmed(nameOf(person), atMs));
    const answer = decide.agree(
      crisis,
      consent,
      request.noticeVersion,
      isChild ? 1 : 0,
      isConfirmed ? 1 : 0,
      atMs,
    );
    if (!isRefusal(answer))
      outcome.consents.set(account, { givenAtMs: atMs, byGuardian: isChild, notice: records.inForce });
    return answer;
  };

  const sendCode = (request: Of<"sendCode">, person: Person): number => {
    const { account, consent, verification, phone } = person;
    const atMs = request.receivedAtMs;
    const origin = originOf(request, account);
    const { sent } = request;
    // What was weighed and sent is counted already: it must not be counted against itself, and stays counted whatever the law says now.
    if (sent !== undefined) sends.uncount(origin, sent.weighedAtMs);
    const byOthers = sends.sendsByOthers(origin, atMs);
    const fromNetwork = sends.sendsFromNetwork(origin.network, atMs);
    const answer = decide.sendCode(crisis, consent, verification, byOthers, fromNetwork, atMs);
    if (sent !== undefined) sends.count(origin, sent.weighedAtMs);
    if (answer !== codeSent) return answer;
    if (sent !== undefined) {
      codes.wait(account, sent.code, atMs);
      return answer;
    }
    const code = codes.draw(account, atMs);
    sends.count(origin, atMs);
    outcome.sent.push({ origin, atMs });
    outcome.messages.push({ kind: "code", phone, code });
    return answer;
  };

  const weighCode = (request: Of<"weighCode">, person: Person): number => {
    const atMs = request.receivedAtMs;
    const origin = originOf(request, person.account);
    const byOthers = sends.sendsByOthers(origin, atMs);
    weighing ??= makeWeighing(decide);
    const answer = weighing(person, byOthers, sends.sendsFromNetwork(origin.network, atMs), atMs);
    if (answer === codeSent) {
      sends.count(origin, atMs);
      outcome.sent.push({ origin, atMs });
    }
    return answer;
  };

  const checkCode = (request: Of<"checkCode">, person: Person): number => {
    const { account, consent, verification, phone, session } = person;
    const isFirst = (books.verification.columns["accountEndsAt"]?.[verification] ?? never) === never;
    const matches = codes.matches(account, request.code) ? 1 : 0;
    const answer = decide.checkCode(crisis, consent, verification, matches, request.receivedAtMs);
    if (answer !== phoneVerified) return answer;
    const others = accounts.allOf(phone).filter((other) => other.account !== account);
    outcome.sessionsEnded.push(...others.filter((other) => other.session !== null));
    // Said of every new session alike: whoever has the number now must not learn whether somebody had it before.
    if (isFirst && session !== "") outcome.messages.push({ kind: "newSession", phone });
    return answer;
  };

  const issue = ({ place, request, person }: Asking, challenge: Uint8Array | undefined): number => {
    const { account, consent, verification } = person;
    const atMs = request.receivedAtMs;
    restPass(decide.scratch.pass, 0);
    const answer = decide.issue(crisis, consent, verification, "", rate.lastMinute(account, atMs), atMs);
    if (isRefusal(answer)) return answer;
    rate.count(account, atMs);
    outcome.passes.push({ place, account, atMs, ...(challenge === undefined ? {} : { challenge }) });
    return answer;
  };

  const endAccount = ({ account, consent, verification }: Person, atMs: number): number => {
    const answer = decide.withdraw(consent, verification, atMs);
    if (isRefusal(answer)) return answer;
    outcome.accountEnded(account);
    outcome.withdrawn.push(account);
    if (codeOver.has(answer)) outcome.codesOver.add(account);
    return answer;
  };

  const withdraw = ({ place, request, person }: Asking): number => {
    const atMs = request.receivedAtMs;
    const isHolder = isVerified(books.verification, person.verification);
    const answer = endAccount(person, atMs);
    if (isRefusal(answer)) return answer;
    outcome.withdrawals.push(place);
    if (!isHolder) return answer;
    for (const row of accounts.allOf(person.phone)) {
      if (row.account === person.account) continue;
      const other = personOf(row);
      settle(other, atMs);
      endAccount(other, atMs);
    }
    return answer;
  };

  const decided = (asking: Asking): number => {
    const { request, person } = asking;
    switch (request.kind) {
      case "agree":
        return agree(request, person);
      case "weighCode":
        return weighCode(request, person);
      case "sendCode":
        return sendCode(request, person);
      case "checkCode":
        return checkCode(request, person);
      case "issue":
        return issue(asking, request.challenge);
      case "withdraw":
        return withdraw(asking);
    }
  };

  return (asking) => {
    const answer = decided(asking);
    if (isRefusal(answer) || asking.request.kind === "weighCode") return answer;
    outcome.lastMs = Math.max(outcome.lastMs, asking.request.receivedAtMs);
    if (codeOver.has(answer)) outcome.codesOver.add(asking.person.account);
    return answer;
  };
};
