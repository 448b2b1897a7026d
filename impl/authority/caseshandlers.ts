// The authority's answers to officers over HTTP: each step of a case, for the officer whose key the connection proves.
// An officer acts in their own name alone, and of a case that is not theirs sees no place once it is decided.
// They decide nothing; the law is asked by the services.
import { Effect } from "effect";
import { Refused } from "../lifecycle/refused.ts";
import type { Approval } from "../protocol/casetext.ts";
import { casesApi } from "../protocol/http/authority.ts";
import { CurrentCaller } from "../protocol/http/caller.ts";
import { HttpApiBuilder } from "../protocol/http/effecthttp.ts";
import { problem, problemOf } from "../protocol/http/problem.ts";
import { encodeReleasedPart } from "../protocol/releasedpart.ts";
import { Authority, type CaseView } from "./authority.ts";

/** Who asks; the table of callers lets nobody but officers come here. */
const officerAsking = Effect.flatMap(CurrentCaller, (caller) =>
  caller.kind === "officer" ? Effect.succeed(caller.number) : Effect.fail(problem("caller-not-allowed")),
);

const isOf = ({ requestedBy, signedBy }: CaseView, officer: number): boolean =>
  requestedBy === officer || signedBy.includes(officer);

const seenBy = (view: CaseView, officer: number) => {
  const seesScope = view.state === "requested" || isOf(view, officer);
  return {
    ...view,
    windows: seesScope ? view.windows : null,
    caseText: seesScope ? view.caseText : null,
  };
};

export const casesHandlers = HttpApiBuilder.group(
  casesApi,
  "cases",
  Effect.fnUntraced(function* (handlers) {
    const authority = yield* Authority;

    const found = Effect.fnUntraced(function* (caseId: string) {
      const view = yield* authority.read(caseId);
      return view.state === "absent" ? yield* problem("not-found") : view;
    });
    const stateOf = (caseId: string) =>
      Effect.map(authority.read(caseId), ({ state }) => ({ caseId, state }));
    const ownCase = Effect.fnUntraced(function* (caseId: string) {
      const officer = yield* officerAsking;
      const view = yield* found(caseId);
      return view.signedBy.includes(officer) ? { officer, view } : yield* problem("not-allowed");
    });
    const approving = Effect.fnUntraced(function* (
      caseId: string,
      signed: Omit<Approval, "officer">,
      step: typeof authority.approve,
    ) {
      const officer = yield* officerAsking;
      yield* found(caseId);
      yield* step({ caseId, approval: { officer, ...signed } });
      return yield* stateOf(caseId);
    });

    return handlers
      .handle("open", ({ payload }) =>
        Effect.flatMap(officerAsking, (officer) => authority.request({ officer, ...payload })).pipe(
          Effect.mapError(problemOf),
        ),
      )
      .handle("list", () =>
        Effect.gen(function* () {
          const officer = yield* officerAsking;
          return { cases: (yield* authority.list).map((view) => seenBy(view, officer)) };
        }).pipe(Effect.mapError(problemOf)),
      )
      .handle("read", ({ params }) =>
        Effect.gen(function* () {
          const officer = yield* officerAsking;
          return seenBy(yield* found(params.id), officer);
        }).pipe(Effect.mapError(problemOf)),
      )
      .handle("sign", ({ params, payload }) =>
        approving(params.id, payload, authority.signRequest).pipe(Effect.mapError(problemOf)),
      )
      .handle("approve", ({ params, payload }) =>
        approving(params.id, payload, authority.approve).pipe(Effect.mapError(problemOf)),
      )
      .handle("deny", ({ params, payload }) =>
        Effect.gen(function* () {
          const officer = yield* officerAsking;
          yield* found(params.id);
          yield* authority.deny({ caseId: params.id, officer, ...payload });
          return yield* stateOf(params.id);
        }).pipe(Effect.mapError(problemOf)),
      )
      .handle("release", ({ params }) =>
        Effect.gen(function* () {
          const { view } = yield* ownCase(params.id);
          if (view.state === "approved")
            // Two officers may fetch at once: whoever comes second finds it released.
            yield* Effect.catchIf(
              authority.askRelease(params.id),
              (failure) => failure instanceof Refused && failure.code === "not-allowed",
              () => Effect.void,
            );
          const { parts, ...release } = yield* authority.releaseOf(params.id);
          return { ...release, parts: parts.map(encodeReleasedPart) };
        }).pipe(Effect.mapError(problemOf)),
      )
      .handle("shares", ({ params, payload }) =>
        Effect.gen(function* () {
          const { officer } = yield* ownCase(params.id);
          const resealed = new Map(payload.shares.map((share) => [share.issuer, share.resealed]));
          return yield* authority.giveShares({ caseId: params.id, officer, resealed });
        }).pipe(Effect.mapError(problemOf)),
      )
      .handle("answer", ({ params }) =>
        Effect.gen(function* () {
          const { officer, view } = yield* ownCase(params.id);
          const { waitingFor } =
            view.state === "released"
              ? yield* authority.giveShares({ caseId: params.id, officer, resealed: new Map() })
              : { waitingFor: [] };
          const answers = waitingFor.length > 0 ? [] : yield* authority.answerFor(params.id, officer);
          return {
            caseId: params.id,
            waitingFor,
            refusedClaims: view.refusedClaims ?? 0,
            answers: answers.map(({ issuer, release, answer, places }) => ({
              issuer,
              release,
              answer,
              places,
            })),
          };
        }).pipe(Effect.mapError(problemOf)),
      )
      .handle("close", ({ params }) =>
        Effect.gen(function* () {
          yield* ownCase(params.id);
          yield* authority.close(params.id);
          return yield* stateOf(params.id);
        }).pipe(Effect.mapError(problemOf)),
      );
  }),
);
