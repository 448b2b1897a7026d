/**
 * The one file that knows every party: it wires issuer, custodian, venue and authority as Layers in one process.
 * Each party gets its own folder with its own SQLite file, vault and root key; nothing is shared but the contracts.
 * In one process this shows nothing about separation: simulations, tests and the tour use it, and no port is open.
 */
import { Context, Effect, FileSystem, Layer } from "effect";
import { policyNumbers } from "./generated/policy.ts";
import { Authority } from "./authority/authority.ts";
import { authorityLayer } from "./authority/authoritylayer.ts";
import { authoritySweeper } from "./authority/sweeper.ts";
import { openHouseOfficers } from "./houseofficers.ts";
import type { OfficerClient } from "./officer/client.ts";
import { IssuerConfiguration } from "./issuer/configuration.ts";
import { custodianSigningKey } from "./custodian/configuration.ts";
import { custodianSweeperLayer } from "./custodian/sweeper.ts";
import { Custodian, custodianLayer, custodianPortLayer } from "./custodian/custodian.ts";
import { Issuer, issuerLayer, issuerPortLayer, issuerSweeper } from "./issuer/issuer.ts";
import { makeIssuerKeys } from "./issuer/keys.ts";
import { openLogs, type PartyLog, type PartyRooms } from "./log/oneprocess.ts";
import { TransparencyLog } from "./log/transparencylog.ts";
import { SmsOutbox, smsOutboxLayer } from "./issuer/smsgateway.ts";
import { PolicyInForce } from "./lifecycle/desk.ts";
import { makePartyClock } from "./lifecycle/partyclock.ts";
import { sweepingByItself } from "./lifecycle/sweeping.ts";
import { CustodianPort, IssuerPort } from "./protocol/contracts.ts";
import type { PassVersion } from "./protocol/pass.ts";
import { randomBytes } from "./protocol/randomness.ts";
import { startOfSeoulDayMs } from "./protocol/seoulday.ts";
import { openRoster } from "./roster/keptroster.ts";
import { aliasBookLayer } from "./store/aliasbook.ts";
import { rootKeyFileLayer } from "./store/rootkey.ts";
import type { Durability } from "./store/database.ts";
import { Store } from "./store/store.ts";
import { storeOf, type StoreConfiguration } from "./store/storeof.ts";
import { Vault } from "./store/vault.ts";
import { vaultFolderLayer } from "./store/vaultfolder.ts";
import { Venue, venueLayer } from "./venue/venue.ts";

export interface HouseOptions {
  /** The folder below which each party has its own. */
  readonly folder: string;
  readonly version: PassVersion;
  /** Full: on disk before it is answered. Normal: survives a crash of the process, not of the machine. */
  readonly durability: Durability;
  /** How many officers the authority has, from 2. */
  readonly officers: number;
  /** By themselves, as deployed parties do; or when the driver of a simulation calls them, in virtual time. */
  readonly sweeps: "by themselves" | "driven";
  /** Where the custodian keeps its rows, when not in a SQLite file in its folder. */
  readonly custodianStore?: StoreConfiguration;
}

/** The only issuer of this house (clause F8 knows several). */
export const issuerNumber = 1;

/** Every party of the house, and what only its people hold. */
export interface House {
  readonly issuer: Issuer["Service"];
  readonly issuerPort: IssuerPort["Service"];
  readonly smsOutbox: SmsOutbox["Service"];
  readonly custodian: Custodian["Service"];
  readonly custodianPort: CustodianPort["Service"];
  /** One venue with its own device; a house that simulates a city holds the devices of the others itself. */
  readonly venue: Venue["Service"];
  readonly authority: Authority["Service"];
  /** The custodian's public key, as everyone else has pinned it. */
  readonly custodianKey: Uint8Array;
  /** The officers' own clients; their keys are in no party's folder. */
  readonly officers: readonly OfficerClient[];
}

const vaultIn = (folder: string) =>
  vaultFolderLayer({ folder: `${folder}/vault` }).pipe(
    Layer.provide(
      rootKeyFileLayer({ file: `${folder}/root.key`, vaultFolder: `${folder}/vault`, randomBytes }),
    ),
  );

/** A party's own vault and store, opened once and held for as long as the house stands. */
const openRooms = Effect.fnUntraced(function* (
  folder: string,
  durability: Durability,
  store: StoreConfiguration = { kind: "sqlite", file: `${folder}/store.sqlite` },
) {
  const files = yield* FileSystem.FileSystem;
  yield* files.makeDirectory(folder, { recursive: true, mode: 0o700 });
  return yield* Layer.build(Layer.merge(vaultIn(folder), storeOf(store, durability)));
});

