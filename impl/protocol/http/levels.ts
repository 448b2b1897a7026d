// How the national office tells a collecting party the crisis level: the same for custodian and issuers.
// Collection and issuing stop at once when the level does not allow them; erasure goes on whatever it says.
import { Schema } from "effect";
import { vocabularies } from "../../../models/policy.ts";
import { KnownCaller } from "./caller.ts";
import { HttpApi, HttpApiEndpoint, HttpApiGroup, OpenApi } from "./effecthttp.ts";
import { problemAnswers } from "./problem.ts";

export const CrisisLevel = Schema.Literals(vocabularies.crisisLevel);

export const Levels = HttpApiGroup.make("levels")
  .add(
    HttpApiEndpoint.put("announce", "/v1/crisis-level", {
      payload: Schema.Struct({ level: CrisisLevel }),
      success: Schema.Struct({ level: CrisisLevel }),
      error: problemAnswers("not-allowed"),
    }).annotate(OpenApi.Summary, "Tells the national crisis level"),
  )
  .annotate(OpenApi.Description, "For the national office.")
  .middleware(KnownCaller);

export const levelsApi = HttpApi.make("entrylog").add(Levels);
