// Cases of the authority over HTTP, with officers' own keys: requested, approved, denied, released, answered, closed and lapsed as the
// models say, on both stores; and an authority that lapses late, or stores what it closed as answered, is caught.
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Case } from "../../sim/conform/case.ts";
import { suite } from "../../sim/conform/cases/suite.ts";
import type { ServedOptions } from "../../sim/conform/harness/served.ts";
import { postgresPrograms, startPostgres } from "../../sim/postgres/server.ts";
import { full, run, some } from "./servedcases.ts";

const { cases } = suite();
const lives = cases.filter(({ subject }) => subject.kind === "lifecycle" && subject.machine === "disclosure");
const asked = cases.filter(({ subject }) => subject.kind === "party" && subject.party === "authority");
const releases = cases.filter(({ id }) => id.startsWith("answer/custodian.release/"));
const joins = cases.filter(({ id }) => id.startsWith("answer/issuer.answer/"));
const named = (id: string): readonly Case[] => cases.filter((one) => one.id === id);

/** How many cases were not played, by the reason. */
const leftOut = ({ notOffered }: Awaited<ReturnType<typeof run>>): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...Map.groupBy(notOffered, ({ sentence }) => sentence)].map(([sentence, those]) => [
      sentence,
      those.length,
    ]),
  );

describe("an authority over SQLite", () => {
  it("keeps cases as the models say", { timeout: 240_000 }, async () => {
    const found = await run({}, some(lives, 4));
    expect(found.difference).toBeUndefined();
    expect(found.passed).toHaveLength(full ? 185 : 46);
    expect(leftOut(found)).toEqual(
      full
        ? {
            "a case is asked for once: who asks again opens another": 18,
            "of records that are over nothing is answered": 11,
            "thousands of visits are not made for one case": 5,
          }
        : {
            "a case is asked for once: who asks again opens another": 4,
            "of records that are over nothing is answered": 3,
            "thousands of visits are not made for one case": 2,
          },
    );
  });

  it(
    "answers its rules as the models say, where a case can come to stand so",
    { timeout: 60_000 },
    async () => {
      const found = await run({}, asked);
      expect(found.difference).toBeUndefined();
      expect(found.passed).toHaveLength(39);
      expect(leftOut(found)).toEqual({
        "nothing that officers can do leads a case to where it stands": 223,
        "a case is asked for once: who asks again opens another": 2,
        "no window of a case lasts for ever": 2,
      });
    },
  );
});

describe("a custodian that is asked for releases in the authority's name", () => {
  it(
    "answers as its rule says, whatever the authority would have said before",
    { timeout: 60_000 },
    async () => {
      const found = await run({}, releases);
      expect(found.difference).toBeUndefined();
      expect(found.passed).toHaveLength(25);
      expect(leftOut(found)).toEqual({
        "no instant of a release is one that never comes": 3,
        "thousands of visits are not made for one release": 4,
      });
    },
  );
});

describe("an issuer that is asked for answers in the authority's name", () => {
  it(
    "answers as its rule says, whatever custodian and authority would have said",
    { timeout: 60_000 },
    async () => {
      const found = await run({}, joins);
      expect(found.difference).toBeUndefined();
      expect(found.passed).toHaveLength(10);
      expect(leftOut(found)).toEqual({
        "every case that is answered comes to its end": 1,
        "thousands of visits are not made for one answer": 4,
      });
    },
  );
});

const programs = postgresPrograms();

describe("an authority over PostgreSQL", () => {
  it.for(programs === undefined ? [] : [programs])(
    "keeps cases as the models say",
    { timeout: 240_000 },
    async (found) => {
      const server = await startPostgres(found);
      onTestFinished(server.stop);
      const ran = await run({ storeUrl: server.url }, some([...lives, ...asked], 9));
      expect(ran.difference).toBeUndefined();
      expect(ran.passed.length).toBeGreaterThanOrEqual(full ? 224 : 20);
    },
  );
});

type Between = NonNullable<ServedOptions["between"]>;

/** The authority, whose store does this by itself whenever a case is written. */
const storing =
  (trigger: string): Between =>
  (country) => {
    const database = new DatabaseSync(join(country.folder, "authority", "store.sqlite"), { timeout: 5_000 });
    database.exec(trigger);
    database.close();
    return country;
  };

describe("an authority with a mistake", { timeout: 60_000 }, () => {
  it("is caught when it lets a case lapse a millisecond late", async () => {
    const between: Between = (country) => {
      const { authority } = country.clocks;
      let last = 0;
      // A request is in time; whatever comes later finds the clock a millisecond behind.
      const set = (atMs: number): void => {
        authority.set(last !== 0 && atMs > last ? atMs - 1 : atMs);
        last = Math.max(last, atMs);
      };
      return { ...country, clocks: { ...country.clocks, authority: { ...authority, set } } };
    };
    const lapsing = named("deadline/disclosure:requested--lapseAt-->lapsed/at/case.denied");
    const { difference } = await run({ between }, lapsing);
    expect(difference).toMatchObject({
      what: "answer",
      foreseen: '{"refused":"not-allowed"}',
      found: '{"told":"case.denied"}',
    });
    expect((await run({}, lapsing)).passed).toHaveLength(1);
  });

  it("is caught when it says that a case is closed and stores it as answered", async () => {
    const between = storing(
      `CREATE TRIGGER stays AFTER UPDATE ON disclosure WHEN NEW.state = 'closed'
        BEGIN UPDATE disclosure SET state = 'answered' WHERE key = NEW.key; END`,
    );
    const closing = named("transition/disclosure:answered--case.closed-->closed");
    expect((await run({ between }, closing)).difference?.what).toBe("store");
    expect((await run({}, closing)).passed).toHaveLength(1);
  });
});
