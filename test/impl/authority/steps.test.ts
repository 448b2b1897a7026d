// What the authority refuses once a case has been asked for: steps at the wrong time, joins without two officers, and
// releases that are not the custodian's word for this case. Each has its code, and nothing stored changes.
import { Effect } from "effect";
import { TestClock } from "effect/testing";
import { describe, expect, it } from "vitest";
import type { AuthorityService } from "../../../impl/authority/authority.ts";
import { Refused } from "../../../impl/lifecycle/refused.ts";
import { approveCase } from "../../../impl/protocol/casetext.ts";
import { encodeRelease, recordHash } from "../../../impl/protocol/release.ts";
import { nothing, refusedIn, type Prepared } from "./refusal.ts";
import { flipped, present } from "../protocol/hex.ts";
import { hourMs, makeCountry, noonMs, type Country } from "./country.ts";
import {
  answered,
  approved,
  atNoon,
  inOffice,
  makeOffice,
  released,
  requested,
  resealedBy,
  type Office,
} from "./office.ts";

const country = await makeCountry([3]);
await country.record(3, 17, noonMs - 2 * hourMs, "01012345678");

const expectRefused = refusedIn(country);

describe("a step at the wrong time", () => {
  const denied: Prepared<string> = Effect.fnUntraced(function* (authority, office) {
    const { caseId } = yield* requested(authority, office);
    yield* authority.deny({ caseId, officer: 2, reason: "need-not-shown" });
    return caseId;
  });
  const approvedCase: Prepared<string> = (authority, office) =>
    Effect.map(approved(authority, office), ({ caseId }) => caseId);

  it("a release of a case that is only asked for", () =>
    expectRefused("not-allowed", requested, (authority, { caseId }) => authority.askRelease(caseId)));

  it("a release of a denied case", () =>
    expectRefused("not-allowed", denied, (authority, caseId) => authority.askRelease(caseId)));

  it("an approval of a denied case", () =>
    expectRefused("not-allowed", denied, (authority, caseId) =>
      Effect.flatMap(authority.read(caseId), ({ caseText }) =>
        authority.approve({ caseId, approval: approveCase(present(country.officers[1]), caseText, noonMs) }),
      ),
    ));

  it("a denial of an approved case, and by somebody who is no officer", async () => {
    await expectRefused("not-allowed", approvedCase, (authority, caseId) =>
      authority.deny({ caseId, officer: 7, reason: "need-not-shown" }),
    );
    await expectRefused("officers-too-few", requested, (authority, { caseId }) =>
      authority.deny({ caseId, officer: 9, reason: "need-not-shown" }),
    );
  });

  it("a second release, a join before the release, closing before the answer (F6)", async () => {
    await expectRefused("not-allowed", released, (authority, { caseId }) => authority.askRelease(caseId));
    await expectRefused("not-allowed", approvedCase, (authority, caseId) =>
      authority.join(caseId, new Map()),
    );
    await expectRefused("not-allowed", released, (authority, { caseId }) => authority.close(caseId));
    await expectRefused("not-allowed", nothing, (authority) => authority.close("case-1"));
  });

  it("a release after 72 hours", () => {
    const office = makeOffice(country);
    return atNoon(
      inOffice(office, (authority) =>
        Effect.gen(function* () {
          const { caseId } = yield* approved(authority, office);
          yield* TestClock.setTime(noonMs + 72 * hourMs);
          expect(yield* Effect.flip(authority.askRelease(caseId))).toMatchObject({ code: "not-allowed" });
          expect((yield* authority.read(caseId)).state).toBe("lapsed");
        }),
      ),
    );
  });
});

describe("a join", () => {
  const withShares = (officers: readonly ("first" | "second" | "third")[]) =>
    Effect.fnUntraced(function* (authority: AuthorityService, office: Office) {
      const { caseId } = yield* released(authority, office);
      const clients = officers.map((name) => office[name]);
      return { caseId, resealed: yield* resealedBy(authority, office, caseId, clients) };
    });

  it("with one officer is refused", () =>
    expectRefused("officers-too-few", withShares(["first"]), (authority, { caseId, resealed }) =>
      authority.join(caseId, resealed),
    ));

  it("with nobody's shares is refused", () =>
    expectRefused("officers-too-few", released, (authority, { caseId }) =>
      authority.join(caseId, new Map()),
    ));

  it("with altered shares is refused", () =>
    expectRefused("release-forged", withShares(["first", "second"]), (authority, { caseId, resealed }) =>
      authority.join(
        caseId,
        new Map([...resealed].map(([issuer, all]) => [issuer, all.map((each) => flipped(each, 400))])),
      ),
    ));

  it("a second time is refused, and so are answers for others than its two officers", async () => {
    await expectRefused("not-allowed", answered, (authority, { caseId }) =>
      authority.join(caseId, new Map([[3, []]])),
    );
    await expectRefused("not-allowed", answered, (authority, { caseId }) => authority.answerFor(caseId, 7));
    await expectRefused("not-allowed", answered, (authority, { caseId }) => authority.releaseOf(caseId));
  });
});

