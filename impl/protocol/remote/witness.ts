// Another party as the witness of this party's log, over mutual TLS: the client of impl/protocol/http/witness.ts.
// A log is handed one for each other party. Whatever is no answer of the published form counts as a witness that is away.
import { Effect } from "effect";
import { wholeNumberOf } from "../../log/checkpoint.ts";
import type { NoteKey } from "../../log/note.ts";
import {
  WitnessAway,
  type WitnessAnswer,
  type WitnessPort,
  type WitnessRefusal,
} from "../../log/witnesses.ts";
import { HttpClientRequest } from "../http/effecthttp.ts";
import { witnessPath } from "../http/witness.ts";
import type { Peer } from "./peerclient.ts";

const refusals: Readonly<Record<number, WitnessRefusal>> = {
  400: "malformed",
  403: "unsigned",
  404: "unknown-log",
  422: "inconsistent",
};

const answerOf = (status: number, text: string): WitnessAnswer | undefined => {
  if (status === 200) return { kind: "cosigned", lines: text };
  if (status === 409) {
    const size = wholeNumberOf(text.trimEnd());
    return size === undefined ? undefined : { kind: "conflict", size };
  }
  const reason = refusals[status];
  return reason === undefined ? undefined : { kind: "refused", reason };
};

/** `pinned` is the name in cosignatures and the key under which they verify, from the witness's card. */
export const remoteWitness = (peer: Peer, pinned: NoteKey): WitnessPort => ({
  pinned,
  addCheckpoint: (body) =>
    peer
      .ask(
        peer.client.execute(HttpClientRequest.post(witnessPath).pipe(HttpClientRequest.bodyText(body))).pipe(
          Effect.flatMap((response) =>
            Effect.map(response.text, (text) => ({
              answer: answerOf(response.status, text),
              status: response.status,
            })),
          ),
        ),
      )
      .pipe(
        Effect.mapError(({ message }) => new WitnessAway({ detail: message })),
        Effect.flatMap(({ answer, status }) =>
          answer === undefined
            ? Effect.fail(new WitnessAway({ detail: `it answered with status ${String(status)}` }))
            : Effect.succeed(answer),
        ),
      ),
});
