// One process of a demonstration as its parent sees it: kept running, known to listen or not, and told how far ahead its clock shall be.
// The country holds one for each party, desk and the phone network. A process that died reads the clock's file when it starts again.
// What it says that cannot be read ends the demonstration: both sides are of one checkout.
import { fileURLToPath } from "node:url";
import { Deferred, Effect, Schema } from "effect";
import { exitCodes, Stop } from "../../impl/exit.ts";
import type { Child } from "../../impl/serve/child.ts";
import { keepRunning } from "../../impl/serve/keepingrunning.ts";
import type { Doings } from "./page/forms.ts";
import { Answer, Order, Told, type Part, type Places } from "./words.ts";

const program = fileURLToPath(new URL("./member.ts", import.meta.url));
/** Compiled once, so that ten processes start in half the time. */
const environment = {
  NODE_COMPILE_CACHE: fileURLToPath(new URL("../../.entrylog/compiled", import.meta.url)),
};
const setWithin = "60 seconds";

const decodeAnswer = Schema.decodeUnknownSync(Answer);
const encodeOrder = Schema.encodeSync(Order);
const encodeTold = Schema.encodeSync(Told);

export type News =
  /** It was started, or started again, and listens nowhere yet. */
  | { readonly kind: "started"; readonly name: string; readonly kill: () => void }
  | { readonly kind: "listens"; readonly name: string; readonly places: Places }
  | { readonly kind: "did"; readonly doings: Doings };
export type Heard = (news: News) => void;

export interface DemoProcess {
  readonly name: string;
  /** Where it listens, once it does. */
  readonly listens: Effect.Effect<Places>;
  /** Sets its clock, and waits until it is set. */
  readonly setAhead: (aheadMs: number) => Effect.Effect<void, Stop>;
  /** Keeps it running; ends only where it cannot be. */
  readonly run: Effect.Effect<never, Stop>;
}

export const makeProcess = (
  { name, clockFolder, part }: { readonly name: string; readonly clockFolder: string; readonly part: Part },
  heard: Heard,
): DemoProcess => {
  const listens = Deferred.makeUnsafe<Places>();
  const waiting = new Map<Deferred.Deferred<undefined>, number>();
  let child: Child | undefined;
  const isAt = (aheadMs: number): void => {
    for (const [set, wantedMs] of waiting)
      if (aheadMs >= wantedMs) Deferred.doneUnsafe(set, Effect.undefined);
  };
  return {
    name,
    listens: Deferred.await(listens),
    setAhead: (aheadMs) =>
      Effect.suspend(() => {
        const set = Deferred.makeUnsafe<undefined>();
        waiting.set(set, aheadMs);
        child?.tell(encodeTold({ aheadMs }));
        return Deferred.await(set).pipe(
          Effect.timeoutOrElse({
            duration: setWithin,
            orElse: () =>
              Effect.fail(
                new Stop({
                  code: exitCodes.usage,
                  reason: "clock-not-set",
                  sentence: `The clock of ${name} was not set: it does not answer.`,
                  advice:
                    "Its own words stand above. Stop the demonstration and start it again in the same folder.",
                }),
              ),
          }),
          Effect.ensuring(Effect.sync(() => waiting.delete(set))),
        );
      }),
    run: keepRunning(
      { name, program: [program], environment, words: [encodeOrder({ name, clockFolder, part })] },
      {
        started: (made) => {
          child = made;
          heard({ kind: "started", name, kill: made.kill });
        },
        heard: (line) => {
          const said = decodeAnswer(line);
          if (said.listens !== undefined) {
            Deferred.doneUnsafe(listens, Effect.succeed(said.listens));
            heard({ kind: "listens", name, places: said.listens });
          }
          if (said.doings !== undefined) heard({ kind: "did", doings: said.doings });
          isAt(said.aheadMs);
        },
      },
    ),
  };
};
