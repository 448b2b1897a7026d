// Every case that the custodian refuses: its code, and not one byte of its store or vault changed.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import type { Approval } from "../../../impl/protocol/casetext.ts";
import { generateOfficer } from "../../../impl/protocol/officers.ts";
import { present } from "../protocol/hex.ts";
import { approved, caseOf, windowOf, requestOf } from "./cases.ts";
import { codesOf, openGate, passes, scanned, venue } from "./gate.ts";
import { makePlace, officers } from "./place.ts";
import { atNoon, everythingStored, hourMs, inCustodian, noonMs } from "./rooms.ts";

interface Asked {
  readonly text: Uint8Array;
  readonly approvals?: readonly Approval[];
  readonly approvedAtMs?: number;
  readonly cosigners?: number;
  readonly limits?: Readonly<Record<string, number>>;
  /** A case that is released before. */
  readonly before?: Uint8Array;
}

/** With three visits in the hour after noon. */
const refuses = (name: string, code: string, asked: () => Asked | Promise<Asked>) =>
  it(`${name}: ${code}`, async () => {
    const {
      text,
      approvedAtMs = noonMs + hourMs,
      cosigners = 2,
      limits = {},
      before,
      ...given
    } = await asked();
    const approvals = given.approvals ?? approved(text, undefined, approvedAtMs);
    const place = makePlace(limits);
    await atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const opened = yield* openGate(custodian, place);
          const scans = (yield* passes(place, opened, noonMs, 3)).map((pass) => scanned(pass, noonMs));
          expect(codesOf(yield* custodian.record(scans))).toEqual(["", "", ""]);
          yield* TestClock.setTime(noonMs + hourMs);
          if (before !== undefined)
            yield* custodian.release(requestOf(before, approved(before, undefined, noonMs + hourMs)));
          const stored = everythingStored(place);
          const refused = yield* Effect.flip(custodian.release(requestOf(text, approvals, cosigners)));
          expect(refused._tag === "Refused" && refused.code).toBe(code);
          expect(everythingStored(place)).toEqual(stored);
        }),
      ),
    );
  });

const right = caseOf([windowOf(venue)]);
const [first, second] = officers;

describe("a case is refused, and nothing is stored", () => {
  refuses("a text that is no case", "not-allowed", () => ({ text: new TextEncoder().encode("please") }));
  refuses("without ground", "case-without-ground", () => ({
    text: caseOf([windowOf(venue)], "case-1", "none"),
  }));
  refuses("with a ground that no law knows", "case-without-ground", () => ({
    text: caseOf([windowOf(venue)], "case-1", "curiosity"),
  }));
  refuses("without any officer", "officers-too-few", () => ({ text: right, approvals: [] }));
  refuses("with one officer", "officers-too-few", () => ({
    text: right,
    approvals: approved(right, [present(first)]),
  }));
  refuses("with one officer twice", "officers-too-few", () => ({
    text: right,
    approvals: approved(right, [present(first), present(first)]),
  }));
  refuses("with an officer who is not on the roster", "officers-too-few", async () => ({
    text: right,
    approvals: approved(right, [present(first), (await generateOfficer(2)).officer]),
  }));
  refuses("with two invented officers under the numbers of standing ones", "officers-too-few", async () => ({
    text: right,
    approvals: approved(right, [(await generateOfficer(1)).officer, (await generateOfficer(2)).officer]),
  }));
  refuses("with two invented officers under new numbers", "officers-too-few", async () => ({
    text: right,
    approvals: approved(right, [(await generateOfficer(8)).officer, (await generateOfficer(9)).officer]),
  }));
  refuses("with an instant put into a signature", "officers-too-few", () => ({
    text: right,
    approvals: approved(right).map((approval) => ({ ...approval, approvedAtMs: noonMs + 1 })),
  }));
  refuses("with a signature under another text", "officers-too-few", () => ({
    text: right,
    approvals: [...approved(right, [present(first)]), ...approved(caseOf([windowOf(18)]), [present(second)])],
  }));
  refuses("with more approvals than anyone would read", "not-allowed", () => ({
    text: right,
    approvals: Array.from({ length: 65 }, () => approved(right))
      .flat()
      .slice(0, 65),
  }));
  refuses("without a venue", "case-without-venue", () => ({ text: caseOf([]) }));
  refuses("with 21 venues", "case-venues-exceeded", () => ({
    text: caseOf(Array.from({ length: 21 }, (_, place) => windowOf(place))),
  }));
  refuses("with a window that ends before it starts", "case-window-inverted", () => ({
    text: caseOf([windowOf(venue, noonMs + 1, noonMs)]),
  }));
  refuses("with a second window that ends when it starts", "case-window-inverted", () => ({
    text: caseOf([windowOf(venue), windowOf(18, noonMs, noonMs)]),
  }));
  refuses("with a window of more than 24 hours", "case-window-exceeded", () => ({
    text: caseOf([windowOf(venue, noonMs, noonMs + 24 * hourMs + 1)]),
  }));
  refuses("with two windows at one venue that span more than 24 hours", "case-window-exceeded", () => ({
    text: caseOf([windowOf(venue), windowOf(venue, noonMs + 24 * hourMs, noonMs + 25 * hourMs)]),
  }));
  refuses("72 hours after its approval", "case-over", () => ({
    text: right,
    approvedAtMs: noonMs - 71 * hourMs,
  }));
  refuses("said to be approved later than its request could wait", "case-over", () => ({
    text: caseOf([windowOf(venue)], "case-1", "investigation", noonMs - 143 * hourMs),
    approvedAtMs: noonMs,
  }));
  refuses("with more records than a case may have", "case-records-exceeded", () => ({
    text: right,
    limits: { caseRecords: 2 },
  }));
  refuses("with more records than the nation may release in a day", "nation-records-exceeded", () => ({
    text: right,
    limits: { nationRecordsPerDay: 2 },
  }));
  refuses("with more records than the day has left", "nation-records-exceeded", () => ({
    text: caseOf([windowOf(venue)], "case-2"),
    limits: { nationRecordsPerDay: 5 },
    before: right,
  }));
  refuses("that was released before under another commitment", "not-allowed", () => ({
    text: right,
    before: right,
  }));
  refuses("that only one other party saw logged", "case-unlogged", () => ({ text: right, cosigners: 1 }));
  refuses("that nobody saw logged", "case-unlogged", () => ({ text: right, cosigners: 0 }));
});

