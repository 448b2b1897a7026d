// The cards in a party's folder: its own card.json, which it writes, and those of the others under peers/, which an
// administrator puts there. A card that cannot be read stops the start, with its file and place.
// It never asks anybody for a card: a key that came over the network would pin nothing.
import { Effect, FileSystem, Schema } from "effect";
import { Card } from "../protocol/card.ts";
import { makeFolder } from "../folder.ts";
import { ConfigInvalid, configMistakes } from "./configinvalid.ts";
import { fileJson } from "./configuration.ts";

export const cardFile = "card.json";
export const peersFolder = "peers";

const decodeCard = Schema.decodeUnknownEffect(Card, { errors: "all", onExcessProperty: "error" });
const encodeCard = Schema.encodeSync(Card);

const readCard = Effect.fnUntraced(function* (folder: string, name: string) {
  const json = yield* fileJson(folder, name);
  return yield* Effect.mapError(decodeCard(json), (error) => configMistakes(name, error));
});

/** The party's own card, or undefined before its first start. */
export const readOwnCard = Effect.fnUntraced(function* (folder: string) {
  const files = yield* FileSystem.FileSystem;
  return (yield* files.exists(`${folder}/${cardFile}`)) ? yield* readCard(folder, cardFile) : undefined;
});

const writeCardAt = Effect.fnUntraced(function* (file: string, card: Card) {
  const files = yield* FileSystem.FileSystem;
  // Whole or not at all: another process may be reading it.
  yield* files.writeFileString(`${file}.part`, `${JSON.stringify(encodeCard(card), null, 2)}\n`);
  yield* files.rename(`${file}.part`, file);
});

export const writeOwnCard = (folder: string, card: Card) => writeCardAt(`${folder}/${cardFile}`, card);

/** Pins a card in somebody's folder, as an administrator does by hand. */
export const pinCard = Effect.fnUntraced(function* (folder: string, card: Card) {
  yield* makeFolder(`${folder}/${peersFolder}`, 0o700);
  yield* writeCardAt(`${folder}/${peersFolder}/${card.name}.json`, card);
});

/** The pinned cards of a folder, by name. Two cards of one key are a mistake: nobody could say who asks. */
export const readPeers = Effect.fnUntraced(function* (folder: string) {
  const files = yield* FileSystem.FileSystem;
  if (!(yield* files.exists(`${folder}/${peersFolder}`))) return [];
  const names = (yield* files.readDirectory(`${folder}/${peersFolder}`)).filter((name) =>
    name.endsWith(".json"),
  );
  const cards: Card[] = [];
  const mistakes: string[] = [];
  for (const name of names.sort()) {
    const read = yield* Effect.result(readCard(folder, `${peersFolder}/${name}`));
    if (read._tag === "Success") cards.push(read.success);
    else
      mistakes.push(
        ...(read.failure instanceof ConfigInvalid ? read.failure.mistakes : [`${name}: unreadable`]),
      );
  }
  const byKey = new Map<string, string>();
  for (const { name, tlsKey } of cards) {
    const key = Buffer.from(tlsKey).toString("hex");
    const other = byKey.get(key);
    if (other !== undefined) mistakes.push(`${peersFolder}: ${other} and ${name} have one key`);
    byKey.set(key, name);
  }
  if (mistakes.length > 0) return yield* new ConfigInvalid({ mistakes });
  return cards;
});
