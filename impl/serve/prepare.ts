// The first start of a party: its folder, its configuration, its pages, its keys in its vault, and its card for the others.
// `entrylog prepare` does it for one party on its own machine; done again it changes nothing and answers the same card.
// It gives nobody the card: carrying cards from folder to folder is the administrators' part.
import { Effect, FileSystem, Layer } from "effect";
import { presets } from "../../models/policy.ts";
import { makeFolder } from "../folder.ts";
import { PolicyInForce } from "../lifecycle/desk.ts";
import { bundled } from "../page/bundled.ts";
import type { Card } from "../protocol/card.ts";
import { tlsKey } from "../server/identity.ts";
import { readOwnCard, writeOwnCard } from "./cards.ts";
import {
  checkConfiguration,
  configurationFile,
  type PartyConfigurationFile,
  type ServedParty,
} from "./configuration.ts";
import { mainOf } from "./mains.ts";
import { readConfiguration } from "./opening.ts";
import { roomsIn } from "./rooms.ts";

/** Where a party will be found, when its port is known before it runs. */
const urlAt = (scheme: string, { host, port }: { readonly host: string; readonly port: number }) =>
  port === 0 ? undefined : `${scheme}://${host}:${String(port)}`;

/** Writes a configuration where there is none yet. */
export const writeConfiguration = Effect.fnUntraced(function* (folder: string, file: PartyConfigurationFile) {
  const files = yield* FileSystem.FileSystem;
  yield* makeFolder(folder, 0o700);
  if (yield* files.exists(`${folder}/${configurationFile}`)) return;
  yield* checkConfiguration(file);
  yield* files.writeFileString(`${folder}/${configurationFile}`, `${JSON.stringify(file, null, 2)}\n`, {
    mode: 0o600,
  });
});

/** The card of the party in a folder; drawn, with its keys, when there is none. */
export const prepareParty = Effect.fnUntraced(function* (folder: string, party: ServedParty) {
  const known = yield* readOwnCard(folder);
  if (known !== undefined) return known;
  const configuration = yield* readConfiguration(folder, party);
  const main = yield* mainOf(party);
  const { name, number } = configuration;
  yield* Effect.forEach(main.pages ?? [], bundled, { discard: true });
  const rooms = roomsIn(folder, configuration);
  const keys = Effect.all({
    tls: main.tlsKey ?? tlsKey,
    others: main.cardKeys({ name, number }),
  });
  const { tls, others } = yield* Effect.scoped(
    Effect.flatMap(Layer.build(rooms), (opened) => Effect.provideContext(keys, opened)),
  ).pipe(Effect.provideService(PolicyInForce, presets[configuration.preset]));
  const open = urlAt(
    configuration.public.certificateFile === undefined ? "http" : "https",
    configuration.public,
  );
  const closed = party === "venue" ? undefined : urlAt("https", configuration.parties);
  const card: Card = {
    name,
    kind: party,
    number,
    tlsKey: tls.publicKey,
    keys: others,
    urls: {
      ...(open === undefined ? {} : { public: open }),
      ...(closed === undefined ? {} : { parties: closed }),
    },
  };
  yield* writeOwnCard(folder, card);
  return card;
});
