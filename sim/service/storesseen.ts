// Looks into the parties' SQLite files from outside, as anyone with sqlite3 could, for what a run must hold its promises against:
// the earliest deadline that every kind of row still waits for, and whether a disclosure stands in the registers.
// It reads and never writes, and asks no service.
import { DatabaseSync } from "node:sqlite";
import { machineCores } from "../../impl/generated/law.ts";

export interface EarliestEnd {
  readonly party: "issuer" | "custodian" | "authority";
  readonly what: string;
  readonly endsAt: number;
}

const parties = ["issuer", "custodian", "authority"] as const;
const keptBy: Readonly<Record<(typeof parties)[number], readonly string[]>> = {
  issuer: ["consent", "verification", "day"],
  custodian: ["day"],
  authority: ["disclosure"],
};

const reading = <A>(file: string, read: (database: DatabaseSync) => A): A => {
  const database = new DatabaseSync(file, { readOnly: true });
  try {
    return read(database);
  } finally {
    database.close();
  }
};

const numberOf = (row: Readonly<Record<string, unknown>> | undefined, column: string): number | undefined => {
  const value = row?.[column];
  return typeof value === "number" ? value : undefined;
};

/** For each deadline of each kind of row, the earliest one that still stands. */
export const earliestEnds = (folder: string): readonly EarliestEnd[] =>
  parties.flatMap((party) =>
    reading(`${folder}/${party}/store.sqlite`, (database) => {
      const rows = machineCores
        .filter(({ id }) => keptBy[party].includes(id))
        .flatMap(({ id, table }) =>
          Object.entries(table.deadlines).flatMap(([field, states]) => {
            const marks = states.map(() => "?").join(", ");
            const text = `SELECT MIN("${field}") AS earliest FROM ${id} WHERE state IN (${marks})`;
            const endsAt = numberOf(database.prepare(text).get(...states), "earliest");
            return endsAt === undefined ? [] : [{ party, what: id, endsAt }];
          }),
        );
      if (party !== "custodian") return rows;
      const visits = numberOf(
        database.prepare(`SELECT MIN("eraseAt") AS earliest FROM visit`).get(),
        "earliest",
      );
      return visits === undefined ? rows : [...rows, { party, what: "visit", endsAt: visits }];
    }),
  );

/** Whether a case stands in the custodian's register of releases, and in the issuer's of answers. */
export const registersOf = (
  folder: string,
  caseId: string,
): { readonly release: boolean; readonly answer: boolean } => ({
  release: reading(
    `${folder}/custodian/store.sqlite`,
    (database) => database.prepare("SELECT 1 FROM release WHERE case_id = ?").get(caseId) !== undefined,
  ),
  answer: reading(
    `${folder}/issuer/store.sqlite`,
    (database) => database.prepare("SELECT 1 FROM answered WHERE case_id = ?").get(caseId) !== undefined,
  ),
});