describe("a release", () => {
  const custodianThat = (
    change: (honest: Country["custodian"]) => Country["custodian"]["release"],
  ): Country => ({
    ...country,
    custodian: { ...country.custodian, release: change(country.custodian) },
  });

  it("that the custodian refuses is refused with its code", () =>
    expectRefused(
      "nation-records-exceeded",
      approved,
      (authority, { caseId }) => authority.askRelease(caseId),
      custodianThat(() => () => Effect.fail(new Refused({ code: "nation-records-exceeded" }))),
    ));

  it("is asked of the custodian once", async () => {
    let questions = 0;
    const counting = custodianThat(({ release }) => (...asked) => {
      questions += 1;
      return release(...asked);
    });
    await expectRefused(
      "not-allowed",
      released,
      (authority, { caseId }) => authority.askRelease(caseId),
      counting,
    );
    expect(questions).toBe(1);
  });

  it("that lists a record twice is not believed", () => {
    const twice = custodianThat(
      ({ release }) =>
        (...asked) =>
          Effect.map(release(...asked), (honest) => {
            const parts = honest.parts.map((part) => ({
              ...part,
              records: [...part.records, ...part.records],
              places: [...part.places, ...part.places],
              release: encodeRelease(country.custodianSigning, {
                caseId: "case-1",
                issuer: part.issuer,
                releasedAtMs: noonMs,
                lapsesAtMs: noonMs,
                commitment: new Uint8Array(32),
                officers: [1, 2],
                recordHashes: [...part.records, ...part.records].map(recordHash),
              }),
            }));
            return { ...honest, parts, records: honest.records * 2 };
          }),
    );
    return expectRefused(
      "release-forged",
      approved,
      (authority, { caseId }) => authority.askRelease(caseId),
      twice,
    );
  });

  it("that is altered, of another case, with other records or of a wrong count is not believed", async () => {
    const record = present(country.asked[0]?.records[0]);
    const forged = {
      altered: (bytes: Uint8Array) => flipped(bytes, 300),
      ofAnother: (_bytes: Uint8Array) =>
        encodeRelease(country.custodianSigning, {
          caseId: "case-2",
          issuer: 3,
          releasedAtMs: noonMs,
          lapsesAtMs: noonMs,
          commitment: new Uint8Array(32),
          officers: [1, 2],
          recordHashes: [recordHash(record)],
        }),
    };
    for (const forge of Object.values(forged)) {
      const lying = custodianThat(
        ({ release }) =>
          (...asked) =>
            Effect.map(release(...asked), (honest) => ({
              ...honest,
              parts: honest.parts.map((part) => ({ ...part, release: forge(part.release) })),
            })),
      );
      await expectRefused(
        "release-forged",
        approved,
        (authority, { caseId }) => authority.askRelease(caseId),
        lying,
      );
    }
    const more = custodianThat(
      ({ release }) =>
        (...asked) =>
          Effect.map(release(...asked), (honest) => ({
            ...honest,
            parts: honest.parts.map((part) => ({
              ...part,
              records: [...part.records, ...part.records],
              places: [...part.places, ...part.places],
            })),
            records: honest.records * 2,
          })),
    );
    await expectRefused(
      "release-forged",
      approved,
      (authority, { caseId }) => authority.askRelease(caseId),
      more,
    );
    const miscounted = custodianThat(
      ({ release }) =>
        (...asked) =>
          Effect.map(release(...asked), (honest) => ({ ...honest, records: honest.records + 1 })),
    );
    await expectRefused(
      "release-forged",
      approved,
      (authority, { caseId }) => authority.askRelease(caseId),
      miscounted,
    );
  });
});
