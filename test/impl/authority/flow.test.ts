// A case from the first question to the number in an officer's hand, over real files and real cryptography: what the
// issuer is shown, what the authority's store holds, and that only the two officers of the case can read the answer.
import { Effect } from "effect";
import { expect, it } from "vitest";
import { Authority } from "../../../impl/authority/authority.ts";
import { decodeCase } from "../../../impl/protocol/casetext.ts";
import { hexOf } from "../../../impl/protocol/fields.ts";
import { recordHash } from "../../../impl/protocol/release.ts";
import { present } from "../protocol/hex.ts";
import { filesHolding } from "../store/freshfolder.ts";
import { dayMs, hourMs, makeCountry, noonMs } from "./country.ts";
import {
  answered,
  atNoon,
  inOffice,
  makeOffice,
  morning,
  officeLayer,
  resealedBy,
  released,
  requested,
} from "./office.ts";

const country = await makeCountry([3]);
const inMorningMs = noonMs - 2 * hourMs;
const seen = await country.record(3, 17, inMorningMs, "01012345678");
const gone = await country.record(3, 18, inMorningMs + 1, null);
await country.record(3, 17, noonMs - hourMs, "01000000001");
await country.record(3, 99, inMorningMs, "01000000002");
const manyVenue = 40;
for (let index = 0; index < 12; index += 1)
  await country.record(3, manyVenue, inMorningMs + index, `010555500${index}`);

it("leads two officers to the numbers behind exactly the records of the scope (F6)", () => {
  const office = makeOffice(country);
  return atNoon(
    inOffice(office, (authority) =>
      Effect.gen(function* () {
        const { caseId, caseText, joined } = yield* answered(authority, office, [morning(17), morning(18)]);
        expect(caseId).toBe("case-1");
        expect(decodeCase(caseText)).toEqual({
          ok: true,
          value: {
            caseId,
            ground: "investigation",
            requestedAtMs: noonMs,
            windows: [morning(17), morning(18)],
          },
        });
        expect(joined).toEqual({ people: 1, waitingFor: [] });
        for (const officer of [office.first, office.second]) {
          const [answer, ...others] = yield* authority.answerFor(caseId, officer.officer);
          expect(others).toEqual([]);
          const visits = yield* officer.openAnswer(present(answer), present(country.issuers[0]).answerKey);
          const unmarked = { late: false, disputed: false };
          const expected = [
            {
              recordHash: recordHash(seen),
              phoneNumber: "01012345678",
              venue: 17,
              scannedAtMs: inMorningMs,
              ...unmarked,
            },
            {
              recordHash: recordHash(gone),
              phoneNumber: null,
              venue: 18,
              scannedAtMs: inMorningMs + 1,
              ...unmarked,
            },
          ];
          expect([...visits].sort((left, right) => left.venue - right.venue)).toEqual(expected);
          expect(filesHolding(office.folder, answer?.answer ?? "")).toEqual([]);
        }
        expect(filesHolding(office.folder, "01012345678")).toEqual([]);
        expect(filesHolding(office.folder, seen)).toEqual([]);
        expect(yield* authority.read(caseId)).toMatchObject({
          state: "answered",
          requestedBy: 1,
          approvedBy: 2,
          signedBy: [1, 2],
          records: 2,
          lapsesAtMs: null,
          answerEndsAtMs: noonMs + 14 * dayMs,
        });
      }),
    ),
  );
});

it("shows the issuer the records in another order, and nothing of where and when they were scanned (S10)", () => {
  const office = makeOffice(country);
  return atNoon(
    inOffice(office, (authority) =>
      Effect.gen(function* () {
        yield* answered(authority, office, [morning(manyVenue)]);
        const request = present(country.asked.at(-1));
        expect(Object.keys(request).sort()).toEqual(["logged", "records", "release", "resealed"]);
        const order = request.records.map(hexOf);
        const [answer] = yield* authority.answerFor("case-1", 1);
        const placed = present(answer).places.map((place) => hexOf(place.recordHash));
        expect(order).toHaveLength(12);
        expect(request.records.map((record) => hexOf(recordHash(record))).sort()).toEqual([...placed].sort());
        expect(request.records.map((record) => hexOf(recordHash(record)))).not.toEqual(placed);
        expect(request.records.every((record) => record.length === 58)).toBe(true);
      }),
    ),
  );
});

