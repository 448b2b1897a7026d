// The door of a desk: the first key with the printed code, signing in with an enrolled one, and in a demonstration without any.
// What a key has to prove stands in asked.ts, and whether it does in proving.ts.
import { Effect } from "effect";
import type { KeyAsked, ProofAsked } from "../../protocol/desk.ts";
import { deskApi } from "../../protocol/http/desk.ts";
import { HttpApiBuilder } from "../../protocol/http/effecthttp.ts";
import { problem, problemOf } from "../../protocol/http/problem.ts";
import type { Challenged } from "./asked.ts";
import type { About, DeskParts } from "./deskparts.ts";
import type { DeskPlace } from "./place.ts";
import { newKey, provenBy } from "./proving.ts";

/** The question of a challenge, for a key that is enrolled. */
export const proofAsked = (
  { keys }: DeskParts,
  { id, challenge }: Challenged,
  { rpId }: DeskPlace,
): ProofAsked => ({ id, challenge, rpId, known: keys.all().map(({ credentialId }) => credentialId) });

/** The question of a challenge, for a key that is to be made. */
export const keyAsked = (parts: DeskParts, challenged: Challenged, place: DeskPlace): KeyAsked => {
  const userName = `officer-${String(parts.office.officer.officer)}`;
  return {
    ...proofAsked(parts, challenged, place),
    userId: Buffer.from(userName).toString("base64url"),
    userName,
  };
};

/** The question of an id, if it was one of this kind. */
export const takenOf = <Kind extends About["kind"]>({ questions }: DeskParts, id: string, kind: Kind) =>
  Effect.flatMap(questions.take(id), ({ challenge, about }) => {
    const isOfKind = (given: About): given is Extract<About, { readonly kind: Kind }> => given.kind === kind;
    return isOfKind(about)
      ? Effect.succeed({ challenge, about })
      : Effect.fail(problem("desk-asked-unknown"));
  });

export const doorHandlers = (parts: DeskParts) => {
  const { office, demonstration, placeAt, keys, firstCode, sessions, questions } = parts;
  return HttpApiBuilder.group(deskApi, "deskdoor", (handlers) =>
    handlers
      .handle("view", () =>
        Effect.succeed({
          officer: office.officer.officer,
          demonstration,
          hasKey: keys.all().length > 0,
        }),
      )
      .handle("enrol", ({ payload, request }) =>
        Effect.gen(function* () {
          const tried = firstCode.try(payload.code);
          if (tried !== "right") return yield* problem(`desk-code-${tried}`);
          const asked = yield* questions.ask({ kind: "first-key" });
          return keyAsked(parts, asked, placeAt(request));
        }),
      )
      .handle("enrolled", ({ params, payload, request }) =>
        Effect.gen(function* () {
          const { challenge } = yield* takenOf(parts, params.id, "first-key");
          // Two that came with the right code at once: the first key made is the one.
          if (firstCode.shown() === undefined) return yield* problem("desk-code-spent");
          const key = yield* newKey(payload, { challenge, place: placeAt(request) });
          firstCode.spend();
          yield* Effect.mapError(keys.keep(key), problemOf);
          return yield* sessions.open(false);
        }),
      )
      .handle("signIn", ({ request }) =>
        keys.all().length === 0
          ? Effect.fail(problem("desk-key-absent"))
          : Effect.map(questions.ask({ kind: "sign-in" }), (asked) =>
              proofAsked(parts, asked, placeAt(request)),
            ),
      )
      .handle("signedIn", ({ params, payload, request }) =>
        Effect.gen(function* () {
          const { challenge } = yield* takenOf(parts, params.id, "sign-in");
          yield* provenBy(keys, payload, { challenge, place: placeAt(request) });
          return yield* sessions.open(false);
        }).pipe(Effect.mapError(problemOf)),
      )
      .handle("withoutKey", () =>
        demonstration ? sessions.open(true) : Effect.fail(problem("desk-demonstration-only")),
      ),
  );
};
