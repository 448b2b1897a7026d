// Why an officer's client will not sign, re-seal or believe something: a stable code and a sentence.
// The client belongs to the officer and trusts neither the authority's server nor the network, so each of these is
// something that an officer should hear about and not something to try again.
import { Schema } from "effect";

const sentences = {
  "keys-unreadable": "These are not an officer's keys.",
  "case-unreadable": "This is not the text of a case.",
  "case-altered": "The authority made another case of what was asked.",
  "issuer-unknown": "There is no card of this issuer in the officer's folder.",
  "release-forged": "The custodian did not sign this release.",
  "release-of-another": "This release belongs to another case, another issuer or other officers.",
  "records-differ": "The records are not exactly those that the release lists.",
  "shares-closed": "No share of these epochs can be opened with this officer's key.",
  "answer-forged": "This answer is not the issuer's word to this officer for this case.",
  "answer-foreign": "The answer speaks of a record that the case does not have.",
} as const;

const codes = [
  "keys-unreadable",
  "case-unreadable",
  "case-altered",
  "issuer-unknown",
  "release-forged",
  "release-of-another",
  "records-differ",
  "shares-closed",
  "answer-forged",
  "answer-foreign",
] as const satisfies readonly (keyof typeof sentences)[];

export class OfficerDeclined extends Schema.TaggedError<OfficerDeclined>()("OfficerDeclined", {
  code: Schema.Literals(codes),
}) {
  get sentence(): string {
    return sentences[this.code];
  }

  override get message(): string {
    return this.sentence;
  }
}
