import { Effect } from "effect";
import { Command } from "effect/cli";
import { NodeRuntime, NodeServices } from "@effect/platform-node";
import { benchCommand } from "./command.ts";
NodeRuntime.runMain(
  Command.run(benchCommand, { version: "0" }).pipe(Effect.provide(NodeServices.layer)) as any,
);
