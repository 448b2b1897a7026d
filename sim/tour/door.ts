// The venue of the story as a party of its own: its folder, its device's key, its registration, and the scanner at its door.
// It sends what it scans to the real custodian and learns admitted or why not, nothing else (clause S11).
// A refusal is an answer like any other, and comes back as its code.
import { Context, Effect, FileSystem, Layer, type Scope } from "effect";
import type { RefusalCode } from "../../impl/generated/law.ts";
import type { Refused } from "../../impl/lifecycle/refused.ts";
import { CustodianPort } from "../../impl/protocol/contracts.ts";
import type { PassVersion } from "../../impl/protocol/pass.ts";
import { randomBytes } from "../../impl/protocol/randomness.ts";
import { rootKeyFileLayer } from "../../impl/store/rootkey.ts";
import { storeLayer } from "../../impl/store/sqlite.ts";
import type { StoreUnavailable } from "../../impl/store/unavailable.ts";
import { vaultFolderLayer } from "../../impl/store/vaultfolder.ts";
import { Venue, venueLayer } from "../../impl/venue/venue.ts";

export interface Door {
  /** The number under which the venue is registered. */
  readonly venue: number;
  readonly register: Effect.Effect<void, Refused | StoreUnavailable>;
  /** Shows a code to the scanner: undefined when the person may enter. */
  readonly show: (text: string) => Effect.Effect<RefusalCode | undefined, StoreUnavailable>;
}

/** A number long enough that finding it in a file is no accident. */
const storyVenue = 1_120_733_519;
const kind = "karaoke";

export const openDoor = Effect.fnUntraced(function* (
  folder: string,
  version: PassVersion,
  custodian: CustodianPort["Service"],
): Effect.fn.Return<Door, StoreUnavailable, FileSystem.FileSystem | Scope.Scope> {
  const files = yield* FileSystem.FileSystem;
  yield* Effect.orDie(files.makeDirectory(folder, { recursive: true, mode: 0o700 }));
  const vaultFolder = `${folder}/vault`;
  const rooms = Layer.merge(
    vaultFolderLayer({ folder: vaultFolder }).pipe(
      Layer.provide(rootKeyFileLayer({ file: `${folder}/root.key`, vaultFolder, randomBytes })),
    ),
    storeLayer({ file: `${folder}/store.sqlite`, durability: "normal" }),
  );
  const built = yield* Layer.build(
    venueLayer(version).pipe(Layer.provide(rooms), Layer.provide(Layer.succeed(CustodianPort, custodian))),
  );
  const scanner = Context.get(built, Venue);
  return {
    venue: storyVenue,
    register: scanner.register({ venue: storyVenue, kind }),
    show: (text) =>
      scanner.scan(text).pipe(
        Effect.as(undefined),
        Effect.catchTag("Refused", ({ code }) => Effect.succeed(code)),
      ),
  };
});
