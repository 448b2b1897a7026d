/**
 * All of ours as one system under test: lifecycles kept as rows, the rules of the parties, and the passes and visits that go through them.
 * Each thing that is tried is made by the first that keeps such a thing; what none of them keeps is not offered.
 * Every part has a folder of its own below the one that is given.
 */
import { Effect, FileSystem } from "effect";
import type { SystemFault, SystemUnderTest } from "./contract.ts";
import { makeParties } from "./parties/partysystem.ts";
import { makeTokens } from "./parties/tokensystem.ts";
import { makeServices } from "./services.ts";

/** Asks one after the other until one offers what is wanted; the last one's refusal stands. */
export const firstOffering = (
  name: string,
  [first, ...others]: readonly [SystemUnderTest, ...SystemUnderTest[]],
): SystemUnderTest => ({
  name,
  create: (subject, atMs) =>
    others.reduce(
      (asked, other) =>
        Effect.catchTag(asked, "SystemFault", (fault: SystemFault) =>
          fault.reason === "not-offered" ? other.create(subject, atMs) : Effect.fail(fault),
        ),
      first.create(subject, atMs),
    ),
});

/** Our own services in this process, for as long as the scope is open. */
export const makeOurselves = Effect.fnUntraced(function* (folder: string) {
  const files = yield* FileSystem.FileSystem;
  const below = Effect.fnUntraced(function* (name: string) {
    yield* files.makeDirectory(`${folder}/${name}`, { recursive: true });
    return `${folder}/${name}`;
  });
  return firstOffering("the services in this process", [
    yield* makeServices({ folder: yield* below("rows") }),
    makeParties(yield* below("rules")),
    makeTokens(yield* below("passes")),
  ]);
});
