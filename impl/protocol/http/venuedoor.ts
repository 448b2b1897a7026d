// What a venue answers at its own door: to the people who work there, with the door's key, on the venue's own machine.
// They register the venue, show a challenge, hold a scanner to a pass and learn admitted or why not; and how many scans
// wait. Nothing here says who stands at the door, and nothing that was scanned can be read again.
import { Schema } from "effect";
import { Bytes, PublicKey } from "./bytes.ts";
import { KnownCaller } from "./caller.ts";
import { HttpApi, HttpApiEndpoint, HttpApiGroup, OpenApi } from "./effecthttp.ts";
import { problemAnswers } from "./problem.ts";

const Venue = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 4_294_967_295 }));
const Kind = Schema.String.check(
  Schema.isPattern(/^[a-z][a-z0-9-]{0,39}$/u, { expected: "a kind of facility, such as karaoke" }),
);
const Registration = Schema.Struct({ venue: Venue, kind: Kind });

/** Longer than a pass, so that what is no pass is answered as such. */
const textLengthMost = 1_024;

export const Door = HttpApiGroup.make("door")
  .add(
    HttpApiEndpoint.get("registration", "/v1/registration", {
      success: Schema.Struct({ registration: Schema.NullOr(Registration), deviceKey: PublicKey }),
    }).annotate(OpenApi.Summary, "Under which number this venue is registered, and its device's public key"),
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
        venue: Venue,
        challenge: Bytes,
        validUntilMs: Schema.Int,
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
      payload: Schema.Struct({ text: Schema.String.check(Schema.isMaxLength(textLengthMost)) }),
      success: Schema.Struct({ admission: Schema.Literals(["checked", "unchecked"]) }),
      error: problemAnswers("pass-malformed", "scans-exceeded", "store-unavailable"),
    })
      .annotate(OpenApi.Summary, "A pass as the scanner read it: admitted, or a problem that says why not")
      .annotate(
        OpenApi.Description,
        "`unchecked`: the custodian could not be asked; the scan waits and is delivered later.",
      ),
  )
  .add(
    HttpApiEndpoint.get("waiting", "/v1/waiting", {
      success: Schema.Struct({ waiting: Schema.Int, waitingMost: Schema.Int }),
    }).annotate(OpenApi.Summary, "How many scans wait to be delivered, and how many may"),
  )
  .annotate(OpenApi.Description, "For the people of the venue, with the key of their door.")
  .middleware(KnownCaller);

export const doorApi = HttpApi.make("entrylog").add(Door);
