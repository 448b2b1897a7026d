/**
 * The sessions of people at an issuer: a bearer token of 32 random bytes for one number, of which only the SHA-256 is ever kept.
 * A session that has kept nothing yet lives in memory for minutes; from the first consent on its account carries it, until the account ends
 * or the number is verified on another session. Whose number it is is proven by a code, not by a session.
 */
import { createHash } from "node:crypto";
import { Effect } from "effect";
import type { PolicyNumbers } from "../generated/policy.ts";
import { problem, type Problem } from "../protocol/http/problem.ts";
import { randomBytes } from "../protocol/randomness.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import type { Accounts, Holder } from "./accounts.ts";
import { makeGenerations } from "./generations.ts";
import { phoneNumberOf } from "./phonenumber.ts";

export interface OpenedSession {
  readonly token: string;
  readonly phone: string;
}

export interface Sessions {
  /** A session for a number as it was typed. */
  readonly open: (typed: string, network: string, atMs: number) => Effect.Effect<OpenedSession, Problem>;
  /** The session of a token that may be over. */
  readonly named: (token: string) => string;
  readonly holderOf: (session: string) => Effect.Effect<Holder, Problem | StoreUnavailable>;
  /** Ends a session that only memory knows; false when it is not one. */
  readonly drop: (session: string) => boolean;
}

const tokenBytes = 32;
const freshMost = 200_000;
const secondsOf = (durationMs: number): number => Math.ceil(durationMs / 1_000);

export const sessionOfToken = (token: string): string =>
  createHash("sha256").update(token).digest("base64url");

export const makeSessions = (accounts: Accounts, policy: PolicyNumbers): Sessions => {
  const fresh = makeGenerations<Holder, string>(policy.consentSession);
  const opened = makeGenerations<number[], string>(policy.codeSendWindow);

  const openedFrom = (network: string, atMs: number): number =>
    [...(opened.old().get(network) ?? []), ...(opened.young().get(network) ?? [])].filter(
      (at) => !(atMs >= at + policy.codeSendWindow),
    ).length;

  return {
    open: (typed, network, atMs) => {
      const number = phoneNumberOf(typed);
      if (!number.ok) return Effect.fail(problem("phone-invalid"));
      // Without a code a session is good for nothing: a network may open as many as it may be sent codes.
      if (openedFrom(network, atMs) >= policy.networkSends)
        return Effect.fail(
          problem("sessions-exceeded", { retryAfterSeconds: secondsOf(policy.codeSendWindow) }),
        );
      fresh.turn(atMs);
      if (fresh.young().size + fresh.old().size >= freshMost) return Effect.fail(problem("overloaded"));
      opened.turn(atMs);
      opened.young().set(network, [...(opened.young().get(network) ?? []), atMs]);
      const token = Buffer.from(randomBytes(tokenBytes)).toString("base64url");
      const session = sessionOfToken(token);
      fresh.young().set(session, { phone: number.value, session });
      return Effect.succeed({ token, phone: number.value });
    },
    named: sessionOfToken,
    holderOf: Effect.fnUntraced(function* (session) {
      const known = fresh.young().get(session) ?? fresh.old().get(session);
      if (known !== undefined) return known;
      const row = yield* accounts.ofSession(session);
      if (row === undefined) return yield* problem("session-unknown");
      return { phone: row.phone, session };
    }),
    drop: (session) => fresh.young().delete(session) || fresh.old().delete(session),
  };
};
