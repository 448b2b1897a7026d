// The main of each party, loaded only when that party is served: a process holds the code of one party alone.
// Besides impl/house.ts it is the only file that may name the parties' folders, and it names nothing in them but mains.
// It wires nothing.
import { Effect } from "effect";
import type { PartyMain } from "../server/party.ts";
import type { ServedParty } from "./configuration.ts";

const mains: Readonly<Record<ServedParty, () => Promise<{ readonly main: PartyMain }>>> = {
  issuer: () => import("../issuer/main.ts"),
  venue: () => import("../venue/main.ts"),
  custodian: () => import("../custodian/main.ts"),
  authority: () => import("../authority/main.ts"),
  board: () => import("../board/main.ts"),
};

export const mainOf = (party: ServedParty): Effect.Effect<PartyMain> =>
  Effect.map(
    Effect.promise(() => mains[party]()),
    ({ main }) => main,
  );
