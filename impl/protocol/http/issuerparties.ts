// What an issuer answers to other parties: its public keys, and the join under a case, which the authority alone may ask.
// A join is answered once; the same request again gets the same sealed answer until the case is over.
// No request here carries a place, and no answer a number that is not sealed to the two officers of the case.
import { Schema } from "effect";
import { LogProof } from "../../log/logproof.ts";
import { passSignedBytes } from "../pass.ts";
import { Bytes, PublicKey, bytesOf, bytesUpTo } from "./bytes.ts";
import { KnownCaller } from "./caller.ts";
import { HttpApi, HttpApiEndpoint, HttpApiGroup, OpenApi } from "./effecthttp.ts";
import { problemAnswers } from "./problem.ts";

/** More than a case may have, so that the law says what is too much. */
const recordsMost = 20_000;
const officersMost = 32;

export const Joins = HttpApiGroup.make("joins")
  .add(
    HttpApiEndpoint.get("keys", "/v1/keys", {
      success: Schema.Struct({ issuer: Schema.Int, sealing: PublicKey, answers: PublicKey }),
    }).annotate(
      OpenApi.Summary,
      "The keys to which shares are re-sealed, and under which answers are signed",
    ),
    HttpApiEndpoint.post("join", "/v1/joins", {
      payload: Schema.Struct({
        release: bytesUpTo(1_048_576),
        resealed: Schema.Array(bytesUpTo(2_097_152)).check(Schema.isMaxLength(officersMost)),
        records: Schema.Array(bytesOf(passSignedBytes)).check(Schema.isMaxLength(recordsMost)),
        logged: LogProof,
      }),
      success: Schema.Struct({
        answers: Schema.Array(Schema.Struct({ officer: Schema.Int, bytes: Bytes })),
        people: Schema.Int,
      }),
      error: problemAnswers(
        "release-forged",
        "officers-too-few",
        "record-unlisted",
        "case-records-exceeded",
        "nation-records-exceeded",
        "case-unlogged",
        "release-answered",
        "case-over",
      ),
    })
      .annotate(
        OpenApi.Summary,
        "Answers a release: the numbers behind its records, sealed to the two officers",
      )
      .annotate(OpenApi.Description, "The release must stand in the custodian's log, cosigned."),
  )
  .annotate(OpenApi.Description, "For the authority, under a case.")
  .middleware(KnownCaller);

export const joinsApi = HttpApi.make("entrylog").add(Joins);
