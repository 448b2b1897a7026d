// A small country for attacks: two issuers, a venue, custodian, authority and board, each served over real sockets from its own folder
// on its own store, in one process so that its clock can pass weeks; somebody listens on every line between them, and whatever
// they log, export or send by SMS is kept. Each can be closed and opened again alone. It knows no secret of anybody.
import { readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Console, Effect, Exit, Layer, Schema, Scope } from "effect";
import { hexOf } from "../../impl/protocol/fields.ts";
import { randomBytes } from "../../impl/protocol/randomness.ts";
import { announceLevel } from "../../impl/office/asking.ts";
import { readPeers } from "../../impl/serve/cards.ts";
import { withVaultIn } from "../../impl/serve/holders.ts";
import { membersOf, type Member } from "../../impl/serve/members.ts";
import { openParty, type Opened } from "../../impl/serve/opening.ts";
import { tlsIdentityOf, tlsKey } from "../../impl/server/identity.ts";
import { telemetryLayer } from "../../impl/server/telemetry.ts";
import { openTogether } from "../impl/serve/together.ts";
import { present } from "../impl/protocol/hex.ts";
import { openCollector, type Collected } from "./collecting.ts";
import type { PassingClock } from "./passingclock.ts";
import { tap, type Overheard } from "./wiretap.ts";

export const partyNames = ["issuer-1", "issuer-2", "venue", "custodian", "authority", "board"] as const;
export type PartyName = (typeof partyNames)[number];

/** A PostgreSQL server whose schemas hold the stores, one for all or chosen by party; SQLite files without it. */
export interface CountryOptions {
  readonly clock: PassingClock;
  readonly postgresUrl?: string | ((name: PartyName) => string);
}

export interface Country {
  readonly folder: string;
  readonly clock: PassingClock;
  readonly publicUrl: (name: PartyName) => string;
  /** Its own door for parties, past whoever listens. */
  readonly partiesUrl: (name: PartyName) => string;
  readonly open: (name: PartyName) => Effect.Effect<void>;
  readonly close: (name: PartyName) => Effect.Effect<void>;
  /** What each party said on its stderr. */
  readonly said: ReadonlyMap<PartyName, string[]>;
  /** What each party exported. */
  readonly exported: ReadonlyMap<PartyName, Collected>;
  readonly overheard: Overheard[];
  readonly carrier: Collected;
  readonly doorKey: () => string;
  /** Its schema, and the server on which that is; undefined over SQLite. */
  readonly postgresOf: (name: PartyName) => { readonly url: string; readonly schema: string } | undefined;
}

const Json = Schema.fromJsonString(Schema.Record(Schema.String, Schema.Json));
const readJson = (file: string) => Schema.decodeUnknownSync(Json)(readFileSync(file, "utf8"));
const rewrite = (file: string, changed: Readonly<Record<string, Schema.Json>>): void =>
  writeFileSync(file, JSON.stringify({ ...readJson(file), ...changed }));

const Urls = Schema.Struct({ urls: Schema.Struct({ parties: Schema.optionalKey(Schema.String) }) });

/** Everybody's cards lead to the taps from now on. */
export const leadThrough = (folder: string, taps: ReadonlyMap<string, number>): void => {
  for (const owner of readdirSync(folder)) {
    const peers = join(folder, owner, "peers");
    for (const [name, port] of taps) {
      const file = join(peers, `${name}.json`);
      try {
        const urls = { parties: `https://127.0.0.1:${String(port)}` };
        rewrite(file, { urls });
      } catch {
        // This owner has no such card.
      }
    }
  }
};

const captured = (lines: string[]): Console.Console => {
  const keep = (...words: readonly unknown[]): void => void lines.push(words.map(String).join(" "));
  return { ...globalThis.console, error: keep, log: keep, warn: keep, info: keep, debug: keep };
};

