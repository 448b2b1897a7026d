// Who has not signed in at a desk takes nothing from one who has: neither a question that waits for a key, nor a session.
// That a question is good once and for its own text is tried over the desk in case.test.ts.
import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { Effect } from "effect";
import { expect, it } from "vitest";
import { makeQuestions } from "../../../../impl/officer/desk/asked.ts";
import { makeSessions } from "../../../../impl/officer/desk/sessions.ts";

const often = <A>(step: Effect.Effect<A>) => Effect.repeat(step, { times: 200 });
const codeOf = <A>(step: Effect.Effect<A, { readonly code: string }>) =>
  Effect.match(step, { onSuccess: () => "kept", onFailure: ({ code }) => code });

it("keeps the question of a session, however many are asked by nobody or by another session", () =>
  Effect.runPromise(
    Effect.gen(function* () {
      const questions = makeQuestions(({ session }: { readonly session?: string }) => session);
      const first = yield* questions.ask({});
      const own = yield* questions.ask({ session: "one" });
      yield* often(questions.ask({}));
      yield* often(questions.ask({ session: "other" }));
      expect(yield* codeOf(questions.take(own.id))).toBe("kept");
      expect(yield* codeOf(questions.take(first.id))).toBe("desk-asked-unknown");
    }),
  ));

it("keeps a session with a key, however many open without one", () =>
  Effect.runPromise(
    Effect.gen(function* () {
      const sessions = makeSessions();
      const asking = ({ token }: { readonly token: string }) => {
        const request = new IncomingMessage(new Socket());
        request.headers.authorization = `Bearer ${token}`;
        return codeOf(sessions.identify(request));
      };
      const own = yield* sessions.open(false);
      const keyless = yield* sessions.open(true);
      yield* often(sessions.open(true));
      expect(yield* asking(own)).toBe("kept");
      expect(yield* asking(keyless)).toBe("desk-session-ended");
    }),
  ));
