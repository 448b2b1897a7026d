// The threat table itself: every party, every pair and every kind of thief has a row, each row names a test that exists, in Korean too,
// and what a row claims to be impossible lies within the bound that the messages set. The command prints it.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { threats as korean } from "../../models/labels/ko/threats.ts";
import { boundOf, namedBy, threats, type Threat } from "../../models/threats.ts";
import { threatRows, threatsText } from "../../sim/threats/table.ts";

const rows: readonly (readonly [string, Threat])[] = Object.entries(threats);
const parties = ["issuer", "venue", "custodian", "authority", "board"] as const;
const root = fileURLToPath(new URL("../..", import.meta.url));

describe("the threat table", () => {
  it("has each party, each of the ten pairs, and each kind of possession", () => {
    const sets = new Set(rows.map(([, row]) => [...row.parties].sort().join(" ")));
    for (const one of parties)
      for (const other of parties) expect([...sets]).toContain([...new Set([one, other])].sort().join(" "));
    expect(new Set(rows.map(([, { has }]) => has))).toEqual(
      new Set(["role", "store and vault", "store", "vault", "old backup", "wire"]),
    );
  });

  it.each(rows)("%s is shown by a test that exists, with these words in it", (_, { shown }) => {
    expect(readFileSync(`${root}/${shown.file}`, "utf8")).toContain(shown.title);
  });

  it.each(rows)("%s is said in Korean", (id) => {
    const words = Object.entries(korean).find(([known]) => known === id)?.[1];
    expect(words?.learns).toMatch(/[가-힣]/);
    expect(words?.cannot).toMatch(/[가-힣]/);
    expect(words?.learns).not.toMatch(/undefined/);
  });

  it("says who was where only where the messages allow it", () => {
    const whoWasWhere = rows.filter(([, row]) => boundOf(row).includes("whoWasWhere")).map(([id]) => id);
    expect(whoWasWhere).toEqual([
      "issuer-venue",
      "issuer-custodian",
      "issuer-authority",
      // In a case of their own, which another officer signed too.
      "officer-alone",
      "officers-issuer-custodian",
      // What the three would know who kept everything; their keys alone open nothing.
      "vault",
      "old-backup",
      // A person, of themselves.
      "script",
    ]);
    expect(boundOf(threats["custodian-authority"])).toEqual(["place", "timeOfScan"]);
    expect(boundOf(threats["officers-custodian"])).toEqual(["place", "timeOfScan", "epochSecret"]);
  });

  it("says by which ways those who could say who was where would come to it, while they watch live", () => {
    const named = rows.flatMap(([id, row]) => (namedBy(row).length === 0 ? [] : [[id, namedBy(row)]]));
    const all = ["seen at once", "equal values", "near times"];
    expect(named).toEqual([
      ["issuer-venue", all],
      ["issuer-custodian", all],
      // A case is dealt with when the visit is long over, but its records tell when each pass was made and shown.
      ["issuer-authority", all],
      // The answer has no place and no time: the case and its records tell whose they are.
      ["officer-alone", ["equal values"]],
      ["officers-issuer-custodian", all],
      ["vault", all],
      ["old-backup", all],
      ["script", all],
    ]);
    expect(threatsText("en").join("\n")).toContain(
      "while watching live, by: what they see at once and can open, equal values, near times, where nobody else asks in the same seconds",
    );
    expect(threatsText("ko").join("\n")).toContain(
      "같은 값, 가까운 시각(같은 몇 초 동안 다른 요청이 없을 때)",
    );
  });

  it("is printed in both languages, a row for each", () => {
    for (const language of ["en", "ko"] as const) {
      expect(threatRows(language)).toHaveLength(rows.length);
      expect(threatsText(language).filter((line) => line !== "" && !line.startsWith(" "))).toHaveLength(
        rows.length,
      );
    }
    expect(threatsText("en").join("\n")).toContain("issuer-custodian: issuer + custodian (store and vault)");
    expect(threatsText("ko").join("\n")).toContain("알 수 있는 것");
  });
});
