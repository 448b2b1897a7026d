// What a caller meets when another party cannot be asked: away, too slow, not the one that was pinned, or broken.
// Every remote port fails with it beside the problems that the other party states itself.
// It names the party and the kind of failure, and nothing of what was asked.
import { Schema } from "effect";

const sentences = {
  unreachable: "cannot be reached",
  slow: "did not answer in time",
  imposter: "is not the one whose key is pinned",
  unreadable: "answered something that its contract does not allow",
} as const;

export class PeerUnavailable extends Schema.TaggedError<PeerUnavailable>()("PeerUnavailable", {
  /** The name on the other party's card. */
  peer: Schema.String,
  reason: Schema.Literals(["unreachable", "slow", "imposter", "unreadable"]),
  detail: Schema.String,
}) {
  readonly code = "peer-unavailable";

  get sentence(): string {
    return `The party ${this.peer} ${sentences[this.reason]}.`;
  }

  get advice(): string {
    return this.reason === "imposter"
      ? "Compare the key on its card with the one its operators publish."
      : "Ask again in a moment; it is safe to ask twice.";
  }

  override get message(): string {
    return `${this.sentence} (${this.detail}) ${this.advice}`;
  }
}
