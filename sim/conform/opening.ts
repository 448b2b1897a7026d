/**
 * Opens lifecycle services over real SQLite files for trials, and keeps files open for the next trial, because making a file takes
 * longer than all that a trial does in it. What a trial has left is taken out of its file before another one gets it.
 * A service that reopens has its file closed and opened again before everything that is done. All is closed with the scope.
 */
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { Context, Effect, Layer, type Scope } from "effect";
import { PolicyInForce } from "../../impl/lifecycle/desk.ts";
import { makeBook } from "../../impl/store/book.ts";
import { storeLayer } from "../../impl/store/sqlite.ts";
import { Store, type StoreService } from "../../impl/store/store.ts";
import type { StoreUnavailable } from "../../impl/store/unavailable.ts";
import type { Policy } from "../../models/policy.ts";
import type { DrivenService, RowService } from "./rowservice.ts";

export type Using = <A, E>(
  use: (service: DrivenService) => Effect.Effect<A, E>,
) => Effect.Effect<A, E | StoreUnavailable>;

/** One file with its service, for one trial at a time. */
export interface Opened {
  readonly file: string;
  readonly using: Using;
}

export interface Opening {
  readonly folder: string;
  readonly reopens: boolean;
  /** What stands between the services and their file. */
  readonly between: (store: StoreService) => StoreService;
}

const openIn = Effect.fnUntraced(function* (
  scope: Scope.Scope,
  file: string,
  { table, over }: RowService,
  policy: Policy,
  between: Opening["between"],
) {
  const context = yield* Layer.buildWithScope(storeLayer({ file, durability: "normal" }), scope);
  const store = between(Context.get(context, Store));
  yield* store.script(table.createSql);
  return yield* over(makeBook(store, table)).pipe(
    Effect.provideService(Store, store),
    Effect.provideService(PolicyInForce, policy),
  );
});

/** Takes everything of the machine out of the file. */
const emptied = (file: string, machine: string): void => {
  const database = new DatabaseSync(file, { timeout: 5_000 });
  database.exec(`DELETE FROM ${machine}_event; DELETE FROM ${machine};`);
  database.close();
};

/** Files for trials, each given to one at a time. */
export const makeOpener = Effect.fnUntraced(function* ({ folder, reopens, between }: Opening) {
  const scope = yield* Effect.scope;
  const free = new Map<string, Opened[]>();
  let files = 0;
  const using = Effect.fnUntraced(function* (file: string, service: RowService, policy: Policy) {
    if (reopens) {
      const again: Using = (use) =>
        Effect.scoped(
          Effect.gen(function* () {
            return yield* use(yield* openIn(yield* Effect.scope, file, service, policy, between));
          }),
        );
      // Made now, so that a trial finds its tables.
      yield* again(() => Effect.void);
      return again;
    }
    const opened = yield* openIn(scope, file, service, policy, between);
    const once: Using = (use) => use(opened);
    return once;
  });
  return {
    /** A file with nothing in it. */
    take: Effect.fnUntraced(function* (service: RowService, policy: Policy) {
      const { machine } = service.table;
      const before = free.get(`${machine} ${policy.preset}`)?.pop();
      if (before !== undefined) return before;
      files += 1;
      const file = join(folder, `${machine}-${files}.sqlite`);
      const opened: Opened = { file, using: yield* using(file, service, policy) };
      return opened;
    }),
    /** Empties the file for the next trial. */
    giveBack: (opened: Opened, { table: { machine } }: RowService, { preset }: Policy) =>
      Effect.sync(() => {
        emptied(opened.file, machine);
        const name = `${machine} ${preset}`;
        free.set(name, [...(free.get(name) ?? []), opened]);
      }),
  };
});
