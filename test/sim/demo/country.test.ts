// A whole country of real processes under one clock: a check-in goes through it, is destroyed after 28 days with nobody pressing a button,
// a verification ends after 30, and a country that is opened again in its folder goes on where it was.
// What lies in the stores is looked at as the demonstration's page does, and every column of bytes in them must be known to it.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect, Exit, Scope } from "effect";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { publicBytes, wayOf } from "../../../sim/demo/looking/columns.ts";
import { searched } from "../../../sim/demo/looking/search.ts";
import { storeFile, storeSeen } from "../../../sim/demo/looking/stores.ts";
import { openCountry, type Country } from "../../../sim/demo/country.ts";
import type { PartyKind } from "../../../sim/demo/page/forms.ts";
import { codeSentTo } from "../../../sim/conform/harness/inbox.ts";
import { makeConnections } from "../../../sim/exchange.ts";
import { askNotice, makePhone, noticeIn, passIn } from "../../../sim/load/phone.ts";
import { newDevice, registering, scanning } from "../../../sim/load/scanner.ts";
import { until } from "../../impl/serve/failing/together.ts";
import { processesWith } from "../../impl/serve/processes.ts";

const dayMs = 86_400_000;
const number = "010-0123-4567";
const venue = 4_012_345_678;
const within = { timeout: 240_000 };
const connections = makeConnections();

const folder = mkdtempSync(join(tmpdir(), "entrylog-demo-"));
const kindOf = (name: string): PartyKind =>
  (["issuer", "custodian", "venue", "authority", "board"] as const).find((kind) => name.startsWith(kind)) ??
  "board";

let scope = Scope.makeUnsafe();
const closed = () => Effect.runPromise(Scope.close(scope, Exit.void));

const opened = (): Promise<Country> => {
  scope = Scope.makeUnsafe();
  const opening = openCountry({ folder, people: 0, freePorts: true });
  return Effect.runPromise(
    Effect.provide(Effect.provideService(opening, Scope.Scope, scope), NodeServices.layer),
  );
};

const phoneAt = ({ url }: Country) => ({ issuer: url("issuer-1"), connections, withinMs: 20_000 });

/** How many rows the tables of a party have whose names begin so. */
const rowsOf = async (party: string, table: string): Promise<number> => {
  const { tables } = await Effect.runPromise(storeSeen(folder, party, kindOf(party)));
  return tables.filter(({ name }) => name.startsWith(table)).reduce((sum, { rows }) => sum + rows, 0);
};

const agreeing = async (country: Country, phone: ReturnType<typeof makePhone>) =>
  phone.agree(noticeIn(await askNotice(phoneAt(country))));

const verified = async (country: Country) => {
  const phone = makePhone(phoneAt(country), { number });
  expect([(await agreeing(country, phone)).code, (await phone.requestCode()).code]).toEqual(["", ""]);
  const code = await Effect.runPromise(codeSentTo(country.url("carrier"), number));
  expect((await phone.typeCode(code ?? "")).code).toBe("");
  return phone;
};

const checkedIn = async (country: Country, phone: ReturnType<typeof makePhone>) => {
  const line = { custodian: country.partiesUrl("custodian"), connections, withinMs: 20_000 };
  const device = await Effect.runPromise(newDevice(venue));
  await Effect.runPromise(registering(line, device, "karaoke", 1));
  const shown = passIn(await phone.pass());
  const scan = scanning(line, device);
  const nowMs = await Effect.runPromise(country.nowMs);
  return [await scan(shown.bytes, nowMs), await scan(shown.bytes, nowMs)].map(({ code }) => code);
};

describe("a country under one clock", () => {
  afterEach(closed);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let aheadAtMs = 0;

  it("takes a check-in, destroys it after 28 days, and ends a verification after 30", within, async () => {
    const country = await opened();
    const phone = await verified(country);
    expect(await checkedIn(country, phone)).toEqual(["", "pass-replayed"]);
    expect([await rowsOf("custodian", "visit_"), await rowsOf("issuer-1", "account")]).toEqual([1, 1]);

    const parties = country.parties.map((name) => ({ name, kind: kindOf(name) }));
    const holders = (sought: string) =>
      searched(folder, parties, sought).parties.flatMap(({ party, found }) =>
        found.length > 0 ? [party] : [],
      );
    expect([holders(number), holders(String(venue))]).toEqual([[], ["custodian"]]);

    const beforeMs = await Effect.runPromise(country.nowMs);
    await Effect.runPromise(country.advance(28 * dayMs));
    await until(async () => (await rowsOf("custodian", "visit_")) === 0);
    expect(await rowsOf("custodian", "epoch")).toBe(0);
    expect(["", "consent-required"]).toContain((await phone.pass()).code);

    await Effect.runPromise(country.advance(2 * dayMs));
    aheadAtMs = await Effect.runPromise(country.nowMs);
    expect(aheadAtMs - beforeMs).toBeGreaterThanOrEqual(30 * dayMs);
    expect((await agreeing(country, phone)).code).toBe("");
    expect((await phone.pass()).code).toMatch(/^verification-/);
  });

  it("knows of every column of bytes how it lies there", () => {
    const unknown = ["issuer-1", "custodian", "venue", "authority", "board"].flatMap((party) => {
      const database = new DatabaseSync(storeFile(folder, party), { readOnly: true });
      const columns = database
        .prepare(
          "SELECT t.name || '.' || c.name AS place FROM pragma_table_list t, pragma_table_info(t.name) c WHERE c.type = 'BLOB'",
        )
        .all()
        .map(({ place }) => String(place));
      database.close();
      return columns.filter((place) => {
        const [table = "", column = ""] = place.split(".");
        return wayOf(table, column) === "clear" && !publicBytes.has(place);
      });
    });
    expect(unknown).toEqual([]);
  });

  it("goes on where it was when it is opened again, and so does a party that died", within, async () => {
    const country = await opened();
    expect(await Effect.runPromise(country.nowMs)).toBeGreaterThanOrEqual(aheadAtMs);
    const [issuer = 0] = processesWith('"name":"issuer-1"', folder);
    process.kill(issuer, "SIGKILL");
    await until(async () => (await askNotice(phoneAt(country))).status === 0);
    await until(async () => (await askNotice(phoneAt(country))).status === 200);
    await verified(country);
    const inbox = await (await fetch(`${country.url("carrier")}/phones/${number}`)).text();
    expect(Number(/"receivedAtMs":(\d+)/.exec(inbox)?.[1])).toBeGreaterThanOrEqual(aheadAtMs);
  });
});
