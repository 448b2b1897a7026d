/**
 * A small country for conformance: a real issuer, custodian, authority, board and venue, opened as `entrylog serve` opens them, each with
 * its folder, its store and its listeners, and each under a clock that the harness sets. Between them they speak mutual TLS over real
 * sockets. A carrier takes the issuer's messages, and two officers have keys of their own.
 * One process shows nothing about separation, and this file claims nothing about it.
 */
import { chmodSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Effect } from "effect";
import { openOffice } from "../../../impl/officer/office.ts";
import { readConfiguration } from "../../../impl/serve/opening.ts";
import { furnish } from "../../../impl/serve/furnishing.ts";
import { withVaultIn } from "../../../impl/serve/holders.ts";
import { membersOf, type Member } from "../../../impl/serve/members.ts";
import { prepareHere } from "../../../impl/serve/preparehere.ts";
import type { PartyConfigurationFile, ServedParty } from "../../../impl/serve/configuration.ts";
import { tlsIdentityOf, tlsKey } from "../../../impl/server/identity.ts";
import { presets, type PresetName } from "../../../models/policy.ts";
import { openCarrier } from "../../carrier/carrier.ts";
import { readDepositing } from "./depositor.ts";
import { readAsking } from "./disclosureasking.ts";
import { ask } from "./requests.ts";
import { makeRunning } from "./running.ts";
import { makeSettableClock } from "./settableclock.ts";
import { lookIntoFile, lookIntoSchema } from "./storedrows.ts";

export interface CountryOptions {
  readonly folder: string;
  readonly preset: PresetName;
  /** A PostgreSQL server that gets a schema for each party; SQLite files without it. */
  readonly storeUrl?: string | undefined;
  readonly startsAtMs: number;
}

const secretFile = "carrier.secret";
const secret = "a secret of the harness alone";
/** In this order they are opened. */
const servedParties = [
  "board",
  "custodian",
  "authority",
  "issuer",
  "venue",
] as const satisfies readonly ServedParty[];

/** Named after the folder too, so that two countries on one server share nothing. */
const schemaOf = (folder: string, name: string): string =>
  ["conform", basename(dirname(folder)), basename(folder), name]
    .join("_")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, "_");

const configurationMore =
  ({ storeUrl, preset }: CountryOptions) =>
  ({ name }: Member, folder: string): Partial<PartyConfigurationFile> => ({
    preset,
    durability: "normal",
    ...(storeUrl === undefined
      ? {}
      : { store: { kind: "postgres", url: storeUrl, schema: schemaOf(folder, name) } }),
  });

/** Everybody of the country, furnished and opened; closed with the scope. */
export const openCountry = Effect.fnUntraced(function* (options: CountryOptions) {
  const { folder, preset, storeUrl, startsAtMs } = options;
  const carrier = yield* openCarrier({ host: "127.0.0.1", port: 0, secret, slowMs: 0 });
  const settings = ({ party }: Member): Readonly<Record<string, unknown>> =>
    party === "issuer" ? { sms: { url: `${carrier}/messages`, secretFile } } : {};
  const members = membersOf(1);
  const clocks = {
    issuer: makeSettableClock(startsAtMs),
    custodian: makeSettableClock(startsAtMs),
    venue: makeSettableClock(startsAtMs),
    authority: makeSettableClock(startsAtMs),
    board: makeSettableClock(startsAtMs),
  };
  yield* furnish(
    { folder, members, preset, freePorts: true, storeUrl, settings },
    prepareHere(configurationMore(options)),
  ).pipe(Effect.provide(clocks.issuer.layer));
  // While nobody has opened its vault.
  const depositing = yield* readDepositing(folder, presets[preset]);
  const asking = yield* readAsking(folder);
  writeFileSync(join(folder, "issuer-1", secretFile), secret);
  chmodSync(join(folder, "issuer-1", secretFile), 0o600);
  const running = yield* makeRunning(folder, members, clocks);
  for (const party of servedParties) yield* running.open(party);
  const office = yield* tlsIdentityOf(yield* withVaultIn(`${folder}/office`, tlsKey), "office");
  const lookInto = Effect.fnUntraced(function* (name: string, party: ServedParty) {
    if (storeUrl !== undefined) return yield* lookIntoSchema(storeUrl, schemaOf(folder, name));
    const { store } = yield* readConfiguration(`${folder}/${name}`, party);
    return yield* lookIntoFile(join(folder, name, store.kind === "sqlite" ? store.file : ""));
  });
  const { urlOf } = running;
  const announceTo = (party: "issuer" | "custodian", level: string) =>
    ask({
      method: "PUT",
      url: `${urlOf(party, "parties")}/v1/crisis-level`,
      identity: office,
      body: { level },
    });
  let phones = 0;
  return {
    folder,
    preset,
    carrier,
    /** A number that nobody in this country has had. */
    newPhone: (): string => {
      phones += 1;
      return `010${String(phones).padStart(8, "0")}`;
    },
    clocks,
    /** For everybody. */
    urls: {
      issuer: urlOf("issuer", "public"),
      venue: urlOf("venue", "public"),
      authority: urlOf("authority", "public"),
      custodian: urlOf("custodian", "public"),
    },
    /** For whoever proves a key. */
    closedUrls: {
      issuer: urlOf("issuer", "parties"),
      custodian: urlOf("custodian", "parties"),
      authority: urlOf("authority", "parties"),
    },
    look: {
      issuer: yield* lookInto("issuer-1", "issuer"),
      custodian: yield* lookInto("custodian", "custodian"),
      authority: yield* lookInto("authority", "authority"),
    },
    officers: {
      first: yield* openOffice(`${folder}/officer-1`),
      second: yield* openOffice(`${folder}/officer-2`),
    },
    /** Closes a party and opens it again under a law, which is the preset's unless another is named. */
    reopen: running.reopen,
    /** With which the issuer's deposits are made. */
    depositing,
    /** With which the custodian is asked for releases in the authority's name. */
    asking,
    /** The office's call to one of the parties that collect. */
    announceTo,
    /** The office's call, to both parties that collect. */
    announce: (level: string) =>
      Effect.forEach(["issuer", "custodian"] as const, (party) => announceTo(party, level)),
  };
});

export type Country = Effect.Success<ReturnType<typeof openCountry>>;