it("asks every issuer concerned, keeps what has been answered, and waits for the rest (F8)", async () => {
  const wide = await makeCountry([3, 5]);
  await wide.record(3, 17, inMorningMs, "01033333333");
  await wide.record(5, 17, inMorningMs, "01055555555");
  const office = makeOffice(wide);
  await atNoon(
    inOffice(office, (authority) =>
      Effect.gen(function* () {
        const { caseId } = yield* released(authority, office);
        const all = yield* resealedBy(authority, office, caseId, [office.first, office.second]);
        const one = new Map([...all].filter(([issuer]) => issuer === 5));
        expect(yield* authority.join(caseId, one)).toEqual({ people: 1, waitingFor: [3] });
        expect((yield* authority.read(caseId)).state).toBe("released");
        expect((yield* authority.releaseOf(caseId)).parts.map(({ issuer }) => issuer)).toEqual([3]);
        expect(yield* authority.join(caseId, all)).toEqual({ people: 1, waitingFor: [] });
        const numbers: (string | null)[] = [];
        for (const answer of yield* authority.answerFor(caseId, 2)) {
          const issuer = present(wide.issuers.find(({ number }) => number === answer.issuer));
          const visits = yield* office.second.openAnswer(answer, issuer.answerKey);
          numbers.push(...visits.map(({ phoneNumber }) => phoneNumber));
        }
        expect(numbers.sort()).toEqual(["01033333333", "01055555555"]);
      }),
    ),
  );
});

it("answers a case in whose scope nobody was", () => {
  const office = makeOffice(country);
  return atNoon(
    inOffice(office, (authority) =>
      Effect.gen(function* () {
        const { caseId, joined } = yield* answered(authority, office, [morning(1_000)]);
        expect(joined).toEqual({ people: 0, waitingFor: [] });
        expect(yield* authority.answerFor(caseId, 1)).toEqual([]);
        expect(yield* authority.read(caseId)).toMatchObject({
          state: "answered",
          records: 0,
          answerEndsAtMs: noonMs + 14 * dayMs,
        });
      }),
    ),
  );
});

it("numbers cases one after another and counts them by the year, and nothing else of them", () => {
  const office = makeOffice(country);
  return atNoon(
    inOffice(office, (authority) =>
      Effect.gen(function* () {
        yield* answered(authority, office, [morning(17), morning(18)]);
        const { caseId } = yield* released(authority, office);
        const { caseId: last } = yield* released(authority, office, [morning(1_000)]);
        expect([caseId, last]).toEqual(["case-2", "case-3"]);
        yield* authority.close("case-1");
        expect(yield* authority.statistics(2020)).toEqual({
          year: 2020,
          cases: 3,
          byState: { closed: 1, released: 2 },
          recordsReleased: 3,
          recordsAnsweredWithAPerson: 1,
        });
        expect((yield* authority.statistics(2021)).cases).toBe(0);
      }),
    ),
  );
});

it("gives no number twice, when many ask at once of a store that takes its time", () => {
  const office = makeOffice(country);
  const ask = Effect.flatMap(Authority, (authority) =>
    Effect.all(
      Array.from({ length: 20 }, () => requested(authority, office)),
      { concurrency: "unbounded" },
    ),
  );
  return atNoon(
    Effect.map(Effect.provide(ask, officeLayer(office, true)), (opened) => {
      const numbers = opened.map(({ caseId }) => Number(caseId.slice("case-".length)));
      expect(numbers.sort((left, right) => left - right)).toEqual(
        Array.from({ length: 20 }, (_, index) => index + 1),
      );
    }),
  );
});
