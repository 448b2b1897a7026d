// `entrylog migrate PARTY --dir DIR`: brings a party's store under the law of this program, while nobody serves it.
// A store of another law erases and takes nothing new; an administrator decides when it is migrated, and reads first what has changed.
// All of it is migrated, or nothing: one row that the law does not allow keeps everything as it was.
import { Console, Effect } from "effect";
import { Argument, Command, Flag } from "effect/cli";
import {
  consentTable,
  crisisTable,
  dayTable,
  disclosureTable,
  verificationTable,
} from "../generated/tables.ts";
import { migrateLaw } from "../store/lawmigration.ts";
import { Store } from "../store/store.ts";
import { servedParties } from "./configuration.ts";
import { stopOf } from "./notstarted.ts";
import { readConfiguration } from "./opening.ts";
import { roomsIn } from "./rooms.ts";

/** Every lifecycle that is kept as rows; a party has some of them. */
const tables = [crisisTable, consentTable, verificationTable, dayTable, disclosureTable];

export const migrateCommand = Command.make(
  "migrate",
  {
    party: Argument.Literals("party", [...servedParties]),
    dir: Flag.Path("dir").pipe(Flag.withDescription("the party's own folder")),
  },
  ({ party, dir }) =>
    Effect.gen(function* () {
      const configuration = yield* readConfiguration(dir, party);
      const moved = yield* Effect.provide(
        Effect.flatMap(Store, (store) => migrateLaw(store, tables)),
        roomsIn(dir, configuration),
      );
      yield* Console.log(
        `${configuration.name} is under the law of this program; rows moved: ${String(moved)}`,
      );
    }).pipe(Effect.mapError(stopOf)),
).pipe(Command.withDescription("Bring a store that was made under another law under this one"));
