// The law in the files themselves: rows that real services wrote, changed by hand against the law, are refused by SQLite.
// An unknown state, a state that keeps no row, a field said where the state does not keep it, a word or number outside its
// domain, an event without its row: each is tried in every state that is stored, and so is what the law allows.
import { join } from "node:path";
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import { atRest, type Field } from "../../models/language/fields.ts";
import type { Instance } from "../../models/language/interpret.ts";
import { presets } from "../../models/policy.ts";
import { freshFolder } from "../impl/store/freshfolder.ts";
import { onTestClock, opened } from "./opened.ts";
import { makeReference } from "./reference.ts";
import { rowMachines, type RowMachine } from "./rowmachines.ts";
import { refusalBySqlite, storedIn } from "./storedrows.ts";
import { talesOf, type Tale } from "./timedpaths.ts";
import { key } from "./walk.ts";

/** Where a tale ends. */
const endOf = ({ machine }: RowMachine, { preset, steps }: Tale): Instance => {
  const reference = makeReference(machine, presets[preset], key);
  for (const { now, event } of steps) reference.step(event, now);
  return reference.standing();
};

/** Lets a service write the row; its answers are the business of rows.test.ts. */
const written = (row: RowMachine, { preset, steps }: Tale, file: string): Promise<void> =>
  onTestClock(
    opened(row, file, presets[preset], (service) =>
      Effect.forEach(
        steps,
        ({ now, event }) =>
          TestClock.setTime(now).pipe(
            Effect.andThen(Effect.ignore(event === undefined ? service.read(key) : service.tell(key, event))),
          ),
        { discard: true },
      ),
    ),
  );

/** A value by which the field says something, as SQL. */
const saying = (field: Field): string => {
  switch (field.kind) {
    case "instant":
    case "count":
    case "flag":
      return "1";
    case "choice":
      return `'${field.words.at(-1) ?? ""}'`;
    case "id":
      return "'somebody'";
  }
};

/** Values that the field can never have, as SQL. */
const impossible = (field: Field): readonly string[] => {
  switch (field.kind) {
    case "instant":
      return ["-1", "'soon'", "0.5"];
    case "count":
      return ["-1", String(field.most + 1), "NULL", "0.5"];
    case "flag":
      return ["2", "NULL"];
    case "choice":
      return ["'promised'", "NULL", "0"];
    case "id":
      return [];
  }
};

const stored = rowMachines.flatMap((row) => {
  const { tales } = talesOf(row.machine);
  return Object.entries(row.machine.states)
    .filter(([, { meta }]) => meta.gone !== true)
    .map(([state]) => {
      // Crisis begins in a state that is stored only once something was said.
      const tale = tales.find((one) => endOf(row, one).state === state);
      return { id: row.machine.id, state, row, tale };
    });
});

describe.for(stored)("a $id that is $state", ({ id, state, row, tale }) => {
  const { machine } = row;
  const fields = Object.entries(machine.meta.fields);
  const keeps = (name: string, where: string) => machine.states[where]?.meta.keeps.includes(name) === true;

  it("can be changed by hand within the law only", async () => {
    if (tale === undefined) throw new Error(`no tale ends in ${state}`);
    const file = join(freshFolder(), `${id}.sqlite`);
    await written(row, tale, file);
    const before = storedIn(file, id);
    expect(before.rows.map((one) => one["state"])).toEqual([state]);
    const said = endOf(row, tale).fields;

    const changed = (name: string, value: string) =>
      refusalBySqlite(file, `UPDATE ${id} SET "${name}" = ${value}`);
    const lawful = [changed("state", "state"), ...fields.map(([name]) => changed(name, `"${name}"`))];
    expect(lawful.filter((refusal) => refusal !== undefined)).toEqual([]);

    const against = [
      ["state", "'promised'"],
      ["state", "NULL"],
      ...Object.entries(machine.states).flatMap(([name, { meta }]) =>
        meta.gone === true ? [["state", `'${name}'`]] : [],
      ),
      ...fields.flatMap(([name, field]) => (keeps(name, state) ? [] : [[name, saying(field)]])),
      ...fields.flatMap(([name, field]) => impossible(field).map((value) => [name, value])),
    ];
    const allowed = against.filter(
      ([name = "", value = ""]) => !/constraint failed|cannot store/.test(changed(name, value) ?? ""),
    );
    expect(allowed).toEqual([]);

    // Into another state exactly when that state keeps all that is said.
    for (const [other, { meta }] of Object.entries(machine.states)) {
      if (meta.gone === true) continue;
      const fits = fields.every(([name, field]) => keeps(name, other) || said[name] === atRest(field));
      expect([other, changed("state", `'${other}'`) === undefined]).toEqual([other, fits]);
    }

    const event = (owner: string, sequence: number) =>
      refusalBySqlite(
        file,
        `INSERT INTO ${id}_event VALUES ('${owner}', ${sequence}, 1, 'by.hand', 'by hand', '${state}')`,
      );
    expect(event("nobody", 1)).toMatch(/FOREIGN KEY constraint failed/);
    expect(event(key, 0)).toMatch(/CHECK constraint failed/);
    expect(event(key, 1_000)).toBeUndefined();
    expect(storedIn(file, id)).toEqual(before);
  });
});
