// What a venue answers at its own door: to the people who work there, with the door's key, on the venue's own machine.
// They register the venue, show a challenge, hold a scanner to a pass and learn admitted or why not; and how many scans
// wait. Nothing here says who stands at the door, and nothing that was scanned can be read again.
import { Schema } from "effect";
import {
  Admitted,
  HeldScans,
  HeldTaken,
  NewScan,
  Registration,
  Standing,
  VenueNumber,
  WaitingNow,
} from "../door.ts";
import { Bytes, PublicKey } from "./bytes.ts";
import { KnownCaller } from "./caller.ts";
import { HttpApi, HttpApiEndpoint, HttpApiGroup, OpenApi } from "./effecthttp.ts";
import { problemAnswers } from "./problem.ts";

export const Door = HttpApiGroup.make("door")
  .add(
    HttpApiEndpoint.get("registration", "/v1/registration", {
      success: Schema.Struct({ ...Standing.fields, deviceKey: PublicKey }),
    })
      .annotate(OpenApi.Summary, "Under which number this venue is registered, and its device's public key")
      .annotate(OpenApi.Description, "`terms`: what a scanner has to know to go on without this machine."),
  )
  .add(
    HttpApiEndpoint.put("register", "/v1/registration", {
      payload: Registration,
      success: Schema.Struct({ registration: Registration, deviceKey: PublicKey }),
      error: problemAnswers("not-allowed", "requests-exceeded", "peer-unavailable"),
    }).annotate(OpenApi.Summary, "Registers this venue with the custodian, once"),
  )
  .add(
    HttpApiEndpoint.post("challenge", "/v1/challenges", {
      success: Schema.Struct({
        /** To be shown as a small QR code, or typed. */
        text: Schema.String,
        venue: VenueNumber,
        challenge: Bytes,
        validUntilMs: Schema.Int,
        /** The same as a duration, for a page whose clock may differ. */
        validForMs: Schema.Int,
      }),
      error: problemAnswers("venue-unregistered"),
    })
      .annotate(
        OpenApi.Summary,
        "A fresh challenge for the door to show; it serves one pass and a few seconds",
      )
      .annotate(
        OpenApi.Description,
        "A pass made for it is taken at this door only. It does not stop somebody at the door who passes it on within its seconds.",
      ),
  )
  .add(
    HttpApiEndpoint.post("scan", "/v1/scans", {
      payload: NewScan,
      success: Admitted,
      error: problemAnswers("pass-malformed", "scans-exceeded", "store-unavailable"),
    })
      .annotate(OpenApi.Summary, "A pass as the scanner read it: admitted, or a problem that says why not")
      .annotate(
        OpenApi.Description,
        "`unchecked`: the custodian could not be asked; the scan waits and is delivered later.",
      ),
  )
  .add(
    HttpApiEndpoint.post("lateScans", "/v1/late-scans", {
      payload: HeldScans,
      success: HeldTaken,
      error: problemAnswers("venue-unregistered", "overloaded", "store-unavailable"),
    })
      .annotate(OpenApi.Summary, "Scans that a page held while it could not reach this machine")
      .annotate(
        OpenApi.Description,
        "Each is signed for the instant that lies so long ago, waits, and is judged by the custodian as a late one. The same id again is taken once.",
      ),
  )
  .add(
    HttpApiEndpoint.get("waiting", "/v1/waiting", { success: WaitingNow }).annotate(
      OpenApi.Summary,
      "How many scans wait to be delivered, how many may, and what became of those that waited",
    ),
  )
  .annotate(OpenApi.Description, "For the people of the venue, with the key of their door.")
  .middleware(KnownCaller);

export const doorApi = HttpApi.make("entrylog").add(Door);
