// The main of each party, loaded only when that party is served: a process holds the code of one party alone.
// Besides impl/house.ts it is the only file that may name the parties' folders, and it names nothing in them but mains.
// It wires nothing.
import { Effect } from "effect";
import type { PartyMain } from "../server/party.ts";
import type { ServedParty } from "./configuration.ts";

const mains: Readonly<Record<ServedParty, (() => Promise<{ readonly main: PartyMain }>) | undefined>> = {
  issuer: () => import("../issuer/main.ts"),
  venue: () => import("../venue/main.ts"),
  custodian: () => import("../custodian/main.ts"),
  authority: () => import("../authority/main.ts"),
  board: () => import("../board/main.ts"),
};

export const mainOf = (party: ServedParty): Effect.Effect<PartyMain> => {
  const load = mains[party];
  return load === undefined
    ? Effect.die(new Error(`the party ${party} has no main`))
    : Effect.map(Effect.promise(load), ({ main }) => main);
};
