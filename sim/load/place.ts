// Where a load goes: the addresses of an issuer, a custodian and the phone network that shows the codes.
// They are given, or everybody is started for the load: each party a process of its own, as a deployment has it, in a folder of this run.
// What is started is stopped with the scope. What runs elsewhere is only asked.
import { Deferred, Effect } from "effect";
import { exitCodes, Stop } from "../../impl/exit.ts";
import { announceLevel } from "../../impl/office/asking.ts";
import { readPeers } from "../../impl/serve/cards.ts";
import { startChild } from "../../impl/serve/child.ts";
import { withVaultIn } from "../../impl/serve/holders.ts";
import { stopOf } from "../../impl/serve/notstarted.ts";
import { tlsIdentityOf, tlsKey } from "../../impl/server/identity.ts";
import type { CrisisLevel } from "../../impl/protocol/http/levels.ts";

export interface Place {
  /** The public address of an issuer. */
  readonly issuer: string;
  /** The address of the custodian at which devices prove their keys. */
  readonly custodian: string;
  readonly carrier: string;
}

/** Everybody who was started, with the address at which the custodian tells its counts. */
export interface StartedPlace extends Place {
  readonly counts: string;
}

const notStarted = (what: string): Stop =>
  new Stop({
    code: exitCodes.usage,
    reason: "servers-not-started",
    sentence: `${what}.`,
    advice: "The parties' own words stand above.",
  });

/** The national office in the folder tells issuer and custodian the crisis level. */
export const announce = Effect.fnUntraced(
  function* (folder: string, level: typeof CrisisLevel.Type) {
    const office = `${folder}/office`;
    const identity = yield* tlsIdentityOf(yield* withVaultIn(office, tlsKey), "office");
    for (const { party, failure } of yield* announceLevel(identity, yield* readPeers(office), level)) {
      if (failure !== undefined)
        return yield* notStarted(`${party} was not told the crisis level: ${failure.message}`);
    }
  },
  Effect.mapError((failure) => (failure instanceof Stop ? failure : stopOf(failure))),
);

const addressOf = (lines: readonly string[], listener: string): string =>
  lines.find((line) => line.startsWith(`${listener} `))?.slice(listener.length + 1) ?? "";

const allRun = "Everybody runs";

/** Starts everybody in the folder, with one issuer. */
export const startEverybody = Effect.fnUntraced(function* (folder: string, preset: string) {
  const lines: string[] = [];
  const runs = Deferred.makeUnsafe<undefined>();
  const words = ["--dir", folder, "--issuers", "1", "--preset", preset, "--free-ports", "--until-input-ends"];
  const { ended } = yield* startChild(["serve", "all", ...words], (line) => {
    lines.push(line);
    if (line.startsWith(allRun)) Deferred.doneUnsafe(runs, Effect.undefined);
  });
  yield* Effect.raceFirst(
    Deferred.await(runs),
    Effect.flatMap(ended, () => Effect.fail(notStarted("The parties of the load could not be started"))),
  );
  return {
    issuer: addressOf(lines, "issuer-1 public"),
    custodian: addressOf(lines, "custodian parties"),
    carrier: addressOf(lines, "carrier"),
    counts: addressOf(lines, "custodian public"),
  } satisfies StartedPlace;
});