describe("just inside", () => {
  const takes = (
    name: string,
    records: number,
    { text, approvedAtMs = noonMs + hourMs, limits = {}, ...given }: Asked,
  ) =>
    it(name, () => {
      const place = makePlace(limits);
      return atNoon(
        inCustodian(place, (custodian) =>
          Effect.gen(function* () {
            const opened = yield* openGate(custodian, place);
            const scans = (yield* passes(place, opened, noonMs, 3)).map((pass) => scanned(pass, noonMs));
            yield* custodian.record(scans);
            yield* TestClock.setTime(noonMs + hourMs);
            const released = yield* custodian.release(
              requestOf(text, given.approvals ?? approved(text, undefined, approvedAtMs)),
            );
            expect(released.records).toBe(records);
          }),
        ),
      );
    });

  takes("20 venues, 24 hours, the last instant of a case, and limits just reached", 3, {
    text: caseOf(Array.from({ length: 20 }, (_, place) => windowOf(place, noonMs, noonMs + 24 * hourMs))),
    approvedAtMs: noonMs - 71 * hourMs + 1,
    limits: { caseRecords: 3, nationRecordsPerDay: 3 },
  });
  takes("windows that overlap, where each record counts once", 3, {
    text: caseOf([windowOf(venue), windowOf(venue, noonMs, noonMs + 2)]),
    limits: { caseRecords: 3 },
  });
  takes("a window that lies within another and ends before it", 3, {
    text: caseOf([windowOf(venue, noonMs - hourMs), windowOf(venue, noonMs - hourMs + 1, noonMs - 1)]),
  });
  takes("a third officer, and a stranger who changes nothing", 3, {
    text: right,
    approvals: [
      ...approved(right, officers),
      { officer: 9, approvedAtMs: noonMs, signature: new Uint8Array(64) },
    ],
  });

  takes("as many approvals as are read, those of two officers among them", 3, {
    text: right,
    approvals: Array.from({ length: 32 }, () => approved(right)).flat(),
  });

  it("the nation's limit is a day's: the next Seoul day has its own", () => {
    const place = makePlace({ nationRecordsPerDay: 3 });
    return atNoon(
      inCustodian(place, (custodian) =>
        Effect.gen(function* () {
          const opened = yield* openGate(custodian, place);
          const scans = (yield* passes(place, opened, noonMs, 3)).map((pass) => scanned(pass, noonMs));
          yield* custodian.record(scans);
          const midnight = noonMs + 12 * hourMs;
          yield* TestClock.setTime(midnight - 1);
          yield* custodian.release(requestOf(right, approved(right, undefined, midnight - 1)));
          const next = caseOf([windowOf(venue)], "case-2");
          const refused = yield* Effect.flip(
            custodian.release(requestOf(next, approved(next, undefined, midnight - 1))),
          );
          expect(refused._tag === "Refused" && refused.code).toBe("nation-records-exceeded");
          yield* TestClock.setTime(midnight);
          expect(
            (yield* custodian.release(requestOf(next, approved(next, undefined, midnight)))).records,
          ).toBe(3);
        }),
      ),
    );
  });
});
