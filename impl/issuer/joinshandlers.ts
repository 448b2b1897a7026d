/**
 * The issuer's answers to other parties over HTTP: its public keys, and the join under a case.
 * The table of callers lets nobody but the authority ask for a join, and that alone opens nothing: the release, its place in the
 * custodian's log and both officers are checked by answering.ts.
 */
import { Effect } from "effect";
import { HttpApiBuilder } from "../protocol/http/effecthttp.ts";
import { joinsApi } from "../protocol/http/issuerparties.ts";
import { problemOf } from "../protocol/http/problem.ts";
import { IssuerConfiguration } from "./configuration.ts";
import { Issuer } from "./issuer.ts";

export const joinsHandlers = HttpApiBuilder.group(
  joinsApi,
  "joins",
  Effect.fnUntraced(function* (handlers) {
    const { keys, answer } = yield* Issuer;
    const { issuer } = yield* IssuerConfiguration;
    return handlers
      .handle("keys", () =>
        Effect.succeed({ issuer, sealing: keys.sealing.publicKey, answers: keys.deposits.publicKey }),
      )
      .handle("join", ({ payload }) => Effect.mapError(answer(payload), problemOf));
  }),
);
