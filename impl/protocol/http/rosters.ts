// How a party is told of a change of the officers' roster, and asked which roster it keeps: the same for custodian,
// issuers and authority, because each keeps its own by its own clock. A roster says itself who signed it; that an officer
// brings it adds nothing to it. A standing officer may stop one that waits.
import { Schema } from "effect";
import { Bytes, bytesOf, bytesUpTo } from "./bytes.ts";
import { KnownCaller } from "./caller.ts";
import { HttpApi, HttpApiEndpoint, HttpApiGroup, OpenApi } from "./effecthttp.ts";
import { problemAnswers } from "./problem.ts";

/** Room for the most officers a roster may have, and as many signatures. */
const signedBytesMost = 16_384;

export const Kept = Schema.Struct({ sequence: Schema.Int, hash: bytesOf(32), signed: Bytes });
export const Waiting = Schema.Struct({ ...Kept.fields, inForceAtMs: Schema.Int });

export const Rosters = HttpApiGroup.make("rosters")
  .add(
    HttpApiEndpoint.get("read", "/v1/roster", {
      success: Schema.Struct({ standing: Kept, waiting: Schema.NullOr(Waiting) }),
    }).annotate(OpenApi.Summary, "The roster that stands here, and the one that waits"),
    HttpApiEndpoint.post("announce", "/v1/roster/changes", {
      payload: Schema.Struct({ signed: bytesUpTo(signedBytesMost) }),
      success: Waiting,
      error: problemAnswers(
        "roster-unreadable",
        "roster-out-of-turn",
        "roster-keeper-missing",
        "roster-officers-too-few",
        "roster-pending",
        "roster-stopped",
        "roster-too-small",
        "roster-key-twice",
        "roster-number-reused",
      ),
    })
      .annotate(OpenApi.Summary, "Announces the roster that follows; it takes force after the policy's wait")
      .annotate(
        OpenApi.Description,
        "Signed by two officers who stand and by the keeper. The same again is no mistake.",
      ),
    HttpApiEndpoint.post("stop", "/v1/roster/stops", {
      payload: Schema.Struct({ hash: bytesOf(32), signature: bytesOf(64) }),
      success: Schema.Struct({ stopped: Schema.Literal(true) }),
      error: problemAnswers("roster-unknown", "roster-stop-forged"),
    }).annotate(OpenApi.Summary, "A standing officer's word against the roster that waits"),
  )
  .annotate(OpenApi.Description, "For officers.")
  .middleware(KnownCaller);

export const rostersApi = HttpApi.make("entrylog").add(Rosters);
