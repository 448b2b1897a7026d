// A case whose authority is stopped and started again after every single step goes on where it was, and ends as one
// that was never interrupted. The custodian failing in the middle leaves the case where it can be asked again.
import { Effect } from "effect";
import { expect, it } from "vitest";
import { officerOf } from "../../../impl/officer/client.ts";
import { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import { present } from "../protocol/hex.ts";
import { hourMs, makeCountry, noonMs } from "./country.ts";
import { approved, atNoon, inOffice, makeOffice, morning, resealedBy } from "./office.ts";

const country = await makeCountry([3]);
await country.record(3, 17, noonMs - 2 * hourMs, "01012345678");

it("goes on after a restart between any two steps", () => {
  const office = makeOffice(country);
  return atNoon(
    Effect.gen(function* () {
      const { caseId, caseText } = yield* inOffice(office, (authority) =>
        authority.request({ officer: 1, ground: "investigation", windows: [morning(17)] }),
      );
      const signed = yield* office.first.approve(caseText);
      yield* inOffice(office, (authority) => authority.signRequest({ caseId, approval: signed }));
      const again = yield* inOffice(office, (authority) => authority.read(caseId));
      expect(Buffer.from(again.caseText)).toEqual(Buffer.from(caseText));
      const approval = yield* office.second.approve(again.caseText);
      yield* inOffice(office, (authority) => authority.approve({ caseId, approval }));
      expect(yield* inOffice(office, (authority) => authority.askRelease(caseId))).toEqual({ records: 1 });
      // The officers' clients start anew as well, from the bytes that they kept.
      const [first, second] = yield* Effect.forEach(country.kept, officerOf);
      const two = [present(first), present(second)];
      const resealed = yield* inOffice(office, (authority) => resealedBy(authority, office, caseId, two));
      expect(yield* inOffice(office, (authority) => authority.join(caseId, resealed))).toEqual({
        people: 1,
        waitingFor: [],
      });
      const [answer] = yield* inOffice(office, (authority) => authority.answerFor(caseId, 2));
      const visits = yield* present(second).openAnswer(
        present(answer),
        present(country.issuers[0]).answerKey,
      );
      expect(visits.map(({ phoneNumber }) => phoneNumber)).toEqual(["01012345678"]);
      yield* inOffice(office, (authority) => authority.close(caseId));
      expect((yield* inOffice(office, (authority) => authority.read(caseId))).state).toBe("closed");
      const next = yield* inOffice(office, (authority) =>
        authority.request({ officer: 1, ground: "investigation", windows: [morning(17)] }),
      );
      expect(next.caseId).toBe("case-2");
    }),
  );
});

it("can ask the custodian again after it could not serve", () => {
  const office = makeOffice(country);
  const unavailable = new StoreUnavailable({ reason: "full", detail: "for this test" });
  const failing = {
    ...office,
    country: { ...country, custodian: { ...country.custodian, release: () => Effect.fail(unavailable) } },
  };
  return atNoon(
    Effect.gen(function* () {
      const { caseId } = yield* inOffice(failing, (authority) => approved(authority, office));
      const failure = yield* Effect.flip(inOffice(failing, (authority) => authority.askRelease(caseId)));
      expect(failure).toBe(unavailable);
      expect(yield* inOffice(office, (authority) => authority.askRelease(caseId))).toEqual({ records: 1 });
    }),
  );
});
