// An attacker who has what they have: copies of some parties' stores, some vaults with their root keys, some officers' keys. They
// open all that opens with it, step by step as the service itself would, and tell what came out, day by day. They know the whole code.
// It is no part of the service, and cheats at nothing: a number is named here only by keys that were given.
import { Effect, Layer } from "effect";
import { aliasIn, accountIn, recordBytes } from "../../impl/store/aliasrecord.ts";
import { importSealKey, openBytes } from "../../impl/store/sealedbytes.ts";
import { Vault } from "../../impl/store/vault.ts";
import { vaultIn } from "../../impl/serve/rooms.ts";
import { openShares, sharesKeyOf } from "../../impl/custodian/sharesfield.ts";
import { payloadBytes, readPayload } from "../../impl/custodian/payload.ts";
import { verifyOne } from "../../impl/protocol/signing.ts";
import { importVerifyingKey } from "../../impl/protocol/ed25519.ts";
import { openSealed } from "../../impl/protocol/epoch.ts";
import { hexOf } from "../../impl/protocol/fields.ts";
import { importHandleKey, openHandle } from "../../impl/protocol/handle.ts";
import type { Officer } from "../../impl/protocol/officers.ts";
import { passVersions, type Pass } from "../../impl/protocol/pass.ts";
import { cipherRecords, importRecordKey } from "../../impl/protocol/recordcipher.ts";
import { passToVerify } from "../../impl/protocol/scan.ts";
import { combineShares, ShareOpener } from "../../impl/protocol/shares.ts";
import { aliasFilesIn, rowsIn, type CopiedRows } from "./copies.ts";
import type { PartyName } from "./country.ts";

/** Keys by name, as a vault holds them. */
export type Keys = ReadonlyMap<string, Uint8Array>;

/** Everything in the vault of a folder, as whoever has the folder and its root key can read it. */
export const keysIn = (folder: string): Effect.Effect<Keys> =>
  Effect.scoped(
    Effect.gen(function* () {
      const rooms = yield* Layer.build(vaultIn(folder));
      return yield* Effect.gen(function* () {
        const vault = yield* Vault;
        const keys = new Map<string, Uint8Array>();
        for (const name of vault.names()) {
          const secret = yield* vault.get(name);
          if (secret !== undefined) keys.set(name, secret.bytes);
        }
        return keys;
      }).pipe(Effect.provideContext(rooms));
    }),
  ).pipe(Effect.orDie);

export interface Loot {
  /** Folders with copies, each with a folder a party. */
  readonly copies: readonly string[];
  /** Whose stores are among them. */
  readonly stores: readonly PartyName[];
  readonly vaults: ReadonlyMap<PartyName, Keys>;
  readonly officers: readonly Officer[];
}

export interface OpenedVisit {
  readonly day: number;
  readonly venue: number;
  readonly scannedAtMs: number;
  readonly pass: Pass;
}

/** What came out, each by the Seoul day to which it belongs. */
export interface Opened {
  /** What stands of each visit, opened or not: the names of its columns. */
  readonly kept: readonly { readonly day: number; readonly columns: readonly string[] }[];
  /** Visits with the pass that was shown. */
  readonly visits: readonly OpenedVisit[];
  readonly shares: readonly { readonly day: number; readonly epoch: string; readonly officer: number }[];
  readonly handles: readonly { readonly day: number; readonly handle: string }[];
  readonly aliases: readonly { readonly day: number; readonly alias: string; readonly account: number }[];
  readonly named: readonly {
    readonly day: number;
    readonly phone: string;
    readonly venue: number;
    readonly scannedAtMs: number;
  }[];
  readonly phones: readonly string[];
  /** What was released or answered under a case and still opens: the names of its keys. */
  readonly caseCopies: readonly string[];
}

const bytes = (value: unknown): Uint8Array => (value instanceof Uint8Array ? value : new Uint8Array());
const dayOfDate = (date: string): number =>
  Math.floor(
    Date.UTC(Number(date.slice(0, 4)), Number(date.slice(4, 6)) - 1, Number(date.slice(6))) / 86_400_000,
  );

