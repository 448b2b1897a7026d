// Erasure that can be shown (clauses S9, C13): on each of 35 days everything that a backup would copy is copied from every party; on
// day 40 all these copies, the parties' present vaults with their root keys and both officers' keys are put together and opened as far
// as they open. Of a day that has ended nothing opens, and the same attack opens the days that live. On both stores.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect } from "effect";
import { afterAll, describe, expect, it } from "vitest";
import { millisecondsADay, presets } from "../../models/policy.ts";
import { policyNumbers } from "../../impl/generated/policy.ts";
import { officerIn } from "../../impl/officer/office.ts";
import { decodeEntry, type LogEntry } from "../../impl/protocol/logentries.ts";
import { seoulDay, startOfSeoulDayMs } from "../../impl/protocol/seoulday.ts";
import { postgresPrograms, startPostgres } from "../../sim/postgres/server.ts";
import { keysIn, openAll, type Loot } from "./attacker.ts";
import { copyAll, rowsIn } from "./copies.ts";
import { openCountry, partyNames, type Country } from "./country.ts";
import {
  bytesOfPass,
  comeTo,
  investigate,
  openDevice,
  openOfficers,
  passOf,
  type Person,
} from "./inhabitants.ts";
import { dayEnded } from "./nights.ts";
import { makePassingClock } from "./passingclock.ts";

const daysCopied = 35;
const dayOfTheAttack = 40;
const retentionDays = policyNumbers(presets["2020-07"]).retention / millisecondsADay;
const noonMs = Date.UTC(2020, 6, 1, 3);
const firstDay = seoulDay(noonMs);
const venue = 2_863_311_531;

/** Waits, after a night, until custodian and issuers have said that the day that ended then has ended. */
const swept = (country: Country, place: number) =>
  place < retentionDays ? Effect.void : dayEnded(country, firstDay + place - retentionDays);

interface Lived {
  readonly copies: readonly string[];
  readonly loot: Loot;
  readonly entries: readonly LogEntry[];
  /** The last case stays open in the copies; its records are of the day before. */
  readonly cases: number;
}

const live = Effect.fnUntraced(function* (folder: string, postgresUrl?: string) {
  const clock = makePassingClock(noonMs);
  return yield* Effect.gen(function* () {
    const country = yield* openCountry({ clock, ...(postgresUrl === undefined ? {} : { postgresUrl }) });
    const officers = yield* openOfficers(country);
    const device = yield* openDevice(country, venue);
    const copies: string[] = [];
    let people: readonly Person[] = [];
    let cases = 0;
    for (let place = 0; place < dayOfTheAttack; place += 1) {
      clock.passTo(noonMs + place * millisecondsADay);
      yield* swept(country, place);
      // A verification lives a month.
      if (place % 25 === 0)
        people = [
          yield* comeTo(country, "issuer-1", "48271936"),
          yield* comeTo(country, "issuer-2", "59382047"),
        ];
      for (const person of people)
        expect(yield* device.scan(bytesOfPass(yield* passOf(country, person)))).toBe("admitted");
      if (place % 9 === 3 && place < daysCopied) {
        clock.passTo(clock.now() + 1_000);
        const window = { venue, fromMs: clock.now() - 3_600_000, untilMs: clock.now() };
        const { visits } = yield* investigate(officers, [window], place % 2 === 0);
        expect(visits.map(({ phoneNumber }) => phoneNumber).sort()).toEqual([
          "+821048271936",
          "+821059382047",
        ]);
        cases += 1;
      }
      if (place < daysCopied) {
        copies.push(join(folder, `day-${String(place)}`));
        copyAll(country, join(folder, `day-${String(place)}`));
      }
    }
    const now = join(folder, "now");
    copyAll(country, now);
    const vaults = new Map(
      yield* Effect.forEach(partyNames, (name) =>
        Effect.map(keysIn(join(country.folder, name)), (keys) => [name, keys] as const),
      ),
    );
    const keys = yield* Effect.forEach(["officer-1", "officer-2"], (officer) =>
      officerIn(join(country.folder, officer)),
    ).pipe(Effect.provide(NodeServices.layer), Effect.orDie);
    const entries = partyNames.flatMap((name) =>
      rowsIn([now], name)
        .of("log_entry")
        .flatMap(({ entry }) => {
          const read = entry instanceof Uint8Array ? decodeEntry(entry) : undefined;
          return read === undefined ? [] : [read];
        }),
    );
    return {
      copies,
      loot: { copies, stores: partyNames, vaults, officers: keys },
      entries,
      cases,
    } satisfies Lived;
  }).pipe(Effect.provide(clock.layer));
});

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const lastDay = firstDay + dayOfTheAttack - 1;
/** On its last noon the country keeps the 28 days up to and including that of that noon. */
const firstLiveDay = lastDay - retentionDays + 1;
const of = (found: readonly { readonly day: number }[]): readonly number[] =>
  [...new Set(found.map(({ day }) => day))].sort((one, other) => one - other);
