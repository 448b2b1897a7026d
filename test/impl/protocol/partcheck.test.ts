// Whether a part of a release is the custodian's word for this case, these officers and exactly these records: each way in which it is not.
// Both the authority's server and each officer's client ask this before they believe anything.
import { describe, expect, it } from "vitest";
import { isPartOf } from "../../../impl/protocol/partcheck.ts";
import type { ReleasedPart } from "../../../impl/protocol/contracts.ts";
import { encodeRelease, recordHash, type Release } from "../../../impl/protocol/release.ts";
import { newKey } from "../custodian/issuer.ts";
import { noonMs } from "../authority/country.ts";

const key = newKey();
const records = [1, 2, 3].map((filled) => new Uint8Array(58).fill(filled));
const [one = new Uint8Array(58), two = new Uint8Array(58)] = records;

const partOf = (
  changed: Partial<Release> = {},
  beside: Partial<ReleasedPart> = {},
  by = key,
): ReleasedPart => ({
  issuer: 3,
  release: encodeRelease(by, {
    caseId: "case-1",
    issuer: 3,
    releasedAtMs: noonMs,
    lapsesAtMs: noonMs + 1,
    commitment: new Uint8Array(32),
    officers: [2, 1],
    recordHashes: records.map(recordHash),
    ...changed,
  }),
  records,
  places: records.map(() => ({ venue: 17, scannedAtMs: noonMs, late: false, disputed: false })),
  epochs: [],
  ...beside,
});

const isRight = (part: ReleasedPart): boolean => isPartOf(part, "case-1", [1, 2], key.verifyingKey);

describe("a part of a release", () => {
  it("is right in any order of officers and records", () => {
    expect(isRight(partOf())).toBe(true);
    expect(isRight(partOf({}, { records: records.toReversed() }))).toBe(true);
  });

  it.each([
    ["of another key", partOf({}, {}, newKey())],
    ["of another case", partOf({ caseId: "case-2" })],
    ["of another issuer", partOf({ issuer: 4 })],
    ["of other officers", partOf({ officers: [1, 3] })],
    ["of fewer officers", partOf({ officers: [1] })],
    ["of more officers", partOf({ officers: [1, 2, 3] })],
    ["of one officer twice", partOf({ officers: [1, 1] })],
    ["without a place", partOf({}, { places: partOf().places.slice(1) })],
    [
      "with one place too many",
      partOf(
        {},
        { places: [...partOf().places, { venue: 1, scannedAtMs: 1, late: false, disputed: false }] },
      ),
    ],
    ["without a record", partOf({}, { records: [one, two], places: partOf().places.slice(1) })],
    ["with another record", partOf({}, { records: [one, two, new Uint8Array(58).fill(9)] })],
    ["with a record twice", partOf({}, { records: [one, two, two] })],
    [
      "that lists a record twice",
      partOf({ recordHashes: [one, two, two].map(recordHash) }, { records: [one, two, two] }),
    ],
  ] as const)("is wrong %s", (_, part) => {
    expect(isRight(part)).toBe(false);
  });
});
