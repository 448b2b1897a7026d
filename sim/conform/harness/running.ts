/**
 * The served parties of a country while they run, each in a scope of its own, so that one can be closed and opened again alone: as after
 * a restart of its process, and under another law as after a new version of its program. Whatever it keeps in memory only is gone then.
 * A party opens at the ports that its configuration names, every time.
 */
import { Effect, Exit, Scope, type FileSystem, type Path } from "effect";
import type { ServedParty } from "../../../impl/serve/configuration.ts";
import type { Member } from "../../../impl/serve/members.ts";
import { openParty, type Opened } from "../../../impl/serve/opening.ts";
import type { Policy } from "../../../models/policy.ts";
import type { SettableClock } from "./settableclock.ts";

export const makeRunning = Effect.fnUntraced(function* (
  folder: string,
  members: readonly Member[],
  clocks: Readonly<Record<ServedParty, SettableClock>>,
) {
  const around = yield* Effect.scope;
  const context = yield* Effect.context<FileSystem.FileSystem | Path.Path>();
  const running = new Map<ServedParty, { readonly scope: Scope.Closeable; readonly urls: Opened["urls"] }>();

  const open = Effect.fnUntraced(function* (party: ServedParty, law?: Policy) {
    const name = members.find((one) => one.party === party)?.name ?? "";
    const scope = yield* Scope.fork(around);
    // The clock is everybody's of this party, whatever is forked while it is open.
    const { urls } = yield* openParty(`${folder}/${name}`, party, { law }).pipe(
      Scope.provide(scope),
      Effect.provide(clocks[party].layer),
      Effect.provideContext(context),
    );
    running.set(party, { scope, urls });
  });

  return {
    open,
    reopen: (party: ServedParty, law?: Policy): Effect.Effect<void> =>
      Effect.orDie(
        Effect.suspend(() => {
          const before = running.get(party);
          const closed = before === undefined ? Effect.void : Scope.close(before.scope, Exit.void);
          return Effect.andThen(closed, open(party, law));
        }),
      ),
    urlOf: (party: ServedParty, listener: "public" | "parties"): string =>
      running.get(party)?.urls[listener] ?? "",
  };
});
