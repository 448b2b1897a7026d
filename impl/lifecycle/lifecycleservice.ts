/**
 * One lifecycle as a service over its book: an event is loaded, settled, decided and written in one transaction.
 * The generated services give each event a typed method over this; a read first lets what is due expire, so that a late sweep never lengthens a right.
 * The sweep fires what is due, the earliest first, and needs nobody to ask for it.
 */
import { Effect } from "effect";
import type { Value } from "../../models/language/expression.ts";
import type { ToldName } from "../generated/law.ts";
import type { Book } from "../store/book.ts";
import { inOneBatch } from "../store/batch.ts";
import type { StoreService } from "../store/store.ts";
import type { StoreUnavailable } from "../store/unavailable.ts";
import { PolicyInForce, makeDesk, toldIn, type Desk } from "./desk.ts";
import { PartyNow } from "./partyclock.ts";
import type { MachineCore, OpenCore } from "./machinecore.ts";
import { never } from "./core.ts";
import { Refused, isRefusal, refusalCode, toldName } from "./refused.ts";

export interface Row {
  readonly state: string;
  /** Instants in ms, or null. */
  readonly fields: Readonly<Record<string, Value>>;
}

export interface LifecycleService {
  /** Sends an event to the instance of this key, now; the given fields in the order of the machine's declaration, ids as text. */
  readonly send: (
    key: string,
    event: number,
    given: readonly (number | string)[],
  ) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
  /** The row as it stands now, deadlines included. */
  readonly read: (key: string) => Effect.Effect<Row, StoreUnavailable>;
  /** Fires what is due now, at most so many instances; answers the keys of those it changed, and lets a listener hear what was told. */
  readonly sweep: (
    instancesMax: number,
    hears?: (key: string, told: ToldName) => void,
  ) => Effect.Effect<readonly string[], StoreUnavailable>;
}

const opened = (machine: MachineCore, book: Book): OpenCore => {
  const core = machine.open(book.columns);
  if (core === undefined) throw new TypeError(`the book of ${book.table.machine} is not of ${machine.id}`);
  return core;
};

const rowOf = (machine: MachineCore, book: Book, slot: number): Row => ({
  state: machine.table.states[book.columns.state[slot] ?? 0] ?? "",
  fields: Object.fromEntries<Value>(
    machine.table.fields.map(({ name, kind }): readonly [string, Value] => {
      const value = book.columns[name]?.[slot] ?? 0;
      switch (kind) {
        case "instant":
          return [name, value === never ? null : value];
        case "count":
          return [name, value];
        case "flag":
          return [name, value === 1];
        case "choice":
          return [name, machine.table.choices[name]?.[value] ?? null];
        case "id":
          return [name, book.textOf(value) ?? null];
      }
    }),
  ),
});

const answerOf = (machine: MachineCore, taken: number): number => {
  const info = machine.transitions[taken - 1];
  return info === undefined ? 1 : info.refusal > 0 ? info.refusal : -info.told;
};

const ignore = (): void => undefined;

/** Makes the service of one machine over its book; the policy is the one in force when it is made. */
export const makeLifecycleService = Effect.fnUntraced(function* (
  machine: MachineCore,
  store: StoreService,
  book: Book,
) {
  const desk: Desk = makeDesk(yield* PolicyInForce, [book]);
  const present = yield* PartyNow;

  const send: LifecycleService["send"] = Effect.fnUntraced(function* (key, event, given) {
    const now = yield* present;
    const answer = yield* inOneBatch(
      store,
      [book],
      Effect.map(book.load([key]), ([slot]) => {
        const numbers = given.map((value) => (typeof value === "string" ? book.idOf(value) : value));
        const taken = opened(machine, book).step(slot ?? 0, event, numbers, now, desk.policy, desk.log);
        desk.absorb();
        return answerOf(machine, taken);
      }),
    );
    if (isRefusal(answer)) return yield* new Refused({ code: refusalCode(answer) });
    return toldName(answer);
  });

  const settled = (
    keys: readonly string[],
    now: number,
    hears: (key: string, told: ToldName) => void = ignore,
  ) =>
    Effect.map(book.load(keys), (slots) => {
      const core = opened(machine, book);
      for (const slot of slots) {
        core.settle(slot, 0, now, desk.policy, desk.log);
        for (const told of toldIn(desk.log)) hears(book.keyOf(slot), told);
        // One at a time: the log has room for what one instance can take, not for thousands.
        desk.absorb();
      }
      return slots;
    });

  const read: LifecycleService["read"] = Effect.fnUntraced(function* (key) {
    const now = yield* present;
    return yield* inOneBatch(
      store,
      [book],
      Effect.map(settled([key], now), ([slot]) => rowOf(machine, book, slot ?? 0)),
    );
  });

  const sweep: LifecycleService["sweep"] = Effect.fnUntraced(function* (instancesMax, hears) {
    const now = yield* present;
    const due = yield* book.due(now, instancesMax);
    if (due.length > 0) yield* inOneBatch(store, [book], settled(due, now, hears));
    return due;
  });

  return { send, read, sweep } satisfies LifecycleService;
});
