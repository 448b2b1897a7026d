// A gate for the custodian's tests: venue 17 registered, the level serious, one epoch deposited, and scans at hand.
// What a test does with them, right or wrong, is its own business.
import { Effect } from "effect";
import type { CustodianService } from "../../../impl/custodian/custodian.ts";
import type { SigningKey } from "../../../impl/protocol/ed25519.ts";
import type { DeliveredScan } from "../../../impl/protocol/contracts.ts";
import { bindingOf } from "../../../impl/protocol/challenge.ts";
import { encodeScan } from "../../../impl/protocol/scan.ts";
import { refusalCodes } from "../../../impl/generated/law.ts";
import { present } from "../protocol/hex.ts";
import { newKey, type OpenedEpoch } from "./issuer.ts";
import { noonMs, type Place } from "./rooms.ts";

export const venue = 17;
export const device: SigningKey = newKey();

export const register = (custodian: CustodianService, number = venue, key = device) =>
  custodian.registerVenue({ venue: number, kind: "karaoke", deviceKey: key.publicKey });

export const deposit = (custodian: CustodianService, place: Place, atMs = noonMs, issuer = 0) =>
  Effect.gen(function* () {
    const opened = yield* Effect.promise(() => present(place.issuers[issuer]).open(atMs));
    const answers = yield* custodian.deposit([opened.deposit], atMs);
    if (answers[0] !== 0) return yield* Effect.die(new Error("the deposit was refused"));
    return opened;
  });

export const passes = (place: Place, opened: OpenedEpoch, atMs: number, count: number, issuer = 0) =>
  Effect.promise(() => present(place.issuers[issuer]).issue(opened, atMs, count));

/** A pass made for the challenge that a venue shows. */
export const boundPass = (
  place: Place,
  opened: OpenedEpoch,
  atMs: number,
  shown: { readonly venue: number; readonly challenge: Uint8Array },
) =>
  Effect.promise(async () => {
    const issuer = present(place.issuers[0]);
    const binding = bindingOf(shown.venue, shown.challenge);
    return present((await issuer.issue(opened, atMs, 1, issuer.passes, binding))[0]);
  });

export interface ScanChoices {
  readonly venue?: number;
  readonly key?: SigningKey;
  readonly receivedAtMs?: number;
  readonly late?: boolean;
  readonly challenge?: Uint8Array;
}

/** A scan of a pass at an instant, delivered at once unless the test says otherwise. */
export const scanned = (pass: Uint8Array, atMs: number, choices: ScanChoices = {}): DeliveredScan => ({
  bytes: encodeScan(choices.key ?? device, pass, choices.venue ?? venue, atMs, choices.challenge),
  receivedAtMs: choices.receivedAtMs ?? atMs,
  late: choices.late ?? false,
});

/** Opens the gate at noon: everything that a right scan needs. */
export const openGate = (custodian: CustodianService, place: Place) =>
  Effect.gen(function* () {
    yield* custodian.announceLevel("serious");
    yield* register(custodian);
    return yield* deposit(custodian, place);
  });

export const codesOf = (answers: Int32Array): readonly string[] =>
  Array.from(answers, (answer) => refusalCodes[answer] ?? "?");
