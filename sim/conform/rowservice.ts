/**
 * A generated lifecycle service seen through one method, as conformance drives it: an event of the law by name, with what it brings.
 * `anyRowService` makes one for every lifecycle kept as rows over the form that all generated services share; tests bring their own,
 * which call the typed methods. It encodes, and decides nothing.
 */
import { Effect } from "effect";
import { machineCores, type ToldName } from "../../impl/generated/law.ts";
import { never } from "../../impl/lifecycle/core.ts";
import { makeLifecycleService, type LifecycleService } from "../../impl/lifecycle/lifecycleservice.ts";
import type { GivenField, MachineCore } from "../../impl/lifecycle/machinecore.ts";
import type { Refused } from "../../impl/lifecycle/refused.ts";
import type { Book } from "../../impl/store/book.ts";
import type { RowTable } from "../../impl/store/rowtable.ts";
import { Store } from "../../impl/store/store.ts";
import type { StoreUnavailable } from "../../impl/store/unavailable.ts";
import type { Value } from "../../models/language/expression.ts";
import type { Happening } from "../../models/language/interpret.ts";

export interface DrivenService extends Pick<LifecycleService, "read" | "sweep"> {
  readonly tell: (key: string, event: Happening) => Effect.Effect<ToldName, Refused | StoreUnavailable>;
}

export interface RowService {
  readonly table: RowTable;
  /** The service over this book of the store. */
  readonly over: (book: Book) => Effect.Effect<DrivenService, never, Store>;
}

const encoded = (value: Value | undefined, { kind, words }: GivenField): number | string => {
  if (value === undefined) return 0;
  switch (kind) {
    case "instant":
      return typeof value === "number" ? value : never;
    case "count":
    case "flag":
      return Number(value);
    case "choice":
      return words.indexOf(String(value));
    case "id":
      return String(value);
  }
};

const overCore = (core: MachineCore): RowService => ({
  table: core.table,
  over: (book) =>
    Effect.gen(function* () {
      const { read, sweep, send } = yield* makeLifecycleService(core, yield* Store, book);
      return {
        read,
        sweep,
        tell: (key, { type, given }) => {
          const number = core.events.findIndex(({ name }) => name === type) + 1;
          return send(
            key,
            number,
            core.givenFields.map((field) => encoded(given[field.name], field)),
          );
        },
      };
    }),
});

/** The service of a lifecycle kept as rows; nothing for any other. */
export const anyRowService = (machine: string): RowService | undefined => {
  const core = machineCores.find(({ id, keptAs }) => id === machine && keptAs === "row");
  return core === undefined ? undefined : overCore(core);
};
