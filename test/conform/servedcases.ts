// Cases played against a served country of its own, which is closed with them, as the suites over HTTP do it.
// A share of them in `npm test`, all of them with FULL_TESTS=1.
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect } from "effect";
import type { Case } from "../../sim/conform/case.ts";
import { makeServed, type ServedOptions } from "../../sim/conform/harness/served.ts";
import { runCases } from "../../sim/conform/run.ts";
import { seed } from "../equal/seed.ts";
import { freshFolder } from "../impl/store/freshfolder.ts";

export const full = process.env["FULL_TESTS"] === "1";

/** All of them, or every so many-th. */
export const some = (cases: readonly Case[], each: number): readonly Case[] =>
  full ? cases : cases.filter((_, place) => place % each === 0);

export const run = (options: Omit<ServedOptions, "folder">, cases: readonly Case[]) =>
  Effect.runPromise(
    makeServed({ folder: freshFolder(), ...options }).pipe(
      Effect.flatMap((system) => runCases(system, cases, seed)),
      Effect.scoped,
      Effect.provide(NodeServices.layer),
    ),
  );
