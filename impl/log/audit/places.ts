// What `entrylog audit` is pointed at: addresses of parties, a folder of cards, or a folder in which an earlier audit saved what it
// read. Each becomes parties with a source to read them from, and the cards that pin them. Cards come from folders alone: an
// address says nothing about whose keys are right. Whatever cannot be understood ends the command with a sentence.
import { Effect, FileSystem, Path, Schema } from "effect";
import { exitCodes, Stop } from "../../exit.ts";
import { Card } from "../../protocol/card.ts";
import type { HttpClient } from "../../protocol/http/effecthttp.ts";
import { logOfCard, witnessOfCard } from "../pinning.ts";
import type { AuditedParty } from "./reading.ts";
import { folderSource, httpSource, saving, type AuditSource } from "./source.ts";

const savedFile = "saved.json";
const cardsFolder = "cards";

const Saved = Schema.Struct({ savedAtMs: Schema.Int });
const readSaved = Schema.decodeUnknownOption(Schema.fromJsonString(Saved));
const readCard = Schema.decodeUnknownOption(Schema.fromJsonString(Card));
const cardText = Schema.encodeSync(Schema.fromJsonString(Card));

export interface AuditPlaces {
  readonly parties: readonly AuditedParty[];
  readonly cards: readonly Card[];
  /** When the copies were saved, if they were. */
  readonly savedAtMs?: number;
}

type Rooms = FileSystem.FileSystem | Path.Path | HttpClient.HttpClient;

const stop = (reason: string, sentence: string, advice: string) =>
  new Stop({ code: exitCodes.usage, reason, sentence, advice });

const isAudited = (card: Card): boolean => logOfCard(card) !== undefined || witnessOfCard(card) !== undefined;

/** Every card that lies in a folder, or as `card.json` in a folder below it; other files are passed over. */
const cardsIn = Effect.fnUntraced(function* (folder: string) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  const textOf = (file: string) =>
    Effect.orElseSucceed(files.readFileString(path.join(folder, file)), () => "");
  const names = yield* Effect.mapError(files.readDirectory(folder), () =>
    stop("audit-unreadable", `There is no folder ${folder}.`, "Name a folder, or an address with http://."),
  );
  const candidates = names.flatMap((name) =>
    name.endsWith(".json") ? [name] : [path.join(name, "card.json")],
  );
  const cards = new Map<string, Card>();
  for (const file of candidates.sort()) {
    const card = readCard(yield* textOf(file));
    if (card._tag === "Some") cards.set(card.value.name, card.value);
  }
  return [...cards.values()];
});

const savedIn = Effect.fnUntraced(function* (folder: string) {
  const files = yield* FileSystem.FileSystem;
  const text = yield* Effect.orElseSucceed(files.readFileString(`${folder}/${savedFile}`), () => "");
  const saved = readSaved(text);
  return saved._tag === "Some" ? saved.value.savedAtMs : undefined;
});

const openSaved = Effect.fnUntraced(function* (
  folder: string,
  pinned: readonly Card[] | undefined,
  savedAtMs: number,
) {
  const path = yield* Path.Path;
  const cards = pinned ?? (yield* cardsIn(path.join(folder, cardsFolder)));
  const parties = yield* Effect.forEach(cards.filter(isAudited), (card) =>
    Effect.map(folderSource(path.join(folder, card.name)), (source) => ({ card, source })),
  );
  return { parties, cards, savedAtMs } satisfies AuditPlaces;
});

/** The parties of pinned cards that have a log or witness others, each at the public address on its card. */
export const openLoggedParties = (cards: readonly Card[]) =>
  Effect.forEach(
    cards.flatMap((card) => {
      const url = card.urls.public;
      return url === undefined || !isAudited(card) ? [] : [{ card, url }];
    }),
    ({ card, url }) => Effect.map(httpSource(url), (source) => ({ card, source })),
  );

/** Each card's own public address. */
const openCards = Effect.fnUntraced(function* (cards: readonly Card[]) {
  const silent = cards.find((card) => isAudited(card) && card.urls.public === undefined);
  if (silent !== undefined)
    return yield* stop(
      "card-without-address",
      `The card of ${silent.name} says no public address.`,
      "Add urls.public to it.",
    );
  return { parties: yield* openLoggedParties(cards), cards } satisfies AuditPlaces;
});

const openUrls = Effect.fnUntraced(function* (urls: readonly string[], pinned: readonly Card[] | undefined) {
  const cards = pinned ?? [];
  const parties = yield* Effect.forEach(urls, (given) => {
    const url = given.replace(/\/+$/, "");
    const card = cards.find(({ urls: { public: address } }) => address === url);
    return card === undefined
      ? Effect.fail(
          stop(
            "card-missing",
            `No card pins the party at ${url}.`,
            "Name the folder that holds its card with --cards; a key that comes from the address itself pins nothing.",
          ),
        )
      : Effect.map(httpSource(url), (source) => ({ card, source }));
  });
  return { parties, cards } satisfies AuditPlaces;
});

const isUrl = (place: string): boolean => /^https?:\/\//.test(place);

/** The parties of the places given: either addresses, or one folder. */
export const openPlaces = Effect.fnUntraced(function* (
  places: readonly string[],
  cardsAt: string | undefined,
): Effect.fn.Return<AuditPlaces, Stop, Rooms> {
  const pinned = cardsAt === undefined ? undefined : yield* cardsIn(cardsAt);
  const [first = "", ...more] = places;
  if (places.every(isUrl)) return yield* openUrls(places, pinned);
  if (more.length > 0)
    return yield* stop("audit-mixed", "An audit takes addresses, or one folder.", "Name one folder alone.");
  const savedAtMs = yield* savedIn(first);
  if (savedAtMs !== undefined) return yield* openSaved(first, pinned, savedAtMs);
  const opened = yield* openCards(pinned ?? (yield* cardsIn(first)));
  return opened.parties.length > 0
    ? opened
    : yield* stop(
        "audit-empty",
        `The folder ${first} holds no card of a party with a log.`,
        "Name a folder of cards.",
      );
});

/** The same places, with all that is read saved in a folder that can be audited later. */
export const savingPlaces = Effect.fnUntraced(function* (places: AuditPlaces, folder: string, nowMs: number) {
  const files = yield* FileSystem.FileSystem;
  const path = yield* Path.Path;
  const write = Effect.gen(function* () {
    yield* files.makeDirectory(path.join(folder, cardsFolder), { recursive: true });
    for (const card of places.cards)
      yield* files.writeFileString(
        path.join(folder, cardsFolder, `${card.name}.json`),
        `${cardText(card)}\n`,
      );
    yield* files.writeFileString(path.join(folder, savedFile), `${JSON.stringify({ savedAtMs: nowMs })}\n`);
  });
  yield* Effect.mapError(write, ({ message }) =>
    stop(
      "audit-unsaved",
      `Nothing can be saved in ${folder}: ${message}`,
      "Name a folder that may be written.",
    ),
  );
  const saved = (source: AuditSource, name: string) => saving(source, path.join(folder, name));
  const parties = yield* Effect.forEach(places.parties, ({ card, source }) =>
    Effect.map(saved(source, card.name), (both) => ({ card, source: both })),
  );
  return { ...places, parties } satisfies AuditPlaces;
});