const visitTables = (rows: CopiedRows) =>
  rows.tables.flatMap((table) => {
    const date = /^visit_(\d{8})$/.exec(table)?.[1];
    return date === undefined ? [] : [{ table, date, day: dayOfDate(date) }];
  });

const issuers = new Map<number, PartyName>([
  [1, "issuer-1"],
  [2, "issuer-2"],
]);

const aliasKey = (alias: Uint8Array): string => hexOf(alias);

/** Opens the chain from the custodian's rows to people, as far as it goes. */
export const openAll = async (loot: Loot): Promise<Opened> => {
  const custodian = loot.stores.includes("custodian") ? rowsIn(loot.copies, "custodian") : undefined;
  const keys = loot.vaults.get("custodian") ?? new Map<string, Uint8Array>();
  const kept: { day: number; columns: readonly string[] }[] = [];
  const visits: OpenedVisit[] = [];
  const shares: { day: number; epoch: string; officer: number }[] = [];
  const secrets = new Map<string, Uint8Array>();
  const passKeys = new Map<string, Uint8Array>();

  for (const row of custodian?.of("epoch") ?? []) {
    const [id, day, issuer] = [bytes(row["id"]), Number(row["day"]), Number(row["issuer"])];
    passKeys.set(hexOf(id), bytes(row["pass_key"]));
    const date = visitTables(present(custodian)).find((table) => table.day === day)?.date;
    const dayKey = date === undefined ? undefined : keys.get(`visits-${date}`);
    const sealed =
      dayKey === undefined ? undefined : openShares(sharesKeyOf(dayKey), id, bytes(row["shares"]));
    const own: Uint8Array[] = [];
    for (const officer of loot.officers) {
      for (const share of sealed ?? []) {
        const opened = await new ShareOpener(officer).open({ issuer, day }, id, share);
        if (opened === undefined) continue;
        shares.push({ day, epoch: hexOf(id), officer: officer.officer });
        own.push(opened);
      }
    }
    const secret = own.length >= 2 ? await combineShares(own) : undefined;
    if (secret !== undefined) secrets.set(hexOf(id), secret);
  }

  for (const { table, date, day } of custodian === undefined ? [] : visitTables(custodian)) {
    const dayKey = keys.get(`visits-${date}`);
    for (const row of custodian?.of(table) ?? []) {
      kept.push({ day, columns: Object.keys(row) });
      if (dayKey === undefined) continue;
      const payload = Uint8Array.from(bytes(row["payload"]));
      cipherRecords(importRecordKey(dayKey), payload, payloadBytes, [Number(row["position"])]);
      const scan = readPayload(payload, 0, passVersions.deployed);
      const passKey =
        scan === undefined
          ? undefined
          : importVerifyingKey(passKeys.get(hexOf(scan.pass.epochId)) ?? new Uint8Array());
      if (scan === undefined || passKey === undefined) continue;
      const { venue, scannedAtMs, pass } = scan;
      if (verifyOne(passToVerify(passKey, pass))) visits.push({ day, venue, scannedAtMs, pass });
    }
  }

  const phones = new Set<string>();
  const accountPhone = new Map<string, string>();
  const aliases: { day: number; alias: string; account: number }[] = [];
  const personOf = new Map<string, string>();
  for (const [number, name] of issuers) {
    if (!loot.stores.includes(name)) continue;
    const rows = rowsIn(loot.copies, name);
    const own = loot.vaults.get(name) ?? new Map<string, Uint8Array>();
    const sealing = own.get("phones-seal");
    for (const row of sealing === undefined ? [] : rows.of("account")) {
      const phone = openBytes(
        importSealKey(present(sealing)),
        bytes(row["phone"]),
        Buffer.from(String(row["number"])),
      );
      if (phone === undefined) continue;
      phones.add(Buffer.from(phone).toString());
      accountPhone.set(`${number}/${String(row["account"])}`, Buffer.from(phone).toString());
    }
    for (const { day, bytes: file } of aliasFilesIn(loot.copies, name)) {
      const key = own.get(`aliases-${day}`);
      if (key === undefined) continue;
      for (let place = 0; (place + 1) * recordBytes <= file.length; place += 1) {
        const alias = aliasIn(file, place, importSealKey(key), day);
        if (alias === undefined) continue;
        const account = accountIn(file, place);
        aliases.push({ day, alias: aliasKey(alias), account });
        const phone = accountPhone.get(`${number}/${account}`);
        if (phone !== undefined) personOf.set(`${number}/${day}/${aliasKey(alias)}`, phone);
      }
    }
  }

  const handles: { day: number; handle: string }[] = [];
  const named: { day: number; phone: string; venue: number; scannedAtMs: number }[] = [];
  for (const { day, venue, scannedAtMs, pass } of visits) {
    const secret = secrets.get(hexOf(pass.epochId));
    const handle =
      secret === undefined ? undefined : openSealed(secret, pass.number, pass.header, pass.sealed);
    if (handle === undefined) continue;
    handles.push({ day, handle: hexOf(handle) });
    const name = issuers.get(pass.issuer);
    const handleKey = name === undefined ? undefined : loot.vaults.get(name)?.get(`handles-${day}`);
    if (handleKey === undefined) continue;
    const alias = openHandle(importHandleKey(handleKey), handle);
    const phone = personOf.get(`${pass.issuer}/${day}/${aliasKey(alias)}`);
    if (phone !== undefined) named.push({ day, phone, venue, scannedAtMs });
  }

  return {
    kept,
    visits,
    shares,
    handles,
    aliases,
    named,
    phones: [...phones],
    caseCopies: caseCopies(loot).map(({ name }) => name),
  };
};