const copiedDays = (from: number) =>
  Array.from({ length: firstDay + daysCopied - from }, (_, place) => from + place);

const server = postgresPrograms();
const stores = [
  ["SQLite", async () => ({ url: undefined, stop: async () => undefined })],
  ...(server === undefined ? [] : [["PostgreSQL", () => startPostgres(server)] as const]),
] as const;

describe.each(stores)(
  "everything copied daily, on %s",
  async (_, start) => {
    const { url, stop } = await start();
    const folder = mkdtempSync(join(tmpdir(), "entrylog-backups-"));
    folders.push(folder);
    const lived = await Effect.runPromise(Effect.scoped(live(folder, url))).finally(stop);
    const opened = await openAll(lived.loot);

    it("opens every visit, share, handle, alias and person of the days that live: the attack works", () => {
      expect(firstLiveDay).toBe(firstDay + 12);
      const alive = copiedDays(firstLiveDay);
      for (const found of [opened.visits, opened.shares, opened.handles, opened.aliases, opened.named])
        expect(of(found).filter((day) => day >= firstLiveDay)).toEqual(alive);
      expect(opened.named).toHaveLength(alive.length * 2);
      expect([...new Set(opened.named.map(({ phone }) => phone))].sort()).toEqual([
        "+821048271936",
        "+821059382047",
      ]);
    });

    it("opens no visit, share, handle, alias or person of a day that has ended", () => {
      for (const found of [opened.visits, opened.shares, opened.handles, opened.aliases, opened.named])
        expect(of(found).filter((day) => day < firstLiveDay)).toEqual([]);
    });

    it("says of a day that has ended how many entered, and in no column who, where or when", () => {
      expect(of(opened.kept)).toEqual(copiedDays(firstDay));
      expect(opened.kept.filter(({ day }) => day === firstDay)).toHaveLength(2);
      for (const { columns } of opened.kept)
        expect(columns).toEqual(["blind_index", "position", "payload", "state", "eraseAt", "late"]);
    });

    it("opens nothing of what a case had learned, when case or day has ended", () => {
      expect(lived.cases).toBe(4);
      expect(opened.caseCopies.filter((name) => !name.includes("issuer"))).toEqual([]);
    });

    it("has the parties' signed word for each day that ended, with its counts and what it is worth", () => {
      const ended = copiedDays(firstDay).filter((day) => day < firstLiveDay);
      const erased = lived.entries.filter((entry) => entry.kind === "day.erased");
      expect(erased.filter((entry) => "recorded" in entry).map(({ day }) => day)).toEqual(ended);
      for (const day of ended) {
        const said = erased.filter((entry) => entry.day === day);
        // The custodian, and each issuer.
        expect(said).toHaveLength(3);
        for (const entry of said) {
          expect(entry.means).toBe("erased in software only");
          expect(entry.erasedAtMs).toBeGreaterThanOrEqual(startOfSeoulDayMs(day + retentionDays));
          expect(entry.erasedAtMs).toBeLessThan(startOfSeoulDayMs(day + retentionDays + 1));
          expect("recorded" in entry ? [entry.recorded, entry.erased] : [entry.keys, entry.aliases]).toEqual(
            "recorded" in entry ? [2, 2] : [2, 1],
          );
        }
      }
    });
  },
  300_000,
);
