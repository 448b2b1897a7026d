// Every scan that the custodian refuses: its code, and not one byte of its store or vault changed.
// What stands just inside each limit is in justinside.test.ts.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import type { CustodianService } from "../../../impl/custodian/custodian.ts";
import type { DeliveredScan } from "../../../impl/protocol/contracts.ts";
import type { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import { flipped, present } from "../protocol/hex.ts";
import { codesOf, openGate, passes, scanned, venue } from "./gate.ts";
import { newKey, type OpenedEpoch } from "./issuer.ts";
import { makePlace } from "./place.ts";
import { atNoon, everythingStored, hourMs, inCustodian, noonMs, type Place } from "./rooms.ts";

interface Gate {
  readonly custodian: CustodianService;
  readonly place: Place;
  readonly opened: OpenedEpoch;
}

/** At an open gate with one visit stored, refuses these scans with these codes and stores nothing. */
const refuses = (
  name: string,
  code: string | readonly string[],
  scans: (gate: Gate) => Effect.Effect<readonly DeliveredScan[], StoreUnavailable>,
  limits: Readonly<Record<string, number>> = {},
) =>
  it(`${name}: ${String(code)}`, () => {
    const place = makePlace(limits);
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const opened = yield* openGate(custodian, place);
          const [first] = yield* passes(place, opened, noonMs, 1);
          expect(codesOf(yield* custodian.record([scanned(present(first), noonMs)]))).toEqual([""]);
          const sent = yield* scans({ custodian, place, opened });
          const before = everythingStored(place);
          expect(codesOf(yield* custodian.record(sent))).toEqual(typeof code === "string" ? [code] : code);
          expect(everythingStored(place)).toEqual(before);
        }),
      ),
    );
  });

const onePass = ({ place, opened }: Gate, atMs = noonMs) =>
  Effect.map(passes(place, opened, atMs, 1), ([pass]) => present(pass));

describe("a scan is refused, and nothing is stored", () => {
  refuses("bytes that are no scan", "pass-malformed", () =>
    Effect.succeed([{ bytes: new Uint8Array(212), receivedAtMs: noonMs, late: false }]),
  );
  refuses("a scan cut short", "pass-malformed", (gate) =>
    Effect.map(onePass(gate), (pass) => {
      const whole = scanned(pass, noonMs);
      return [{ ...whole, bytes: whole.bytes.subarray(0, 211) }];
    }),
  );
  refuses("a pass made in a simulation", "pass-malformed", (gate) =>
    Effect.map(onePass(gate), (pass) => {
      const simulated = Uint8Array.from(pass);
      simulated[0] = 129;
      return [scanned(simulated, noonMs)];
    }),
  );
  refuses("a venue nobody registered (S2)", "venue-unknown", (gate) =>
    Effect.map(onePass(gate), (pass) => [scanned(pass, noonMs, { venue: venue + 1 })]),
  );
  refuses("an epoch nobody deposited", "epoch-unknown", ({ place }) =>
    Effect.gen(function* () {
      const stranger = yield* Effect.promise(() => present(place.issuers[0]).open(noonMs));
      const [pass] = yield* passes(place, stranger, noonMs, 1);
      return [scanned(present(pass), noonMs)];
    }),
  );
  refuses("a pass of another issuer under a known epoch", "epoch-unknown", ({ place, opened }) =>
    Effect.map(passes(place, opened, noonMs, 1, 1), ([pass]) => [scanned(present(pass), noonMs)]),
  );
  refuses("a pass signed by another key", "pass-forged", ({ place, opened }) =>
    Effect.map(
      Effect.promise(() => present(place.issuers[0]).issue(opened, noonMs, 1, newKey())),
      ([pass]) => [scanned(present(pass), noonMs)],
    ),
  );
  refuses("a pass whose sealed handle was altered", "pass-forged", (gate) =>
    Effect.map(onePass(gate), (pass) => [scanned(flipped(pass, 26 * 8), noonMs)]),
  );
  refuses("a scan signed by another device", "scan-forged", (gate) =>
    Effect.map(onePass(gate), (pass) => [scanned(pass, noonMs, { key: newKey() })]),
  );
  refuses("a scan moved to another time after it was signed", "scan-forged", (gate) =>
    Effect.map(onePass(gate), (pass) => {
      const scan = scanned(pass, noonMs);
      return [{ ...scan, bytes: flipped(scan.bytes, (122 + 4 + 5) * 8 + 7) }];
    }),
  );
  refuses("the same pass again", "pass-replayed", (gate) =>
    Effect.gen(function* () {
      const pass = yield* onePass(gate);
      yield* gate.custodian.record([scanned(pass, noonMs)]);
      return [scanned(pass, noonMs)];
    }),
  );
  refuses("the same pass again when it is long over", "pass-replayed", (gate) =>
    Effect.gen(function* () {
      const pass = yield* onePass(gate);
      yield* gate.custodian.record([scanned(pass, noonMs)]);
      return [scanned(pass, noonMs + hourMs)];
    }),
  );
  refuses("a pass at the end of its lifetime and the skew", ["pass-expired"], (gate) =>
    Effect.map(onePass(gate), (pass) => [scanned(pass, noonMs + 17_000)]),
  );
  refuses("a pass from more than the skew ahead", "pass-early", (gate) =>
    Effect.map(onePass(gate, noonMs + 2_001), (pass) => [
      scanned(pass, noonMs + 2_000, { receivedAtMs: noonMs }),
    ]),
  );
  refuses("a scan that claims a time that has not come", "scan-ahead", (gate) =>
    Effect.map(onePass(gate), (pass) => [scanned(pass, noonMs + 2_001, { receivedAtMs: noonMs })]),
  );
  refuses("a scan that claims a time before its pass", "scan-before-pass", (gate) =>
    Effect.map(onePass(gate), (pass) => [scanned(pass, noonMs - 2_001, { receivedAtMs: noonMs })]),
  );
  refuses("a late scan of a pass that was over when it was signed", "pass-expired", (gate) =>
    Effect.map(onePass(gate), (pass) => [
      scanned(pass, noonMs + 17_000, { receivedAtMs: noonMs + hourMs, late: true }),
    ]),
  );
  refuses("a late scan after six hours", "delivery-too-late", (gate) =>
    Effect.map(onePass(gate), (pass) => [
      scanned(pass, noonMs, { receivedAtMs: noonMs + 6 * hourMs, late: true }),
    ]),
  );
  refuses("a late scan that is not said to be late", "pass-expired", (gate) =>
    Effect.map(onePass(gate), (pass) => [scanned(pass, noonMs, { receivedAtMs: noonMs + hourMs })]),
  );
  refuses(
    "more scans in a minute than a venue may deliver",
    ["scans-exceeded"],
    (gate) =>
      Effect.gen(function* () {
        const [one, two] = yield* passes(gate.place, gate.opened, noonMs, 2);
        yield* gate.custodian.record([scanned(present(one), noonMs)]);
        return [scanned(present(two), noonMs + 1)];
      }),
    { scansPerMinute: 2 },
  );
  refuses("any scan at a level that does not allow collection (F7)", "collection-suspended", (gate) =>
    Effect.gen(function* () {
      const pass = yield* onePass(gate);
      yield* Effect.orDie(gate.custodian.announceLevel("caution"));
      return [scanned(pass, noonMs)];
    }),
  );
});