const present = <Found>(found: Found | undefined): Found => {
  if (found === undefined) throw new Error("expected a value");
  return found;
};

/** Copies of what was released or answered, tried with every key of the vault of their party: which opened, and what is in them. */
export const caseCopies = (loot: Loot): readonly { readonly name: string; readonly bytes: Buffer }[] => {
  const opened: { name: string; bytes: Buffer }[] = [];
  const tried = [
    ["custodian", "released_copy", "case_id"],
    ["issuer-1", "answered", "release"],
    ["issuer-2", "answered", "release"],
    ["authority", "learned", "case_id"],
    ["authority", "share_given", "case_id"],
  ] as const;
  for (const [name, table, column] of tried) {
    if (!loot.stores.includes(name)) continue;
    for (const row of rowsIn(loot.copies, name).of(table)) {
      const sealed = bytes(row["sealed"]);
      for (const [key, secret] of loot.vaults.get(name) ?? []) {
        const inside =
          secret.length === 32 ? opensAtAll(secret, sealed, associatedOf(table, row)) : undefined;
        if (inside !== undefined)
          opened.push({ name: `${name} ${String(row[column])} ${key}`, bytes: Buffer.from(inside) });
      }
    }
  }
  return opened;
};

const associatedOf = (table: string, row: Readonly<Record<string, unknown>>): string =>
  table === "released_copy"
    ? String(row["case_id"])
    : table === "answered"
      ? String(row["release"])
      : table === "learned"
        ? `${String(row["case_id"])} ${String(row["issuer"])} ${String(row["kind"])}`
        : `${String(row["case_id"])} ${String(row["issuer"])} share ${String(row["officer"])}`;

const opensAtAll = (secret: Uint8Array, sealed: Uint8Array, bound: string): Uint8Array | undefined =>
  openBytes(importSealKey(secret), sealed, Buffer.from(bound));

/** The Seoul days before one, of which something came out. */
export const daysBefore = (day: number, found: readonly { readonly day: number }[]): readonly number[] => [
  ...new Set(found.filter((each) => each.day < day).map((each) => each.day)),
];
