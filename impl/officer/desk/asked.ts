// What a desk has asked a key of a browser to prove: each question has a fresh challenge, is kept in memory for a while, and can be
// answered once. A question about a text carries the SHA-256 of that text at the end of its challenge, so that the key's proof
// is one of this text and of no other, and the page can see that it is.
// The oldest goes when too many wait, of the same session, or of nobody: whoever has not signed in takes nothing from one who has.
import { createHash } from "node:crypto";
import { Clock, Effect } from "effect";
import { joinFields } from "../../protocol/fields.ts";
import { base64UrlOf } from "../../protocol/http/bytes.ts";
import { problem, type Problem } from "../../protocol/http/problem.ts";
import { randomBytes } from "../../protocol/randomness.ts";

const askedLifeMs = 600_000;
/** Of one session, or of everybody without one. */
const askedMost = 64;
const idBytes = 16;
const nonceBytes = 32;

export interface Challenged {
  readonly id: string;
  /** As base64url. */
  readonly challenge: string;
}

export interface Questions<About> {
  readonly ask: (about: About, text?: Uint8Array) => Effect.Effect<Challenged>;
  /** The question of an id, which is then answered. */
  readonly take: (id: string) => Effect.Effect<Challenged & { readonly about: About }, Problem>;
}

const challengeOf = (text: Uint8Array | undefined): Uint8Array =>
  text === undefined
    ? randomBytes(nonceBytes)
    : joinFields([randomBytes(nonceBytes), createHash("sha256").update(text).digest()]);

/** `sessionOf` is who waits for an answer; nobody where one has not signed in yet. */
export const makeQuestions = <About>(sessionOf: (about: About) => string | undefined): Questions<About> => {
  interface Waiting extends Challenged {
    readonly about: About;
    readonly endsAtMs: number;
  }
  const waiting = new Map<string, Waiting>();
  const makeRoom = (session: string | undefined, nowMs: number): void => {
    for (const [id, { endsAtMs }] of waiting) if (nowMs >= endsAtMs) waiting.delete(id);
    const alike = [...waiting.values()].filter(({ about }) => sessionOf(about) === session);
    const [oldest] = alike;
    if (alike.length >= askedMost && oldest !== undefined) waiting.delete(oldest.id);
  };
  return {
    ask: (about, text) =>
      Effect.map(Clock.currentTimeMillis, (nowMs) => {
        const asked = { id: base64UrlOf(randomBytes(idBytes)), challenge: base64UrlOf(challengeOf(text)) };
        makeRoom(sessionOf(about), nowMs);
        waiting.set(asked.id, { ...asked, about, endsAtMs: nowMs + askedLifeMs });
        return asked;
      }),
    take: (id) =>
      Effect.flatMap(Clock.currentTimeMillis, (nowMs) => {
        const asked = waiting.get(id);
        waiting.delete(id);
        return asked === undefined || nowMs >= asked.endsAtMs
          ? Effect.fail(problem("desk-asked-unknown"))
          : Effect.succeed(asked);
      }),
  };
};
