// The board as an issuer reaches it over the network: its status board over mutual TLS, for the issuer's own page.
// What the board states as a problem stays one, and a board that is away is told as such. It keeps nothing.
// The board learns which issuer asks, and nothing of who looks.
import { Effect } from "effect";
import type { StatusBoard } from "../figures.ts";
import { statusBoardApi } from "../http/board.ts";
import { HttpApiClient } from "../http/effecthttp.ts";
import type { Problem } from "../http/problem.ts";
import type { Peer } from "./peerclient.ts";
import type { PeerUnavailable } from "./peerunavailable.ts";

export type BoardOfDays = (days: number) => Effect.Effect<typeof StatusBoard.Type, Problem | PeerUnavailable>;

export const remoteBoard = Effect.fnUntraced(function* (peer: Peer): Effect.fn.Return<BoardOfDays> {
  const api = yield* HttpApiClient.makeWith(statusBoardApi, { httpClient: peer.client });
  return (days) => peer.ask(api.statusboard.board({ query: { days } }));
});
