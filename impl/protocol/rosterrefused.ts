// Why a roster, or a word against one, is not taken: a stable code, a sentence, and what to do.
// Custodian, issuers and authority answer with it alike, because each checks a roster for itself and believes nobody.
// It decides nothing.
import { Schema } from "effect";

/** Each code with its status over HTTP, a sentence, and what to do. */
export const rosterProblems = {
  "roster-unreadable": {
    status: 400,
    detail: "These bytes are not a signed roster.",
    advice: "Send the roster as it was made and signed.",
  },
  "roster-keeper-missing": {
    status: 409,
    detail: "The roster keeper has not signed this roster.",
    advice: "Have it signed with the keeper's key, which is held elsewhere.",
  },
  "roster-officers-too-few": {
    status: 409,
    detail: "Too few standing officers have signed this roster.",
    advice: "Have it signed by as many different officers who stand now as a case needs.",
  },
  "roster-out-of-turn": {
    status: 409,
    detail: "The roster is not the next one after the roster that is kept here.",
    advice: "Make it from the standing roster, with the next sequence number and its hash.",
  },
  "roster-pending": {
    status: 409,
    detail: "Another roster is waiting to take force.",
    advice: "Wait until it has taken force, or have a standing officer stop it.",
  },
  "roster-stopped": {
    status: 409,
    detail: "A standing officer has stopped this roster.",
    advice: "Make another one.",
  },
  "roster-unknown": {
    status: 409,
    detail: "No roster of this hash is waiting.",
    advice: "Ask which roster is waiting.",
  },
  "roster-too-small": {
    status: 409,
    detail: "The roster has fewer officers than a case needs.",
    advice: "List at least as many officers as the policy requires, and the policy must require two or more.",
  },
  "roster-key-twice": {
    status: 409,
    detail: "Two officers of the roster have one key.",
    advice: "Give every officer keys of their own.",
  },
  "roster-number-reused": {
    status: 409,
    detail: "The roster gives an officer's number to other keys.",
    advice: "Give new keys a new number, so that no signature is taken for another's.",
  },
  "roster-not-pinned": {
    status: 409,
    detail: "The roster in the configuration is not one that this store began with or has taken since.",
    advice: "Put the roster back that was pinned; a change is announced and waits.",
  },
  "roster-stop-forged": {
    status: 409,
    detail: "No standing officer signed this word against the roster.",
    advice: "Have it signed by an officer who stands now.",
  },
} as const satisfies Readonly<
  Record<string, { readonly status: number; readonly detail: string; readonly advice: string }>
>;

export type RosterRefusalCode = keyof typeof rosterProblems;

const isCode = (text: string): text is RosterRefusalCode => Object.hasOwn(rosterProblems, text);
export const rosterRefusalCodes: readonly RosterRefusalCode[] = Object.keys(rosterProblems).filter(isCode);

export class RosterRefused extends Schema.TaggedError<RosterRefused>()("RosterRefused", {
  code: Schema.Literals(rosterRefusalCodes),
}) {
  get sentence(): string {
    return rosterProblems[this.code].detail;
  }

  get advice(): string {
    return rosterProblems[this.code].advice;
  }

  override get message(): string {
    return `${this.sentence} ${this.advice}`;
  }
}
