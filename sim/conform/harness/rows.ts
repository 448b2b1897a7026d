/**
 * Reads an instance and its remembered events out of the stored rows of a served party, brought back to the days of the case.
 * An instance without a row is one at rest. It compares nothing but the events, which no answer tells.
 */
import { Effect } from "effect";
import type { Value } from "../../../models/language/expression.ts";
import type { Instance } from "../../../models/language/interpret.ts";
import { machineOf } from "../../../models/machines.ts";
import type { Remembered } from "../contract.ts";
import type { Look } from "./storedrows.ts";

const valueOf = (found: unknown, kind: string, shiftMs: number): Value => {
  if (found === null || found === undefined) return null;
  if (kind === "flag") return Number(found) === 1;
  if (kind === "instant") return Number(found) - shiftMs;
  if (kind === "count") return Number(found);
  return typeof found === "string" ? found : null;
};

/** The instance under this key, with its instants earlier by so much. */
export const rowOf = Effect.fnUntraced(function* (look: Look, id: string, key: string, shiftMs: number) {
  const machine = machineOf(id);
  const fields = Object.entries(machine?.meta.fields ?? {});
  const columns = ["state", ...fields.map(([name]) => name)];
  const [row] = yield* look(id, columns, `key = '${key}'`);
  if (row === undefined) {
    const rest: Instance = { state: machine?.initial ?? "", fields: machine?.context ?? {} };
    return rest;
  }
  const found: Instance = {
    state: String(row[0]),
    fields: Object.fromEntries(
      fields.map(([name, { kind }], place) => [name, valueOf(row[place + 1], kind, shiftMs)]),
    ),
  };
  return found;
});

const inWords = ({ at, event, transition, state }: Remembered): string =>
  JSON.stringify([at, event, transition, state]);

/** The number of the last event that is stored of this key; 0 where there is none. */
export const lastEventOf = (look: Look, id: string, key: string): Effect.Effect<number> =>
  Effect.map(look(`${id}_event`, ["sequence"], `key = '${key}'`), (rows) =>
    Math.max(0, ...rows.map(([sequence]) => Number(sequence))),
  );

/** Where the stored events of these keys are others than foreseen, beginning behind one of that number. */
export const wrongEvents = Effect.fnUntraced(function* (
  look: Look,
  id: string,
  keys: readonly string[],
  remembered: readonly Remembered[],
  shiftMs: number,
  behind = 0,
) {
  const columns = ["at", "event", "transition", "state", "sequence"];
  const listed = keys.map((key) => `'${key}'`).join(", ");
  const rows =
    keys.length === 0
      ? []
      : yield* look(`${id}_event`, columns, `key IN (${listed}) AND sequence > ${String(behind)}`);
  const found = rows
    .toSorted((one, other) => Number(one[4]) - Number(other[4]))
    .map(([at, event, transition, state]) =>
      inWords({
        at: Number(at) - shiftMs,
        event: String(event),
        transition: String(transition),
        state: String(state),
      }),
    );
  const foreseen = remembered.map(inWords);
  return JSON.stringify(found) === JSON.stringify(foreseen)
    ? []
    : [`these events should be stored: ${foreseen.join(" ")}, and these are: ${found.join(" ")}`];
});
