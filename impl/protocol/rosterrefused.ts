// Why a roster, or a word against one, is not taken: a stable code, a sentence, and what to do.
// Custodian, issuers and authority answer with it alike, because each checks a roster for itself and believes nobody.
// It decides nothing.
import { Schema } from "effect";

const words = {
  "roster-unreadable": ["These bytes are not a signed roster.", "Send the roster as it was made and signed."],
  "roster-keeper-missing": [
    "The roster keeper has not signed this roster.",
    "Have it signed with the keeper's key, which is held elsewhere.",
  ],
  "roster-officers-too-few": [
    "Too few standing officers have signed this roster.",
    "Have it signed by as many different officers who stand now as a case needs.",
  ],
  "roster-out-of-turn": [
    "The roster is not the next one after the roster that is kept here.",
    "Make it from the standing roster, with the next sequence number and its hash.",
  ],
  "roster-pending": [
    "Another roster is waiting to take force.",
    "Wait until it has taken force, or have a standing officer stop it.",
  ],
  "roster-stopped": ["A standing officer has stopped this roster.", "Make another one."],
  "roster-unknown": ["No roster of this hash is waiting.", "Ask which roster is waiting."],
  "roster-too-small": [
    "The roster has fewer officers than a case needs.",
    "List at least as many officers as the policy requires, and the policy must require two or more.",
  ],
  "roster-key-twice": ["Two officers of the roster have one key.", "Give every officer keys of their own."],
  "roster-number-reused": [
    "The roster gives an officer's number to other keys.",
    "Give new keys a new number, so that no signature is taken for another's.",
  ],
  "roster-not-pinned": [
    "The roster in the configuration is not one that this store began with or has taken since.",
    "Put the roster back that was pinned; a change is announced and waits.",
  ],
  "roster-stop-forged": [
    "No standing officer signed this word against the roster.",
    "Have it signed by an officer who stands now.",
  ],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

export type RosterRefusalCode = keyof typeof words;

const isCode = (text: string): text is RosterRefusalCode => Object.hasOwn(words, text);
export const rosterRefusalCodes: readonly RosterRefusalCode[] = Object.keys(words).filter(isCode);

export class RosterRefused extends Schema.TaggedError<RosterRefused>()("RosterRefused", {
  code: Schema.Literals(rosterRefusalCodes),
}) {
  get sentence(): string {
    return words[this.code][0];
  }

  get advice(): string {
    return words[this.code][1];
  }

  override get message(): string {
    return `${this.sentence} ${this.advice}`;
  }
}