export const openCountry = Effect.fnUntraced(function* ({ clock, postgresUrl }: CountryOptions) {
  const carrier = yield* openCollector;
  const secretFile = `entrylog-threats-${hexOf(randomBytes(8))}.sms`;
  writeFileSync(join(tmpdir(), secretFile), "the carrier's secret");
  yield* Effect.addFinalizer(() => Effect.sync(() => rmSync(join(tmpdir(), secretFile), { force: true })));
  const settings = ({ party }: Member) =>
    party === "issuer" ? { sms: { url: carrier.url, secretFile: `../../${secretFile}` } } : {};
  const together = yield* openTogether({ issuers: 2, served: () => false, settings });
  const { folder } = together;
  const members = membersOf(2);
  const postgresOf: Country["postgresOf"] = (name) =>
    postgresUrl === undefined
      ? undefined
      : {
          url: typeof postgresUrl === "string" ? postgresUrl : postgresUrl(name),
          schema: `threats_${name.replaceAll("-", "_")}`,
        };
  for (const name of partyNames) {
    const postgres = postgresOf(name);
    if (postgres === undefined) continue;
    rewrite(join(folder, name, "config.json"), { store: { kind: "postgres", ...postgres } });
    for (const file of readdirSync(join(folder, name)))
      if (file.startsWith("store.sqlite")) rmSync(join(folder, name, file));
  }
  const overheard: Overheard[] = [];
  const taps = new Map<string, number>();
  for (const { name, party } of members) {
    if (party === "venue") continue;
    const { urls } = Schema.decodeUnknownSync(Schema.fromJsonString(Urls))(
      readFileSync(join(folder, name, "card.json"), "utf8"),
    );
    const port = Number(new URL(present(urls.parties)).port);
    taps.set(name, yield* tap(name, port, overheard, clock.now));
  }
  leadThrough(folder, taps);

  const said = new Map<PartyName, string[]>(partyNames.map((name) => [name, []]));
  const exported = new Map<PartyName, Collected>();
  for (const name of partyNames) exported.set(name, yield* openCollector);
  const running = new Map<PartyName, { readonly scope: Scope.Closeable; readonly opened: Opened }>();
  const around = yield* Effect.scope;

  const open = (name: PartyName) =>
    Effect.gen(function* () {
      const scope = yield* Scope.fork(around);
      const member = present(members.find((each) => each.name === name));
      const told = captured(present(said.get(name)));
      const telemetry = yield* Layer.buildWithScope(
        telemetryLayer({ party: name, otlpUrl: present(exported.get(name)).url }),
        scope,
      ).pipe(Effect.provideService(Console.Console, told));
      const opened = yield* openParty(join(folder, name), member.party).pipe(
        Effect.provideContext(telemetry),
        Effect.provideService(Console.Console, told),
        Scope.provide(scope),
        Effect.provide(NodeServices.layer),
      );
      running.set(name, { scope, opened });
    }).pipe(Effect.orDie);
  const close = (name: PartyName) =>
    Effect.suspend(() => {
      const { scope } = present(running.get(name));
      running.delete(name);
      return Scope.close(scope, Exit.void);
    });
  for (const name of partyNames) yield* open(name);

  yield* Effect.gen(function* () {
    const office = yield* withVaultIn(join(folder, "office"), tlsKey);
    const told = yield* announceLevel(
      yield* tlsIdentityOf(office, "office"),
      yield* readPeers(join(folder, "office")),
      "serious",
    );
    for (const { failure, party } of told)
      if (failure !== undefined) yield* Effect.die(new Error(`${party}: ${failure.message}`));
  }).pipe(Effect.provide(NodeServices.layer));

  return {
    folder,
    clock,
    publicUrl: (name) => present(running.get(name)).opened.urls.public,
    partiesUrl: (name) => present(present(running.get(name)).opened.urls.parties),
    open,
    close,
    said,
    exported,
    overheard,
    carrier,
    doorKey: () => readFileSync(join(folder, "venue", "door.key"), "utf8").trim(),
    postgresOf,
  } satisfies Country;
});
