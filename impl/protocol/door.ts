// What the people of a venue send to its machine and are answered: the forms alone, so that the page in their browser reads them
// as the machine's contract (http/venuedoor.ts) writes them.
// None of it says who stands at the door.
import { Schema } from "effect";
import { passVersions } from "./pass.ts";

export const VenueNumber = Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 4_294_967_295 }));
const Kind = Schema.String.check(
  Schema.isPattern(/^[a-z][a-z0-9-]{0,39}$/u, { expected: "a kind of facility, such as karaoke" }),
);
export const Registration = Schema.Struct({ venue: VenueNumber, kind: Kind });

/** What a page has to know of the machine to go on without it for a while. */
export const Terms = Schema.Struct({
  /** Whether this door takes passes that are bound to none of its challenges. */
  challenge: Schema.Literals(["offered", "required"]),
  passVersion: Schema.Literals(Object.values(passVersions)),
  /** A scan that was held for longer can no longer be delivered. */
  lateDeliveryMs: Schema.Int,
});

export const Standing = Schema.Struct({ registration: Schema.NullOr(Registration), terms: Terms });

/** Longer than a pass, so that what is no pass is answered as such. */
const Text = Schema.String.check(Schema.isMaxLength(1_024));
/** Drawn by the page for each scan, so that one that is sent again is known again. */
const ScanId = Schema.String.check(
  Schema.isPattern(/^[0-9A-Za-z-]{1,64}$/u, { expected: "letters and figures that name a scan" }),
);

export const NewScan = Schema.Struct({ text: Text, id: Schema.optionalKey(ScanId) });
/** `unchecked`: the custodian could not be asked; the scan waits and is delivered later. */
export const Admitted = Schema.Struct({ admission: Schema.Literals(["checked", "unchecked"]) });

/** A scan that the page answered by itself, and how long ago that was: a duration, because its clock may differ. */
export const HeldScan = Schema.Struct({
  id: ScanId,
  text: Text,
  heldForMs: Schema.Int.check(Schema.isGreaterThanOrEqualTo(0)),
});
export const heldScansMost = 100;
export const HeldScans = Schema.Struct({
  scans: Schema.Array(HeldScan).check(Schema.isMaxLength(heldScansMost)),
});
/** Those that are not taken, with the code that says why; all others wait at the machine now. */
export const HeldTaken = Schema.Struct({
  refused: Schema.Array(Schema.Struct({ id: ScanId, code: Schema.String })),
});

export const WaitingNow = Schema.Struct({
  waiting: Schema.Int,
  waitingMost: Schema.Int,
  /** What became of those that were delivered late, since the machine was started. */
  delivered: Schema.Struct({
    recorded: Schema.Int,
    refused: Schema.Record(Schema.String, Schema.Int),
    /** Erased undelivered, because they had waited too long. */
    over: Schema.Int,
  }),
  /** The machine's clock, by which the days of the venue are counted. */
  nowMs: Schema.Int,
});

/** What a page shows of a fresh challenge, and for how long from the answer on. */
export const ShownChallenge = Schema.Struct({ text: Schema.String, validForMs: Schema.Int });
