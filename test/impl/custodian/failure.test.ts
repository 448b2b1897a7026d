// A batch that cannot be written: it is answered as such, nothing of it is stored, and nothing of it is believed afterwards.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { present } from "../protocol/hex.ts";
import { codesOf, openGate, passes, scanned } from "./gate.ts";
import { makePlace } from "./place.ts";
import { ask, atNoon, everythingStored, hourMs, inCustodian, noonMs } from "./rooms.ts";

const late = (pass: Uint8Array, atMs: number) =>
  scanned(pass, atMs, { late: true, receivedAtMs: noonMs + hourMs });

describe("a full disk", () => {
  it("refuses the whole batch, keeps what was there, and takes the same scans when there is room again", () => {
    const place = makePlace({ scansPerMinute: 1_000_000 });
    return atNoon(
      Effect.gen(function* () {
        const opened = yield* inCustodian(place, (custodian) => openGate(custodian, place));
        const [[pages] = []] = ask(place, "SELECT * FROM pragma_page_count");
        const scans = (yield* passes(place, opened, noonMs, 400)).map((pass) => scanned(pass, noonMs));
        const [few, many] = [scans.slice(0, 10), scans.slice(10)];
        yield* inCustodian({ ...place, pagesMax: Number(pages) + 4 }, (custodian) =>
          Effect.gen(function* () {
            expect(codesOf(yield* custodian.record(few))).toEqual(few.map(() => ""));
            const before = everythingStored(place);
            const unavailable = yield* Effect.flip(custodian.record(many));
            expect(unavailable.reason).toBe("full");
            expect(everythingStored(place)).toEqual(before);
            // Neither a bit nor a position of the failed batch is remembered, and those of the first are.
            expect(
              codesOf(yield* custodian.record([few[0] ?? scans[0]].filter((scan) => scan !== undefined))),
            ).toEqual(["pass-replayed"]);
            const again = yield* Effect.flip(custodian.record(many));
            expect(again.code).toBe("store-unavailable");
          }),
        );
        yield* inCustodian(place, (custodian) =>
          Effect.gen(function* () {
            expect(codesOf(yield* custodian.record(many))).toEqual(many.map(() => ""));
            expect(yield* custodian.counts).toMatchObject({ recorded: 400, live: 400, erased: 0 });
          }),
        );
      }),
    );
  });

  it("leaves a device silent that the failed batch would have heard", () => {
    const place = makePlace({ scansPerMinute: 1_000_000 });
    return atNoon(
      Effect.gen(function* () {
        const opened = yield* inCustodian(place, (custodian) => openGate(custodian, place));
        const [[pages] = []] = ask(place, "SELECT * FROM pragma_page_count");
        const [one, two, ...rest] = (yield* passes(place, opened, noonMs, 392)).map(present);
        yield* inCustodian({ ...place, pagesMax: Number(pages) + 4 }, (custodian) =>
          Effect.gen(function* () {
            // The first of them makes the venue known in memory.
            expect(codesOf(yield* custodian.record([late(present(one), noonMs)]))).toEqual([""]);
            const failed = rest.map((pass) => scanned(pass, noonMs + 5_000));
            expect((yield* Effect.flip(custodian.record(failed))).reason).toBe("full");
            expect(codesOf(yield* custodian.record([late(present(two), noonMs + 100)]))).toEqual([""]);
          }),
        );
      }),
    );
  });
});
