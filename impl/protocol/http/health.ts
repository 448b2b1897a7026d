// Two questions that every party answers to everybody at its public listener: does the process run, and can it serve.
// Whoever runs the servers asks them; the second one says in words what is missing.
// Neither says how many people, records or cases there are.
import { Schema } from "effect";
import { HttpApi, HttpApiEndpoint, HttpApiGroup, OpenApi } from "./effecthttp.ts";
import { KnownCaller } from "./caller.ts";
import { problemAnswers } from "./problem.ts";

export const Health = HttpApiGroup.make("health")
  .add(
    HttpApiEndpoint.get("alive", "/health", {
      success: Schema.Struct({ status: Schema.Literal("alive") }),
    }).annotate(OpenApi.Summary, "The process runs, however busy it is"),
    HttpApiEndpoint.get("ready", "/ready", {
      success: Schema.Struct({ status: Schema.Literal("ready") }),
      error: problemAnswers("not-ready"),
    }).annotate(OpenApi.Summary, "The party can serve: its store answers, and what it needs is there"),
  )
  .annotate(OpenApi.Description, "Whether the party runs, and whether it can serve.")
  .middleware(KnownCaller);

export const healthApi = HttpApi.make("entrylog").add(Health);
