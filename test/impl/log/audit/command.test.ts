// `entrylog audit` as people run it: over HTTP from cards, saving what was read, and again from the saved folder, where a planted
// wrong ends with 10 and its name. An address whose card nobody has pinned is refused, and what is no folder ends with words.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@effect/vitest";
import { Context, Effect, Layer, Schema } from "effect";
import { FetchHttpClient } from "effect/http";
import { openPlaces } from "../../../../impl/log/audit/places.ts";
import { logHandlers, witnessedHandlers } from "../../../../impl/log/loghandlers.ts";
import { openLogKeys } from "../../../../impl/log/logkeys.ts";
import { TransparencyLog } from "../../../../impl/log/transparencylog.ts";
import { LogWitness } from "../../../../impl/log/witness.ts";
import { Card } from "../../../../impl/protocol/card.ts";
import { countsApi } from "../../../../impl/protocol/http/custodian.ts";
import { HttpApiBuilder } from "../../../../impl/protocol/http/effecthttp.ts";
import { logApi } from "../../../../impl/protocol/http/log.ts";
import { defaultLimits } from "../../../../impl/server/limits.ts";
import { anyone, publicListener } from "../../../../impl/server/publiclistener.ts";
import { routesOf } from "../../../../impl/server/routes.ts";
import { Vault } from "../../../../impl/store/vault.ts";
import { makeFolder } from "../../../../impl/folder.ts";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { entrylog } from "../../../sim/processes.ts";
import { freshFolder } from "../../store/freshfolder.ts";
import { openParties, type Parties, type Party } from "../parties.ts";
import { cardOf, honestCounts, honestPast } from "./world.ts";

const cardText = Schema.encodeSync(Schema.fromJsonString(Card));
const parties: readonly Party[] = ["custodian", "issuer-1", "authority", "board"];

const serve = ({ logs }: Parties, party: Party) => {
  const services = Layer.mergeAll(
    Layer.succeed(TransparencyLog, logs[party].log),
    Layer.succeed(LogWitness, logs[party].witness),
  );
  const counts = HttpApiBuilder.group(countsApi, "counts", (handlers) =>
    handlers.handle("counts", () => Effect.succeed(honestCounts)),
  );
  return publicListener({
    place: { host: "127.0.0.1", port: 0 },
    limits: defaultLimits,
    identify: anyone,
    routes: routesOf(
      logApi.addHttpApi(countsApi),
      Layer.mergeAll(logHandlers, witnessedHandlers).pipe(Layer.provide(services), Layer.merge(counts)),
    ),
  });
};

/** Four parties with an honest past on free ports, and their cards in a folder. */
const openServed = Effect.fnUntraced(function* (folder: string) {
  const opened = yield* openParties(join(folder, "parties"));
  const cards = join(folder, "cards");
  yield* makeFolder(cards, 0o700);
  for (const party of parties) {
    const { log } = opened.logs[party];
    for (const entry of honestPast[party]) yield* log.append(entry);
    yield* log.publish;
    const { url } = yield* serve(opened, party);
    const keys = yield* openLogKeys(Context.get(opened.rooms[party], Vault), party);
    writeFileSync(join(cards, `${party}.json`), cardText({ ...cardOf(party, keys), urls: { public: url } }));
  }
  return cards;
});

const audit = (...args: readonly string[]) => Effect.promise(() => entrylog("audit", ...args));

describe("entrylog audit", () => {
  it.live(
    "over HTTP, saved, and from what was saved: 0 when nothing is wrong, 10 and the name when something is",
    () =>
      Effect.gen(function* () {
        const folder = freshFolder();
        const cards = yield* openServed(folder);
        const saved = join(folder, "saved");
        // The honest past lies in 2020: by today's clock the day that is still live there is long overdue.
        const overHttp = yield* audit(cards, "--save", saved);
        expect(overHttp.stdout).toContain("custodian: day-overdue: The day 2020-07-28 had to be erased by");
        expect(overHttp.stdout).toMatch(/Held to the law [0-9a-f]{12}, preset 2020-07: retention 28 days/);
        expect(overHttp.status).toBe(10);
        expect(overHttp.stderr).toContain("log-wrong: 1 thing is wrong.");

        const savedFile = join(saved, "saved.json");
        writeFileSync(savedFile, JSON.stringify({ savedAtMs: Date.UTC(2020, 6, 29) }));
        const again = yield* audit(saved);
        expect(again.stderr).toBe("");
        expect(again.stdout).toContain("Nothing is wrong in 3 logs.");
        expect(again.status).toBe(0);

        const entries = join(saved, "custodian", "log", "tile", "entries", "000.p", "2");
        // As bytes: between the texts stand their lengths.
        const forged = readFileSync(entries, "latin1").replace('"recorded":9', '"recorded":8');
        writeFileSync(entries, forged, "latin1");
        const wrong = yield* audit(saved, "--json");
        const codes = Schema.decodeUnknownSync(
          Schema.fromJsonString(
            Schema.Struct({ findings: Schema.Array(Schema.Struct({ code: Schema.String })) }),
          ),
        )(wrong.stdout).findings.map(({ code }) => code);
        expect(codes).toContain("entry-forged");
        expect(wrong.status).toBe(10);
        expect(readdirSync(saved).toSorted()).toEqual([...parties, "cards", "saved.json"].toSorted());
      }).pipe(Effect.provide(NodeServices.layer)),
    120_000,
  );

  it.live(
    "refuses an address that no card pins, several folders, and a folder that is none or holds no card",
    () =>
      Effect.gen(function* () {
        const folder = freshFolder();
        const refusal = (...places: readonly string[]) =>
          Effect.map(Effect.flip(openPlaces(places, undefined)), ({ code, reason, sentence }) => [
            code,
            reason,
            sentence,
          ]);
        expect(yield* refusal("http://127.0.0.1:9")).toEqual([
          2,
          "card-missing",
          "No card pins the party at http://127.0.0.1:9.",
        ]);
        expect(yield* refusal(folder, folder)).toEqual([
          2,
          "audit-mixed",
          "An audit takes addresses, or one folder.",
        ]);
        const nowhere = join(folder, "nowhere");
        expect(yield* refusal(nowhere)).toEqual([2, "audit-unreadable", `There is no folder ${nowhere}.`]);
        expect(yield* refusal(folder)).toEqual([
          2,
          "audit-empty",
          `The folder ${folder} holds no card of a party with a log.`,
        ]);
      }).pipe(Effect.provide([NodeServices.layer, FetchHttpClient.layer])),
  );
});
