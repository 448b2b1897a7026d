// How a party asks another to cosign its log: one call in the form that C2SP publishes (c2sp.org/tlog-witness), between
// parties only. The body and both answers are plain text as published, so that witnesses and logs of others fit;
// everything else that can go wrong is a problem document with the published status.
import { Schema } from "effect";
import { HttpApi, HttpApiEndpoint, HttpApiGroup, HttpApiSchema, OpenApi } from "./effecthttp.ts";
import { KnownCaller } from "./caller.ts";
import { problemAnswers } from "./problem.ts";

export const witnessPath = "/v1/witness/add-checkpoint";

/** The media type of the answer 409, which tells the size that the witness has cosigned last. */
export const sizeMediaType = "text/x.tlog.size";

const Text = Schema.String.check(Schema.isMaxLength(65_536));

const OtherSize = Text.annotate({
  description: "The witness has cosigned another size last: this one, in decimal, and a newline",
}).pipe(HttpApiSchema.status(409), HttpApiSchema.asText({ contentType: sizeMediaType }));

export const Witnessing = HttpApiGroup.make("witness")
  .add(
    HttpApiEndpoint.post("addCheckpoint", witnessPath, {
      payload: Text.annotate({
        description: "old SIZE, a consistency proof, an empty line, and a checkpoint",
      }).pipe(HttpApiSchema.asText({ contentType: "text/plain" })),
      success: Text.annotate({ description: "Signature lines of a note" }).pipe(
        HttpApiSchema.asText({ contentType: "text/plain; charset=utf-8" }),
      ),
      error: [
        OtherSize,
        ...problemAnswers("checkpoint-malformed", "checkpoint-unsigned", "log-unknown", "log-inconsistent"),
      ],
    }).annotate(OpenApi.Summary, "Cosigns a checkpoint that continues what this party has cosigned before"),
  )
  .annotate(OpenApi.Description, "This party as a witness of the others' logs.")
  .middleware(KnownCaller);

export const witnessApi = HttpApi.make("entrylog").add(Witnessing);