/** Opens the house in its folder; closed with the scope, and everything goes on where it was when it is opened again. */
export const openHouse = Effect.fnUntraced(function* (options: HouseOptions) {
  const { folder, version, durability } = options;
  const policy = policyNumbers(yield* PolicyInForce);
  const { officers, keeperKey, pinned } = yield* openHouseOfficers(folder, options.officers);
  const issuerRooms = yield* openRooms(`${folder}/issuer`, durability);
  const custodianRooms = yield* openRooms(`${folder}/custodian`, durability, options.custodianStore);
  const venueRooms = yield* openRooms(`${folder}/venue`, durability);
  const authorityRooms = yield* openRooms(`${folder}/authority`, durability);
  const boardRooms = yield* openRooms(`${folder}/board`, durability);

  // Each pins the other's public key before either begins to work.
  const issuerKeys = yield* makeIssuerKeys(Context.get(issuerRooms, Vault), policy);
  const signingKey = yield* Effect.provide(custodianSigningKey, custodianRooms);
  const logs = yield* openLogs(
    {
      "issuer-1": issuerRooms,
      custodian: custodianRooms,
      authority: authorityRooms,
      board: boardRooms,
    },
    policy.witnessesRequired,
  );
  /** Each party keeps the roster for itself, over its own store and log. */
  const rosterIn = Effect.fnUntraced(function* (rooms: PartyRooms, { log }: PartyLog) {
    const store = Context.get(rooms, Store);
    return yield* openRoster({ store, clock: yield* makePartyClock(store), keeperKey, pinned, policy, log });
  });
  const custodianParts = yield* Layer.build(
    custodianPortLayer.pipe(
      Layer.provideMerge(
        custodianLayer({
          issuers: [{ issuer: issuerNumber, depositKey: issuerKeys.deposits.publicKey }],
          roster: yield* rosterIn(custodianRooms, logs.custodian),
          authorityLog: logs.authority.pinned,
          version,
          signingKey,
        }),
      ),
      Layer.provide(Layer.succeed(TransparencyLog, logs.custodian.log)),
      Layer.provide(Layer.succeedContext(custodianRooms)),
    ),
  );
  const custodianPort = Context.get(custodianParts, CustodianPort);

  const outbox = yield* Layer.build(smsOutboxLayer());
  const aliases = aliasBookLayer({
    folder: `${folder}/issuer/aliases`,
    randomBytes,
    endOfDayMs: (day) => startOfSeoulDayMs(day) + policy.retention,
    durability,
  });
  const issuerParts = yield* Layer.build(
    Layer.fresh(issuerPortLayer).pipe(
      Layer.provideMerge(issuerLayer()),
      Layer.provide([
        Layer.succeed(IssuerConfiguration, {
          issuer: issuerNumber,
          version,
          roster: yield* rosterIn(issuerRooms, logs["issuer-1"]),
          custodianKey: signingKey.verifyingKey,
          custodianLog: logs.custodian.pinned,
        }),
        Layer.succeed(CustodianPort, custodianPort),
        Layer.succeedContext(outbox),
        Layer.succeed(TransparencyLog, logs["issuer-1"].log),
        aliases,
      ]),
      Layer.provide(Layer.succeedContext(issuerRooms)),
    ),
  );
  const issuerPort = Context.get(issuerParts, IssuerPort);

  const venueParts = yield* Layer.build(
    venueLayer(version).pipe(
      Layer.provide(Layer.succeed(CustodianPort, custodianPort)),
      Layer.provide(Layer.succeedContext(venueRooms)),
    ),
  );

  const authorityParts = yield* Layer.build(
    authorityLayer({
      roster: yield* rosterIn(authorityRooms, logs.authority),
      custodianKey: signingKey.publicKey,
      issuers: new Map([[issuerNumber, issuerPort]]),
    }).pipe(
      Layer.provide([
        Layer.succeed(CustodianPort, custodianPort),
        Layer.succeed(TransparencyLog, logs.authority.log),
      ]),
      Layer.provide(Layer.succeedContext(authorityRooms)),
    ),
  );

  if (options.sweeps === "by themselves") {
    yield* Effect.provide(issuerSweeper, issuerParts);
    yield* Layer.build(Layer.provide(custodianSweeperLayer, Layer.succeedContext(custodianParts)));
    yield* Layer.build(Layer.provide(authoritySweeper, Layer.succeedContext(authorityParts)));
    yield* sweepingByItself(Context.get(venueParts, Venue).deliver, ({ message }) =>
      Effect.logError(`The venue could not deliver what waits: ${message}`),
    );
  }

  return {
    issuer: Context.get(issuerParts, Issuer),
    issuerPort,
    smsOutbox: Context.get(outbox, SmsOutbox),
    custodian: Context.get(custodianParts, Custodian),
    custodianPort,
    venue: Context.get(venueParts, Venue),
    authority: Context.get(authorityParts, Authority),
    officers,
    custodianKey: signingKey.publicKey,
  } satisfies House;
});
