// An issuer as the authority reaches it over the network: IssuerPort over mutual TLS. Its keys are those on its card,
// because a key that came over the network would pin nothing. What it states as a problem of the law is told as such; for
// everything else the issuer is away, and it is safe to ask again. It keeps nothing.
import { Effect } from "effect";
import { refusalCodes } from "../../generated/law.ts";
import { Refused, refusalCode } from "../../lifecycle/refused.ts";
import type { IssuerPort } from "../contracts.ts";
import { HttpApiClient } from "../http/effecthttp.ts";
import { joinsApi } from "../http/issuerparties.ts";
import type { Problem } from "../http/problem.ts";
import type { Peer } from "./peerclient.ts";
import { PeerUnavailable } from "./peerunavailable.ts";

export interface IssuerPublicKeys {
  readonly sealing: Uint8Array;
  readonly answers: Uint8Array;
}

const refusedOrAway =
  (peer: string) =>
  (failure: Problem | PeerUnavailable): Refused | PeerUnavailable => {
    if (failure instanceof PeerUnavailable) return failure;
    const number = refusalCodes.findIndex((known) => known !== "" && known === failure.code);
    return number > 0
      ? new Refused({ code: refusalCode(number) })
      : new PeerUnavailable({ peer, reason: "unreadable", detail: failure.code });
  };

export const remoteIssuer = Effect.fnUntraced(function* (
  peer: Peer,
  keys: IssuerPublicKeys,
): Effect.fn.Return<IssuerPort["Service"]> {
  const api = yield* HttpApiClient.makeWith(joinsApi, { httpClient: peer.client });
  return {
    sealingKey: Effect.succeed(keys.sealing),
    answerKey: Effect.succeed(keys.answers),
    answer: (request) =>
      peer.ask(api.joins.join({ payload: request })).pipe(Effect.mapError(refusedOrAway(peer.name))),
  };
});
