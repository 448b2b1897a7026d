// The text of a case: what is written comes back, in one form only, and an approval is of exactly these bytes.
// What officers see is written out once by hand.
import fc from "fast-check";
import { expect, it } from "vitest";
import {
  approveCase,
  approvedSince,
  approvalText,
  checkApprovals,
  decodeApproval,
  decodeCase,
  encodeApproval,
  encodeCase,
} from "../../../impl/protocol/casetext.ts";
import { flipped, present } from "./hex.ts";
import { makeAuthority, noonMs } from "./officers.ts";

const authority = await makeAuthority(3);
const [first, second] = authority.officers.map((officer) => officer);
const facts = {
  caseId: "seoul-2020-07-01",
  ground: "법률 제76조의2\nline two",
  requestedAtMs: 1_593_572_400_000,
  windows: [{ venue: 17, fromMs: 1_593_568_800_000, untilMs: 1_593_572_400_000 }],
};
const text = encodeCase(facts);

it("is what officers see", () => {
  expect(new TextDecoder().decode(text)).toBe(
    [
      "entrylog case, version 1",
      "case seoul-2020-07-01",
      'ground "법률 제76조의2\\nline two"',
      "requested 1593572400000",
      "venue 17 from 1593568800000 until 1593572400000",
      "",
    ].join("\n"),
  );
});

it("comes back, whatever the ground says", () => {
  const instants = fc.nat(2 ** 47);
  const windows = fc.array(fc.record({ venue: fc.nat(2 ** 31), fromMs: instants, untilMs: instants }));
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), instants, windows, (ground, requestedAtMs, asked) => {
      const facts = { caseId: "c", ground, requestedAtMs, windows: asked };
      expect(decodeCase(encodeCase(facts))).toEqual({ ok: true, value: facts });
    }),
  );
});

it.each([
  ["another order", 'entrylog case, version 1\nground "g"\ncase c\nrequested 1\n'],
  ["a number written otherwise", 'entrylog case, version 1\ncase c\nground "g"\nrequested 01\n'],
  ["a blank more", 'entrylog case, version 1\ncase c\nground  "g"\nrequested 1\n'],
  ["a line that is no venue", 'entrylog case, version 1\ncase c\nground "g"\nrequested 1\nall venues\n'],
  ["no last line feed", 'entrylog case, version 1\ncase c\nground "g"\nrequested 1'],
  ["an id that is none", 'entrylog case, version 1\ncase ../c\nground "g"\nrequested 1\n'],
  ["a ground that is no text", "entrylog case, version 1\ncase c\nground 5\nrequested 1\n"],
  ["nothing", ""],
])("is refused with %s", (_, wrong) => {
  expect(decodeCase(new TextEncoder().encode(wrong))).toEqual({ ok: false, reason: "form" });
});

it("is approved by different officers of the roster, each for exactly these bytes", () => {
  const one = approveCase(present(first), text, noonMs);
  const two = approveCase(present(second), text, noonMs + 1);
  expect(decodeApproval(encodeApproval(one))).toEqual({ ok: true, value: one });
  expect(decodeApproval(encodeApproval(one).subarray(1))).toEqual({ ok: false, reason: "length" });
  const reasonOf = (approvals: readonly (typeof one)[], bytes = text, roster = authority.roster) => {
    const checked = checkApprovals(bytes, approvals, roster);
    return checked.ok ? checked.value : checked.reason;
  };
  expect(reasonOf([one, two])).toEqual([1, 2]);
  expect(reasonOf([one, one])).toBe("sameOfficer");
  expect(reasonOf([{ ...one, officer: 2 }])).toBe("signature");
  expect(reasonOf([{ ...one, approvedAtMs: noonMs + 1 }])).toBe("signature");
  expect(reasonOf([one, two], flipped(text, 300))).toBe("signature");
  expect(reasonOf([one, two], text, authority.roster.slice(1))).toBe("unknownOfficer");
});

it("carries who agrees and when in the text that is signed", () => {
  const lines = new TextDecoder().decode(approvalText(text, 2, 1_593_572_460_000)).split("\n");
  expect(lines.slice(0, 2)).toEqual(["entrylog case, version 1", "case seoul-2020-07-01"]);
  expect(lines.slice(-2)).toEqual(["officer 2 agrees at 1593572460000", ""]);
});

it("counts from the instant at which enough different officers had agreed", () => {
  const at = (officer: number, approvedAtMs: number) => ({
    officer,
    approvedAtMs,
    signature: new Uint8Array(64),
  });
  expect(approvedSince([at(1, 10), at(2, 30), at(3, 20)], 2)).toBe(20);
  expect(approvedSince([at(1, 10), at(2, 30), at(3, 20)], 3)).toBe(30);
  // One officer's second word makes nobody else's.
  expect(approvedSince([at(1, 10), at(1, 5)], 2)).toBeUndefined();
  expect(approvedSince([at(1, 10), at(1, 50), at(2, 20)], 2)).toBe(20);
});
