// Who has signed in at a desk: sessions in memory, each with a token that only the page holds, and an end that nothing moves.
// They die with the desk's process. A session lets its holder see and ask; each signature asks for the key again.
import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { Clock, Effect } from "effect";
import type { DeskSession, SessionView } from "../../protocol/desk.ts";
import { base64UrlOf } from "../../protocol/http/bytes.ts";
import type { Caller } from "../../protocol/http/caller.ts";
import { problem, type Problem } from "../../protocol/http/problem.ts";
import { randomBytes } from "../../protocol/randomness.ts";

const sessionLifeMs = 3_600_000;
/** With a key, and as many without. */
const sessionsMost = 16;
const tokenBytes = 32;
const bearer = /^Bearer ([A-Za-z0-9_-]{43})$/i;

interface Session {
  readonly keyless: boolean;
  readonly endsAtMs: number;
}

export interface Sessions {
  readonly open: (keyless: boolean) => Effect.Effect<DeskSession>;
  /** A live session; one that was opened without a key is `keyless`. */
  readonly view: (session: string) => Effect.Effect<SessionView, Problem>;
  readonly end: (session: string) => void;
  readonly identify: (request: IncomingMessage) => Effect.Effect<Caller, Problem>;
}

const ended = problem("desk-session-ended");
const named = (token: string): string => createHash("sha256").update(token).digest("base64url");

export const makeSessions = (): Sessions => {
  const open = new Map<string, Session>();
  const view: Sessions["view"] = (session) =>
    Effect.flatMap(Clock.currentTimeMillis, (nowMs) => {
      const found = open.get(session);
      if (found !== undefined && nowMs < found.endsAtMs)
        return Effect.succeed({ keyless: found.keyless, endsInMs: found.endsAtMs - nowMs });
      open.delete(session);
      return Effect.fail(ended);
    });
  return {
    open: (keyless) =>
      Effect.map(Clock.currentTimeMillis, (nowMs) => {
        const token = base64UrlOf(randomBytes(tokenBytes));
        // Who came without a key ends no session of one who came with it.
        const alike = [...open].filter(([, session]) => session.keyless === keyless);
        const [oldest] = alike;
        if (alike.length >= sessionsMost && oldest !== undefined) open.delete(oldest[0]);
        open.set(named(token), { keyless, endsAtMs: nowMs + sessionLifeMs });
        return { token, endsInMs: sessionLifeMs, keyless };
      }),
    view,
    end: (session) => {
      open.delete(session);
    },
    identify: ({ headers: { authorization } }) => {
      if (authorization === undefined) return Effect.succeed({ kind: "anyone" });
      const session = named(bearer.exec(authorization)?.[1] ?? "");
      return Effect.as(view(session), { kind: "desk", session } as const);
    },
  };
};
