// What the custodian answers: issuers leave deposits, devices register and deliver scans, the authority asks for the
// release of a case, the national office tells the crisis level, and everybody may read how many visits there were,
// are and were erased. A scan is answered with admitted or a code, and with nothing about a person.
import { Schema } from "effect";
import { LogProof } from "../../log/logproof.ts";
import { scanBytes } from "../scan.ts";
import { Bytes, PublicKey, bytesOf, bytesUpTo } from "./bytes.ts";
import { KnownCaller } from "./caller.ts";
import { HttpApi, HttpApiEndpoint, HttpApiGroup, OpenApi } from "./effecthttp.ts";
import { Levels } from "./levels.ts";
import { problemAnswers } from "./problem.ts";

export const scansMost = 500;
const depositsMost = 50;
const depositBytesMost = 8_192;
const venueMost = 4_294_967_295;
/** A little more than a scan has, so that what is no scan is answered as such. */
const scanBytesMost = scanBytes + 64;

/** Taken, or the code of the law's refusal. */
export const Answer = Schema.Union([
  Schema.Struct({ admitted: Schema.Literal(true) }),
  Schema.Struct({ code: Schema.String }),
]);
export type Answer = typeof Answer.Type;

const Answered = Schema.Struct({ answers: Schema.Array(Answer) });

export const Deposits = HttpApiGroup.make("deposits")
  .add(
    HttpApiEndpoint.post("deposit", "/v1/deposits", {
      payload: Schema.Struct({
        deposits: Schema.Array(bytesUpTo(depositBytesMost)).check(Schema.isMaxLength(depositsMost)),
      }),
      success: Answered,
    }).annotate(OpenApi.Summary, "Registers epochs with their sealed shares; an answer each, in order"),
  )
  .annotate(OpenApi.Description, "For issuers: what must lie here before the first pass of an epoch.")
  .middleware(KnownCaller);

export const Registering = HttpApiGroup.make("registering")
  .add(
    HttpApiEndpoint.post("register", "/v1/venues", {
      payload: Schema.Struct({
        venue: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: venueMost })),
        kind: Schema.String.check(
          Schema.isPattern(/^[a-z][a-z0-9-]{0,39}$/u, { expected: "a kind of facility, such as karaoke" }),
        ),
        /** Must be the key that this connection proves. */
        deviceKey: PublicKey,
      }),
      success: Schema.Struct({ registered: Schema.Literal(true) }),
      error: problemAnswers("not-allowed", "requests-exceeded"),
    })
      .annotate(OpenApi.Summary, "Registers a venue with the key of its device; the same again is no mistake")
      .annotate(
        OpenApi.Description,
        "The device's key is the one that the connection proves. A number is taken once and cannot be taken over. A network may register a few venues a minute.",
      ),
  )
  .annotate(OpenApi.Description, "For devices that nobody knows yet.")
  .middleware(KnownCaller);

const Batch = Schema.Struct({
  scans: Schema.Array(bytesUpTo(scanBytesMost)).check(Schema.isMaxLength(scansMost)),
});

const fraud =
  "Another venue's device can send a pass that was kept only when the pass is bound to no challenge: then it is stored for whoever sends it first within its seconds, a second venue is refused with `pass-replayed`, and a release marks the record as disputed. A pass that is bound to a venue's challenge is stored for that venue or not at all (`challenge-mismatch`).";

export const Scans = HttpApiGroup.make("scans")
  .add(
    HttpApiEndpoint.post("record", "/v1/scans", {
      payload: Batch,
      success: Answered,
      error: problemAnswers("requests-exceeded"),
    })
      .annotate(OpenApi.Summary, "Stores the visits of scans that happen now; an answer each, in order")
      .annotate(
        OpenApi.Description,
        `Judged by the custodian's clock. Answered when all are on disk. When the answer is lost, or says overloaded, deliver them as late scans: what was stored already is answered as admitted. ${fraud}`,
      ),
  )
  .add(
    HttpApiEndpoint.post("recordLate", "/v1/late-scans", {
      payload: Batch,
      success: Answered,
      error: problemAnswers("requests-exceeded"),
    })
      .annotate(OpenApi.Summary, "Stores the visits of scans that waited while the venue had no network")
      .annotate(
        OpenApi.Description,
        "Judged at the instant that the device signed, and marked as late. Taken only from a device that delivered nothing on time since (`venue-not-silent`). The same scan delivered twice is stored once and answered the same.",
      ),
  )
  .annotate(OpenApi.Description, "For registered devices.")
  .middleware(KnownCaller);

export const Releases = HttpApiGroup.make("releases")
  .add(
    HttpApiEndpoint.post("release", "/v1/releases", {
      payload: Schema.Struct({
        /** The text that the officers signed, byte for byte. */
        caseText: bytesUpTo(65_536),
        approvals: Schema.Array(
          Schema.Struct({ officer: Schema.Int, approvedAtMs: Schema.Int, signature: bytesOf(64) }),
        ).check(Schema.isMaxLength(64)),
        scopeSalt: bytesUpTo(64),
        logged: LogProof,
      }),
      success: Schema.Struct({
        /** One for each issuer concerned, as protocol/releasedpart.ts writes it. */
        parts: Schema.Array(Bytes),
        records: Schema.Int,
        recordsEndAtMs: Schema.Int,
        refusedClaims: Schema.Int,
        logged: LogProof,
      }),
      error: problemAnswers("not-allowed", "store-unavailable"),
    }).annotate(
      OpenApi.Summary,
      "Releases the sealed records of a case that officers signed and the authority logged",
    ),
  )
  .annotate(OpenApi.Description, "For the authority, under a case.")
  .middleware(KnownCaller);

const counted = { recorded: Schema.Int, live: Schema.Int, erased: Schema.Int };

export const Counts = HttpApiGroup.make("counts")
  .add(
    HttpApiEndpoint.get("counts", "/v1/counts", {
      success: Schema.Struct({
        ...counted,
        days: Schema.Array(Schema.Struct({ date: Schema.String, ...counted })),
      }),
    }).annotate(OpenApi.Summary, "How many visits each day had, has and lost: recorded = live + erased"),
  )
  .annotate(OpenApi.Description, "For everybody.")
  .middleware(KnownCaller);

export const countsApi = HttpApi.make("entrylog").add(Counts);
export const custodianApi = HttpApi.make("entrylog").add(Deposits, Registering, Scans, Releases, Levels);
