// Replays the durable trace of a party: every row in its SQLite file with the events that are kept of it, and a custodian's visits by day.
// It opens the file from outside, read-only, as anyone with sqlite3 could, and asks no service.
// What cannot be decided from what is kept is said in durablerow.ts; that every deadline is kept to is asked of the instant given.
import { DatabaseSync } from "node:sqlite";
import { Effect } from "effect";
import type { Value } from "../../models/language/expression.ts";
import type { Lifecycle } from "../../models/language/lifecycle.ts";
import { machines } from "../../models/machines.ts";
import type { Policy } from "../../models/policy.ts";
import { makeRowReplay, type EventRow, type StoredRow } from "./durablerow.ts";
import { visitsWrong } from "./durablevisits.ts";
import { TraceRefused } from "./fault.ts";
import { isOverdue } from "./overdue.ts";

export interface DurableOptions {
  readonly file: string;
  readonly policy: Policy;
  /** The instant of the last sweep; a row that should have moved on long before is refused. */
  readonly at: number;
}

export interface DurableReplayed {
  readonly rows: number;
  readonly events: number;
  readonly visits: number;
}

interface Wrong {
  readonly place: string;
  readonly line: number;
  readonly sentence: string;
}

type SqlRow = Readonly<Record<string, unknown>>;

const numberIn = (row: SqlRow, column: string): number => Number(row[column]);
const textIn = (row: SqlRow, column: string): string => {
  const value = row[column];
  return typeof value === "string" ? value : "";
};

/** A field as the law has it: flags as true and false, nothing as null. */
const fieldIn = (machine: Lifecycle, row: SqlRow, name: string): Value => {
  const value = row[name];
  if (machine.meta.fields[name]?.kind === "flag") return value === 1;
  return typeof value === "number" || typeof value === "string" ? value : null;
};

const storedIn = (machine: Lifecycle, row: SqlRow): StoredRow => ({
  state: textIn(row, "state"),
  fields: Object.fromEntries(
    Object.keys(machine.meta.fields).map((name) => [name, fieldIn(machine, row, name)]),
  ),
});

const eventIn = (row: SqlRow): EventRow => ({
  sequence: numberIn(row, "sequence"),
  at: numberIn(row, "at"),
  event: textIn(row, "event"),
  transition: textIn(row, "transition"),
  state: textIn(row, "state"),
});

/** The first deadline of the row that was over, the sweep's lateness included. */
const overdueIn = (machine: Lifecycle, { state, fields }: StoredRow, { policy, at }: DurableOptions) =>
  Object.keys(machine.states[state]?.after ?? {}).find((field) => {
    const due = fields[field];
    return typeof due === "number" && isOverdue(at, due, policy);
  });

const hasTable = (database: DatabaseSync, name: string): boolean =>
  database.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(name) !== undefined;

/** All rows of one machine; answers what is wrong first, or how much there was. */
const replayTable = (
  database: DatabaseSync,
  machine: Lifecycle,
  options: DurableOptions,
): Pick<DurableReplayed, "rows" | "events"> | Wrong => {
  const replay = makeRowReplay(machine, options.policy);
  const eventsOf = database.prepare(`SELECT * FROM ${machine.id}_event WHERE key = ? ORDER BY sequence`);
  let rows = 0;
  let events = 0;
  for (const row of database.prepare(`SELECT * FROM ${machine.id} ORDER BY key`).iterate()) {
    const key = textIn(row, "key");
    const stored = storedIn(machine, row);
    const kept = eventsOf.all(key).map(eventIn);
    const place = `${machine.id} ${key}`;
    const fault = replay(stored, kept);
    if (fault !== undefined) return { place, line: fault.sequence, sentence: fault.sentence };
    const overdue = overdueIn(machine, stored, options);
    if (overdue !== undefined)
      return { place, line: 0, sentence: `Its ${overdue} is over, and it is still here.` };
    rows += 1;
    events += kept.length;
  }
  const orphan = database
    .prepare(`SELECT key FROM ${machine.id}_event WHERE key NOT IN (SELECT key FROM ${machine.id}) LIMIT 1`)
    .get();
  if (orphan !== undefined)
    return {
      place: `${machine.id} ${textIn(orphan, "key")}`,
      line: 1,
      sentence: "Events are kept of a row that is gone.",
    };
  return { rows, events };
};

const replay = (database: DatabaseSync, options: DurableOptions): DurableReplayed | Wrong => {
  let rows = 0;
  let events = 0;
  for (const machine of machines) {
    if (machine.meta.keptAs !== "row" || !hasTable(database, machine.id)) continue;
    const done = replayTable(database, machine, options);
    if ("sentence" in done) return done;
    rows += done.rows;
    events += done.events;
  }
  const visits = visitsWrong(database, options.policy);
  return typeof visits === "number" ? { rows, events, visits } : visits;
};

const detailOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

const inFile = (options: DurableOptions): DurableReplayed | Wrong => {
  const database = new DatabaseSync(options.file, { readOnly: true });
  try {
    return replay(database, options);
  } finally {
    database.close();
  }
};

/** Replays everything that a party's file holds, or fails with the first thing that is wrong with it. */
export const replayDurable = Effect.fnUntraced(function* (options: DurableOptions) {
  const done = yield* Effect.try({
    try: () => inFile(options),
    catch: (cause) =>
      new TraceRefused({ place: options.file, line: 0, sentence: `It cannot be read: ${detailOf(cause)}` }),
  });
  if ("sentence" in done) return yield* new TraceRefused(done);
  return done;
});
