// A small witness trace written by hand, as `simulate` writes it: one person, a pass, its visit, and a case about it.
// The tests of following use it, and change single things in it; its sums are not looked at by the page.
import { lawHash } from "../../../../evidence.ts";

const sum = "00000000";
const header = {
  schemaVersion: 1,
  modelHash: lawHash,
  preset: "2020-07",
  set: {},
  scenario: "A street",
  seed: 1,
};
/** 1 July 2020 in Seoul, in milliseconds. */
const day = 1_593_529_200_000;

/** The instants of the lines, for those that look for them. */
export const at = { agreed: day + 36_000_000, scanned: day + 36_040_000, opened: day + 180_000_000 } as const;

export const lines: readonly string[] = [
  `${at.agreed}\tissuer.agree\tcountry,7\t1,0,0\tconsent.recorded`,
  `${at.agreed + 1_000}\tissuer.sendCode\tcountry,7,7\t0,0\tcode.sent`,
  `${at.agreed + 20_000}\tissuer.checkCode\tcountry,7,7\t1\tphone.verified`,
  `${at.agreed + 30_000}\tissuer.issue\tcountry,7,7,0\t0\t.`,
  `${at.scanned}\tcustodian.record\tcountry,0,18444.0\t1,1,1,1,1,1,0,${at.scanned},${at.agreed + 30_000}\tvisit.stored`,
  `!\t{"kind":"stillHeld","at":${at.scanned},"party":"custodian","what":"visit","endsAt":1}`,
  `${at.agreed + 3_600_000}\tissuer.issue\tcountry,7,7,\t0\t!consent-required`,
  `${at.opened}\tauthority.request\tc0\t1,1,2,${at.agreed},${at.scanned}\tcase.opened`,
  `${at.opened + 60_000}\tauthority.approve\tc0\t1\t!case-same-officer`,
  `${at.opened + 120_000}\tauthority.approve\tc0\t2\tcase.approved`,
  `${at.opened + 120_000}\tcustodian.releaseVisit\t18444.0\t\tvisit.disclosed`,
  `${day + 40 * 86_400_000}\tissuer.announceLevel\tcountry\t3\tlevel.noted`,
];

export const traceOf = (
  rows: readonly string[] = lines,
  changes: Readonly<Record<string, unknown>> = {},
): string =>
  [JSON.stringify({ ...header, ...changes }), ...rows, `=\t${rows.length}`]
    .map((row) => `${row}\t${sum}\n`)
    .join("");
