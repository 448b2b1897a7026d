// The desk of an officer who has signed in: cases as the authority tells them, the text of each step that is to be signed, the step
// itself with the key's proof over that text, and what was found. Everything is asked of the authority through the officer's own program.
// A proof is good for the session, the case and the text that it was asked for, once.
import { Clock, Effect } from "effect";
import { CurrentCaller } from "../../protocol/http/caller.ts";
import { deskApi } from "../../protocol/http/desk.ts";
import { HttpApiBuilder, type HttpServerRequest } from "../../protocol/http/effecthttp.ts";
import { problem, problemOf } from "../../protocol/http/problem.ts";
import { listCases, readCase, showCase } from "../steps.ts";
import {
  approving,
  closing,
  denying,
  factsOfAct,
  requesting,
  sharing,
  taking,
  textOfAct,
  type Act,
} from "./acts.ts";
import type { DeskParts } from "./deskparts.ts";
import { keyAsked, proofAsked, takenOf } from "./doorhandlers.ts";
import { answered } from "./failing.ts";
import { loggedSteps } from "./loggedsteps.ts";
import type { DeskPlace } from "./place.ts";
import { newKey, provenBy } from "./proving.ts";

/** Who asks; the table of callers lets nobody else come here. */
const sessionAsking = Effect.flatMap(CurrentCaller, (caller) =>
  caller.kind === "desk" ? Effect.succeed(caller.session) : Effect.fail(problem("desk-session-ended")),
);

export const caseHandlers = (parts: DeskParts) => {
  const { office, placeAt, keys, sessions, questions, logged } = parts;

  /** The text of a step, with the question for the key. */
  const toSign = Effect.fnUntraced(function* (act: Act, place: DeskPlace) {
    const session = yield* sessionAsking;
    const facts = factsOfAct(act);
    if (facts === undefined) return yield* problem("officer-declined");
    const text = textOfAct(act, office.officer.officer);
    const asked = yield* questions.ask({ kind: "signature", session, act }, text);
    return {
      caseId: act.caseId,
      text: new TextDecoder().decode(text),
      ground: facts.ground,
      windows: facts.windows,
      asked: proofAsked(parts, asked, place),
    };
  });

  /** What a step that is asked for answers: the text, which is not signed yet. */
  const signing = <E extends { readonly code: string }, R>(
    step: Effect.Effect<Act, E, R>,
    request: HttpServerRequest.HttpServerRequest,
  ) => answered(Effect.flatMap(step, (act) => toSign(act, placeAt(request))));

  return HttpApiBuilder.group(deskApi, "desk", (handlers) =>
    handlers
      .handle("session", () => Effect.flatMap(sessionAsking, sessions.view))
      .handle("signOut", () =>
        Effect.map(sessionAsking, (session) => {
          sessions.end(session);
          return { ended: true } as const;
        }),
      )
      .handle("addKey", ({ request }) =>
        Effect.gen(function* () {
          const session = yield* sessionAsking;
          // Whoever came without a key must not leave one behind.
          if ((yield* sessions.view(session)).keyless) return yield* problem("desk-demonstration-only");
          const asked = yield* questions.ask({ kind: "further-key", session });
          return keyAsked(parts, asked, placeAt(request));
        }),
      )
      .handle("keyAdded", ({ params, payload, request }) =>
        Effect.gen(function* () {
          const session = yield* sessionAsking;
          const { challenge, about } = yield* takenOf(parts, params.id, "further-key");
          if (about.session !== session) return yield* problem("desk-asked-unknown");
          yield* keys.keep(yield* newKey(payload, { challenge, place: placeAt(request) }));
          return { keys: keys.all().length };
        }).pipe(Effect.mapError(problemOf)),
      )
      .handle("list", () =>
        answered(
          Effect.gen(function* () {
            const cases = yield* listCases(office);
            return { nowMs: yield* Clock.currentTimeMillis, cases };
          }),
        ),
      )
      .handle("read", ({ params }) =>
        answered(
          Effect.gen(function* () {
            const shown = yield* showCase(office, params.id);
            return { nowMs: yield* Clock.currentTimeMillis, case: shown };
          }),
        ),
      )
      .handle("steps", ({ params }) => loggedSteps(office, logged, params.id))
      .handle("answer", ({ params }) =>
        answered(
          Effect.gen(function* () {
            const found = yield* readCase(office, params.id);
            const { answerEndsAtMs } = yield* showCase(office, params.id);
            return { nowMs: yield* Clock.currentTimeMillis, endsAtMs: answerEndsAtMs, ...found };
          }),
        ),
      )
      .handle("request", ({ payload, request }) => signing(requesting(office, payload), request))
      .handle("approve", ({ params, request }) => signing(approving(office, params.id), request))
      .handle("share", ({ params, request }) => signing(sharing(office, params.id), request))
      .handle("sign", ({ params, payload, request }) =>
        Effect.gen(function* () {
          const session = yield* sessionAsking;
          const { challenge, about } = yield* takenOf(parts, params.id, "signature");
          if (about.session !== session) return yield* problem("desk-asked-unknown");
          if (payload.proof !== null)
            yield* provenBy(keys, payload.proof, { challenge, place: placeAt(request) });
          else if (!(yield* sessions.view(session)).keyless) return yield* problem("desk-key-wrong");
          return yield* taking(office, about.act);
        }).pipe(answered),
      )
      .handle("deny", ({ params, payload, request }) =>
        signing(denying(office, params.id, payload.reason), request),
      )
      .handle("close", ({ params, request }) => signing(closing(office, params.id), request)),
  );
};
