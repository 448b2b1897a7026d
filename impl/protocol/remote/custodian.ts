// The custodian as issuers, venues and the authority reach it over the network: CustodianPort over mutual TLS.
// It sends in the pieces that the contract takes and turns codes back into the law's numbers. What cannot be reached,
// or has no room, is StoreUnavailable `away`: nothing was promised, and it is safe to ask again. It keeps nothing.
import { Effect } from "effect";
import { refusalCodes } from "../../generated/law.ts";
import { Refused, refusalCode } from "../../lifecycle/refused.ts";
import { StoreUnavailable } from "../../store/unavailable.ts";
import type { Answers, CustodianPort, DeliveredScan, ReleasedPart } from "../contracts.ts";
import { custodianApi, scansMost, type Answer } from "../http/custodian.ts";
import { HttpApiClient } from "../http/effecthttp.ts";
import type { Problem } from "../http/problem.ts";
import { decodeReleasedPart } from "../releasedpart.ts";
import type { Peer } from "./peerclient.ts";
import { PeerUnavailable } from "./peerunavailable.ts";

const away = (detail: string) => new StoreUnavailable({ reason: "away", detail });

/** The law's number of a code; less than 0 when it knows none such. */
const numberOfCode = (code: string): number => refusalCodes.findIndex((known) => known === code);

/** Someone who must be told why is told the law's code; for all others the custodian is away. */
const refusedOrAway = (failure: Problem | PeerUnavailable): Refused | StoreUnavailable => {
  const number = failure._tag === "Problem" ? numberOfCode(failure.code) : -1;
  const code = number > 0 ? refusalCode(number) : "";
  return code === "" ? away(failure.message) : new Refused({ code });
};

const numberOf = (answer: Answer): number => ("code" in answer ? numberOfCode(answer.code) : 0);

/** The answers as numbers; as many as were asked for, and each one that the law knows. */
const answersOf = (
  answers: readonly Answer[],
  asked: number,
): Effect.Effect<readonly number[], StoreUnavailable> => {
  const numbers = answers.map(numberOf);
  return numbers.length === asked && numbers.every((number) => number >= 0)
    ? Effect.succeed(numbers)
    : Effect.fail(away("the custodian answered something that this version does not know"));
};

export const remoteCustodian = Effect.fnUntraced(function* (
  peer: Peer,
): Effect.fn.Return<CustodianPort["Service"]> {
  const api = yield* HttpApiClient.makeWith(custodianApi, { httpClient: peer.client });

  const recordPiece = (bytes: readonly Uint8Array[], late: boolean) => {
    const call = late ? api.scans.recordLate : api.scans.record;
    return peer.ask(call({ payload: { scans: bytes } })).pipe(
      Effect.mapError((failure) => away(failure.message)),
      Effect.flatMap(({ answers }) => answersOf(answers, bytes.length)),
    );
  };

  const record = Effect.fnUntraced(function* (
    scans: readonly DeliveredScan[],
  ): Effect.fn.Return<Answers, StoreUnavailable> {
    const numbers = new Int32Array(scans.length);
    for (const late of [false, true]) {
      const places = [...scans.keys()].filter((place) => scans[place]?.late === late);
      for (let start = 0; start < places.length; start += scansMost) {
        const piece = places.slice(start, start + scansMost);
        const bytes = piece.map((place) => scans[place]?.bytes ?? new Uint8Array(0));
        const answers = yield* recordPiece(bytes, late);
        for (const [at, place] of piece.entries()) numbers[place] = answers[at] ?? 0;
      }
    }
    return numbers;
  });

  return {
    deposit: (deposits) =>
      peer.ask(api.deposits.deposit({ payload: { deposits } })).pipe(
        Effect.mapError((failure) => away(failure.message)),
        Effect.flatMap(({ answers }) => answersOf(answers, deposits.length)),
        Effect.map((numbers) => Int32Array.from(numbers)),
      ),
    registerVenue: (registration) =>
      peer
        .ask(api.registering.register({ payload: registration }))
        .pipe(Effect.mapError(refusedOrAway), Effect.asVoid),
    record,
    release: (request) =>
      peer.ask(api.releases.release({ payload: request })).pipe(
        Effect.mapError((failure) => (failure instanceof PeerUnavailable ? failure : refusedOrAway(failure))),
        Effect.flatMap((released) => {
          const parts = released.parts
            .map(decodeReleasedPart)
            .filter((part): part is ReleasedPart => part !== undefined);
          return parts.length === released.parts.length
            ? Effect.succeed({ ...released, parts })
            : Effect.fail(
                new PeerUnavailable({ peer: peer.name, reason: "unreadable", detail: "a part of a release" }),
              );
        }),
      ),
  };
});
