// A country of the demonstration for a suite: every party a process of its own, under one clock that the suite sets ahead, and nobody in it.
// It is open for as long as the suite lasts. What it looks at lies in the parties' folders, where anybody who stole them would look.
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect, Exit, Scope } from "effect";
import { afterAll, beforeAll } from "vitest";
import { seoulOffset } from "../../../../models/policy.ts";
import { openCountry, type Country } from "../../../../sim/demo/country.ts";
import { present } from "../../../impl/protocol/hex.ts";

export interface OpenedCountry {
  readonly country: () => Country;
  readonly urls: () => readonly string[];
  readonly advance: (byMs: number) => Promise<void>;
  /** Day and time in Seoul, now or so much later, as "2026-11-30" and "19:32". */
  readonly seoul: (laterMs?: number) => Promise<{ readonly day: string; readonly time: string }>;
  /** How many rows a table of a party's store has. */
  readonly rowsIn: (party: string, table: string) => number;
  /** Every key in a party's vault and every file of aliases, by party and name, but for those that were there before anybody came. */
  readonly keysOfDays: () => readonly string[];
}

const members = ["issuer-1", "issuer-2", "venue", "custodian", "authority", "board", "desk-1", "desk-2"];

export const openedCountry = (): OpenedCountry => {
  const scope = Effect.runSync(Scope.make());
  const folder = mkdtempSync(join(tmpdir(), "entrylog-journey-"));
  let opened: Country | undefined;
  let before: readonly string[] = [];
  const country = () => present(opened);
  const keys = () =>
    country().parties.flatMap((party) =>
      ["vault", "aliases"].flatMap((below) => {
        const place = join(folder, party, below);
        return existsSync(place) ? readdirSync(place).map((name) => `${party}/${below}/${name}`) : [];
      }),
    );
  beforeAll(async () => {
    const opening = openCountry({ folder, people: 0, freePorts: true });
    opened = await Effect.runPromise(
      Effect.provide(Effect.provideService(opening, Scope.Scope, scope), NodeServices.layer),
    );
    before = keys();
  }, 180_000);
  afterAll(async () => {
    await Effect.runPromise(Scope.close(scope, Exit.void));
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    country,
    urls: () => members.map((name) => country().url(name)),
    advance: (byMs) => Effect.runPromise(country().advance(byMs)),
    seoul: async (laterMs = 0) => {
      const iso = new Date((await Effect.runPromise(country().nowMs)) + laterMs + seoulOffset).toISOString();
      return { day: iso.slice(0, 10), time: iso.slice(11, 16) };
    },
    rowsIn: (party, table) => {
      const store = new DatabaseSync(join(folder, party, "store.sqlite"), { readOnly: true, timeout: 5_000 });
      try {
        return Number(store.prepare(`SELECT count(*) AS n FROM ${table}`).get()?.["n"]);
      } finally {
        store.close();
      }
    },
    keysOfDays: () => keys().filter((name) => !before.includes(name)),
  };
};
