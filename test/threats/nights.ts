// What has to have happened before a test lets the next night pass: a clock that jumps while a party is still sweeping makes that party
// late, which real time never does to it. Looks into the logs as they lie in the stores, because that is written with the erasing itself.
// It lets no more time pass than until the next sweep, and gives up with a reason after a while.
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Effect } from "effect";
import { Client } from "pg";
import { policyNumbers } from "../../impl/generated/policy.ts";
import { decodeEntry } from "../../impl/protocol/logentries.ts";
import { presets } from "../../models/policy.ts";
import type { Country, PartyName } from "./country.ts";

/** Whoever erases days and says so. */
export const statingParties = ["custodian", "issuer-1", "issuer-2"] as const satisfies readonly PartyName[];

const looksMost = 6_000;
const looksEveryMs = 20;
/** A party sweeps again after half the lateness that the policy allows. */
const betweenSweepsMs = policyNumbers(presets["2020-07"]).sweepLateness / 2;
const looksBetweenSweeps = 100;

const sql = "SELECT entry FROM log_entry";

const rowsOfFile = (file: string): readonly Readonly<Record<string, unknown>>[] => {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    return database.prepare(sql).all();
  } finally {
    database.close();
  }
};

const rowsOfSchema = async (url: string, schema: string) => {
  const client = new Client({ connectionString: url, options: `-c search_path=${schema}` });
  await client.connect();
  try {
    return (await client.query<Readonly<Record<string, unknown>>>(sql)).rows;
  } finally {
    await client.end();
  }
};

/** The entries of a party's log as they lie in its store. */
const entriesOf = (country: Country, name: PartyName) =>
  Effect.promise(async () => {
    const postgres = country.postgresOf(name);
    const rows =
      postgres === undefined
        ? rowsOfFile(join(country.folder, name, "store.sqlite"))
        : await rowsOfSchema(postgres.url, postgres.schema);
    return rows.map(({ entry }) => (entry instanceof Uint8Array ? entry : new Uint8Array()));
  });

/** Waits until a condition holds, looking again and again; `between` is done between two looks. */
export const until = Effect.fnUntraced(function* (
  what: string,
  holds: Effect.Effect<boolean>,
  between: (looks: number) => void = () => undefined,
) {
  for (let looks = 1; looks <= looksMost; looks += 1) {
    if (yield* holds) return;
    yield* Effect.sleep(looksEveryMs);
    between(looks);
  }
  throw new Error(`in vain: ${what}`);
});

const says = (entries: readonly Uint8Array[], day: number): boolean =>
  entries.some((bytes) => {
    const entry = decodeEntry(bytes);
    return entry?.kind === "day.erased" && entry.day === day;
  });

/**
 * Waits until custodian and issuers have each said of this Seoul day that it has ended. A sweep that was under way when the night passed
 * looked at the evening before; then time passes until the next one.
 */
export const dayEnded = (country: Country, day: number): Effect.Effect<void> =>
  Effect.forEach(
    statingParties,
    (name) =>
      until(
        `${name} says that day ${String(day)} has ended`,
        Effect.map(entriesOf(country, name), (entries) => says(entries, day)),
        (looks) => {
          if (looks % looksBetweenSweeps === 0) country.clock.passTo(country.clock.now() + betweenSweepsMs);
        },
      ),
    { discard: true },
  );
