// A case that concerns two issuers: nothing can be read before both have answered, people are counted together, and a custodian that gives
// one issuer's records twice is not believed. A request that is over takes no signature any more.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { hourMs, makeCountry, noonMs, type Country } from "./country.ts";
import { approved, atNoon, inOffice, makeOffice, morning, released, resealedBy } from "./office.ts";

const country = await makeCountry([3, 4]);
await country.record(3, 17, noonMs - 2 * hourMs, "01012345678");
await country.record(3, 17, noonMs - 2 * hourMs, "01087654321");
await country.record(4, 17, noonMs - 2 * hourMs, "01000000000");

describe("a case of two issuers", () => {
  it("is read when both have answered, and not before", () => {
    const office = makeOffice(country);
    return atNoon(
      inOffice(office, (authority) =>
        Effect.gen(function* () {
          const { caseId } = yield* released(authority, office);
          const messages = yield* resealedBy(authority, office, caseId, [office.first, office.second]);
          const some = new Map([...messages].filter(([issuer]) => issuer === 3));
          expect(yield* authority.join(caseId, some)).toEqual({ people: 2, waitingFor: [4] });
          expect(yield* Effect.flip(authority.answerFor(caseId, 1))).toMatchObject({ code: "not-allowed" });
          const rest = new Map([...messages].filter(([issuer]) => issuer === 4));
          expect(yield* authority.join(caseId, rest)).toEqual({ people: 1, waitingFor: [] });
          expect(yield* authority.answerFor(caseId, 1)).toHaveLength(2);
          expect(yield* authority.statistics(2020)).toMatchObject({
            recordsReleased: 3,
            recordsAnsweredWithAPerson: 3,
          });
        }),
      ),
    );
  });

  it("is not believed when one issuer's part comes twice", () => {
    const doubling: Country = {
      ...country,
      custodian: {
        ...country.custodian,
        release: (...asked) =>
          Effect.map(country.custodian.release(...asked), (whole) => ({
            ...whole,
            parts: [...whole.parts, ...whole.parts],
            records: 2 * whole.records,
          })),
      },
    };
    const office = makeOffice(doubling);
    return atNoon(
      inOffice(office, (authority) =>
        Effect.gen(function* () {
          const { caseId } = yield* approved(authority, office, [morning(17)]);
          expect(yield* Effect.flip(authority.askRelease(caseId))).toMatchObject({ code: "release-forged" });
        }),
      ),
    );
  });
});

it("a request that was denied takes no signature any more", () => {
  const office = makeOffice(country);
  return atNoon(
    inOffice(office, (authority) =>
      Effect.gen(function* () {
        const asked = { officer: 1, ground: "investigation", windows: [morning(17)] };
        const { caseId, caseText } = yield* authority.request(asked);
        yield* authority.deny({ caseId, officer: 2, reason: "need-not-shown" });
        const approval = yield* office.first.approve(caseText);
        expect(yield* Effect.flip(authority.signRequest({ caseId, approval }))).toMatchObject({
          code: "not-allowed",
        });
        expect((yield* authority.read(caseId)).signedBy).toEqual([]);
      }),
    ),
  );
});
