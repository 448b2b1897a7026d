import { NodeRuntime, NodeServices } from "@effect/platform-node";
import { Effect } from "effect";
import { Command } from "effect/cli";
import { tourCommand } from "/work/main/sim/tour/command.ts";
tourCommand.pipe(Command.run({ version: "0" }), Effect.provide(NodeServices.layer), NodeRuntime.runMain);
