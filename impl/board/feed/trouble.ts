// Why a source's figures were not taken over: a code for readers of the board, and a detail for whoever runs it.
// The last good figures stay where they are. The detail goes to the log alone and is cut short: a source may send anything.
import { Schema } from "effect";
import { feedTroubles, type FeedTroubleCode } from "../../protocol/figures.ts";

const detailLengthMost = 300;

export class FeedTrouble extends Schema.TaggedError<FeedTrouble>()("FeedTrouble", {
  code: Schema.Literals(feedTroubles),
  detail: Schema.String,
}) {
  override get message(): string {
    return `${this.code}: ${this.detail}`;
  }
}

export const trouble = (code: FeedTroubleCode, detail: string): FeedTrouble =>
  new FeedTrouble({ code, detail: detail.slice(0, detailLengthMost) });
