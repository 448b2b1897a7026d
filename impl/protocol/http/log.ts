// The public log of a party as everybody reads it: the latest cosigned checkpoint, the tiles of its tree and its entries in the
// layout that C2SP publishes (c2sp.org/tlog-tiles), and beside them all cosigned checkpoints and what the party saw of others.
// Custodian, issuers and authority serve all of it, the board what it witnessed. No answer names a person or a place.
import { Schema } from "effect";
import { HttpApi, HttpApiEndpoint, HttpApiGroup, HttpApiSchema, OpenApi } from "./effecthttp.ts";
import { KnownCaller } from "./caller.ts";
import { problemAnswers } from "./problem.ts";

const NoteText = Schema.String.annotate({ description: "A signed note (c2sp.org/signed-note)" });
const TileBytes = Schema.Uint8Array.pipe(
  HttpApiSchema.asUint8Array({ contentType: "application/octet-stream" }),
);
const Part = Schema.String.check(Schema.isMaxLength(7));
const tile = { success: TileBytes, error: problemAnswers("not-found") };

/** At most so many checkpoints in one answer; ask again after the last one's size. */
export const CheckpointPage = Schema.Struct({ checkpoints: Schema.Array(NoteText) });

export const WitnessedLogs = Schema.Struct({
  logs: Schema.Array(
    Schema.Struct({
      origin: Schema.String,
      /** The last checkpoint that this party cosigned. */
      checkpoint: NoteText,
      /** Checkpoints under the log's signature that do not continue it. */
      evidence: Schema.Array(NoteText),
    }),
  ),
});

const sizeInQuery = Schema.NumberFromString.check(Schema.isInt(), Schema.isGreaterThanOrEqualTo(0));

export const Log = HttpApiGroup.make("log")
  .add(
    HttpApiEndpoint.get("checkpoint", "/log/checkpoint", {
      success: NoteText.pipe(HttpApiSchema.asText({ contentType: "text/plain; charset=utf-8" })),
    }).annotate(OpenApi.Summary, "The latest cosigned checkpoint"),
  )
  .add(
    HttpApiEndpoint.get("checkpoints", "/log/checkpoints", {
      query: { after: Schema.optionalKey(sizeInQuery) },
      success: CheckpointPage,
    }).annotate(OpenApi.Summary, "Cosigned checkpoints of trees larger than a size, the smallest first"),
  )
  .add(
    HttpApiEndpoint.get("tile", "/log/tile/:level/:first", {
      params: { level: Part, first: Part },
      ...tile,
    }).annotate(OpenApi.Summary, "A full tile, such as 0/000, or the entries below one, such as entries/000"),
  )
  .add(
    HttpApiEndpoint.get("tileOfTwo", "/log/tile/:level/:first/:second", {
      params: { level: Part, first: Part, second: Part },
      ...tile,
    }).annotate(
      OpenApi.Summary,
      "A partial tile, such as 0/000.p/17, or a full one beyond 999, such as 0/x001/000",
    ),
  )
  .add(
    HttpApiEndpoint.get("tileOfThree", "/log/tile/:level/:first/:second/:third", {
      params: { level: Part, first: Part, second: Part, third: Part },
      ...tile,
    }).annotate(OpenApi.Summary, "A partial tile beyond 999, such as 0/x001/000.p/17"),
  )
  .annotate(OpenApi.Description, "The party's append-only log, for everybody.")
  .middleware(KnownCaller);

export const Witnessed = HttpApiGroup.make("witnessed")
  .add(
    HttpApiEndpoint.get("logs", "/log/witnessed", { success: WitnessedLogs }).annotate(
      OpenApi.Summary,
      "What this party has cosigned of the other parties' logs, and what speaks against them",
    ),
  )
  .annotate(OpenApi.Description, "This party as a witness, for everybody.")
  .middleware(KnownCaller);

export const logApi = HttpApi.make("entrylog").add(Log, Witnessed);
export const witnessedApi = HttpApi.make("entrylog").add(Witnessed);
