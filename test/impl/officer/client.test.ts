// The officer's client against a server that lies: it signs nothing that it cannot show, gives no share under a
// release that the custodian did not sign for this case, these officers and these records, and believes no answer
// that is not the issuer's to this officer.
import { Effect } from "effect";
import { expect, it } from "vitest";
import { officerClientOf, officerOf, type OfficerClient } from "../../../impl/officer/client.ts";
import type { OfficerDeclined } from "../../../impl/officer/declined.ts";
import type { ReleasedPart } from "../../../impl/protocol/contracts.ts";
import { flipped, present } from "../protocol/hex.ts";
import { hourMs, makeCountry, noonMs } from "../authority/country.ts";
import { answered, atNoon, inOffice, makeOffice, morning, released } from "../authority/office.ts";

const country = await makeCountry([3]);
await country.record(3, 17, noonMs - 2 * hourMs, "01012345678");
await country.record(3, 17, noonMs - 2 * hourMs, "01012345679");
const issuer = present(country.issuers[0]);
const [first, second, third] = country.officers.map(officerClientOf).map(present);
const office = { first: present(first), second: present(second), third: present(third) };

/** A part as released, and the first officer's answer of a second case about the same records. */
const prepare = () => {
  const place = makeOffice(country);
  return atNoon(
    inOffice(place, (authority) =>
      Effect.gen(function* () {
        const { caseId } = yield* released(authority, place);
        const { parts } = yield* authority.releaseOf(caseId);
        yield* answered(authority, place);
        const [given] = yield* authority.answerFor("case-2", 1);
        return { part: present(parts[0]), answer: present(given) };
      }),
    ),
  );
};

const codeOf = (attempt: Effect.Effect<unknown, OfficerDeclined>) =>
  Effect.runPromise(
    Effect.match(attempt, {
      onSuccess: () => "done",
      onFailure: ({ code, message }) => `${code}: ${message}`,
    }),
  );

const resealing =
  (part: ReleasedPart) =>
  (changed: Partial<ReleasedPart>, by: OfficerClient = office.first, caseId = "case-1") =>
    codeOf(
      by.reseal({
        caseId,
        part: { ...part, ...changed },
        custodianKey: country.custodianKey,
        issuerSealingKey: issuer.sealingKey,
      }),
    );

it("shows the facts of what it signs, and signs nothing else", async () => {
  const { caseText } = await atNoon(
    inOffice(makeOffice(country), (authority) =>
      authority.request({ officer: 1, ground: "investigation", windows: [morning(17)] }),
    ),
  );
  expect(await Effect.runPromise(office.first.readCase(caseText))).toMatchObject({ windows: [morning(17)] });
  for (const text of [caseText.subarray(1), new Uint8Array(0), Buffer.concat([caseText, caseText])]) {
    expect(await codeOf(office.first.approve(text))).toMatch(/^case-unreadable: This is/);
  }
});

it("re-seals under a release of its case, and under no other", async () => {
  const { part } = await prepare();
  const reseal = resealing(part);
  expect(await reseal({})).toBe("done");
  expect(await reseal({ release: flipped(part.release, 90) })).toMatch(/^release-forged/);
  expect(await reseal({}, office.first, "case-2")).toMatch(/^release-of-another/);
  expect(await reseal({ issuer: 4 })).toMatch(/^release-of-another/);
  expect(await reseal({}, office.third)).toMatch(/^release-of-another/);
  const [one, two] = part.records;
  expect(await reseal({ records: [present(one)], places: part.places.slice(1) })).toMatch(/^records-differ/);
  expect(await reseal({ records: [present(one), present(one)] })).toMatch(/^records-differ/);
  expect(await reseal({ records: [present(one), flipped(present(two), 9)] })).toMatch(/^records-differ/);
  expect(await reseal({ epochs: [] })).toMatch(/^shares-closed/);
  const mixed = part.epochs.map((epoch) => ({
    ...epoch,
    shares: epoch.shares.map((share) => ({ ...share, ciphertext: flipped(share.ciphertext, 3) })),
  }));
  expect(await reseal({ epochs: mixed })).toMatch(/^shares-closed/);
});

it("gives no share of an epoch that no record of the case belongs to", async () => {
  const { part } = await prepare();
  const other = { epochId: new Uint8Array(8), day: 1, shares: present(part.epochs[0]).shares };
  const lengthWith = async (epochs: ReleasedPart["epochs"]) => {
    const keys = { custodianKey: country.custodianKey, issuerSealingKey: issuer.sealingKey };
    const asked = { caseId: "case-1", part: { ...part, epochs }, ...keys };
    return (await Effect.runPromise(office.first.reseal(asked))).length;
  };
  const proper = await lengthWith(part.epochs);
  expect(await lengthWith([...part.epochs, other, ...part.epochs])).toBe(proper);
  expect(await lengthWith(part.epochs.slice(1))).toBeLessThan(proper);
});

it("opens its own answer, and believes no other", async () => {
  const { part, answer } = await prepare();
  const opened = (changed: Partial<typeof answer>, by: OfficerClient = office.first) =>
    codeOf(by.openAnswer({ ...answer, ...changed }, issuer.answerKey));
  expect(await opened({})).toBe("done");
  expect(await opened({}, office.second)).toMatch(/^answer-forged/);
  expect(await opened({ answer: flipped(answer.answer, 700) })).toMatch(/^answer-forged/);
  expect(await opened({ caseId: "case-1" })).toMatch(/^answer-forged/);
  expect(await opened({ release: part.release })).toMatch(/^answer-forged/);
  expect(await opened({ issuer: 4 })).toMatch(/^answer-forged/);
  expect(await opened({ places: answer.places.slice(1) })).toMatch(/^answer-foreign/);
  expect(await codeOf(office.first.openAnswer(answer, country.custodianKey))).toMatch(/^answer-forged/);
});

it("comes back from its kept bytes, and from no others", async () => {
  const kept = present(country.kept[0]);
  const back = await Effect.runPromise(officerOf(kept));
  expect(back.rosterEntry).toEqual(office.first.rosterEntry);
  expect(await codeOf(officerOf(kept.subarray(1)))).toMatch(/^keys-unreadable/);
  const reseal = resealing((await prepare()).part);
  expect(await reseal({})).toBe("done");
  office.first.endCase("case-1");
  expect(await reseal({})).toBe("done");
});
