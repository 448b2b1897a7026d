// The audit over an honest past finds nothing, and each planted wrong is told by its own name, with the party and a sentence.
// Instants are tested on both sides of their bounds; forgers may hold the log's key, but never the others'.
import { describe, expect, it } from "vitest";
import type { CountsCopy } from "../../../../impl/log/audit/copies.ts";
import { audit } from "../../../../impl/log/audit/audit.ts";
import { findingCodes } from "../../../../impl/log/audit/finding.ts";
import { renderAudit } from "../../../../impl/log/audit/table.ts";
import { type LogEntry } from "../../../../impl/protocol/logentries.ts";
import type { Party } from "../parties.ts";
import {
  answered,
  approved,
  day,
  endMs,
  hash,
  honestCounts,
  honestPast,
  keysErased,
  law,
  readWorld,
  released,
  visitsErased,
} from "./world.ts";
import { makeJudging, rewritten, toldOfLogs, toldOfStatements } from "./judging.ts";

const { honestWorld, wrongs, told } = makeJudging();

const past = (changed: Partial<Record<Party, readonly LogEntry[]>>) => ({ ...honestPast, ...changed });

describe("an honest past", () => {
  it("has nothing wrong, and the table says what was read and by which law", async () => {
    const { copies } = await honestWorld();
    const report = audit(copies, law);
    expect(report.findings).toEqual([]);
    expect(report.unchecked).toEqual([]);
    expect(renderAudit(report)).toEqual([
      "log        entries  checkpoints  cosigners  cases  days  wrong",
      "custodian        2            1          3      1     1      0",
      "issuer-1         2            1          3      1     1      0",
      "authority        1            1          3      1     0      0",
      "",
      "Read at 2020-07-29T15:00:00.000Z.",
      `Held to the law ${law.modelHash.slice(0, 12)}, preset 2020-07: retention 28 days, sweeps at most ${String(law.sweepLateness / 60_000)} minutes late, 2 officers, 2 cosigners.`,
      "Nothing is wrong in 3 logs.",
    ]);
  });

  it("is believed in a single log, and what that leaves out is said", async () => {
    const { copies } = await honestWorld();
    const alone = { ...copies, logs: copies.logs.filter(({ card }) => card.kind === "issuer") };
    expect(wrongs(alone)).toEqual([]);
    expect(audit(alone, law).unchecked.length).toBe(2);
  });
});

describe("entries", () => {
  it("of a kind that nobody knows, or in another's log, are told", async () => {
    const world = await honestWorld();
    const { entries } = world.copy("issuer-1");
    const unknown = new TextEncoder().encode('{"kind":"case.leaked"}');
    expect(wrongs(rewritten(world, "issuer-1", [...entries, unknown]))).toEqual([
      "issuer-1: cosigners-missing",
      "issuer-1: entry-unknown",
    ]);
    const misplaced = await readWorld(past({ "issuer-1": [answered, keysErased, visitsErased] }));
    expect(wrongs(misplaced.copies)).toEqual(["issuer-1: entry-misplaced"]);
  });
});

describe("cases", () => {
  const wrongCases = async (changed: Partial<Record<Party, readonly LogEntry[]>>) =>
    wrongs((await readWorld(past(changed))).copies);

  it("released without an approval, or before it", async () => {
    expect(await wrongCases({ authority: [] })).toEqual(["custodian: release-unapproved"]);
    const at = (approvedAtMs: number) => wrongCases({ authority: [{ ...approved, approvedAtMs }] });
    expect(await at(released.releasedAtMs + law.clockSkew)).toEqual([]);
    expect(await at(released.releasedAtMs + law.clockSkew + 1)).toEqual(["custodian: release-unapproved"]);
  });

  it("released for another text, or other officers", async () => {
    const custodian = (change: Partial<typeof released>) => ({
      custodian: [{ ...released, ...change }, visitsErased],
    });
    expect(await wrongCases(custodian({ commitment: hash("c") }))).toEqual(["custodian: commitment-differs"]);
    expect(await wrongCases(custodian({ officers: [2, 1] }))).toEqual([]);
    expect(await wrongCases(custodian({ officers: [1, 3] }))).toEqual(["custodian: officers-differ"]);
  });

  it("under one officer, however often that one is named", async () => {
    const officers = [1, 1];
    expect(
      await wrongCases({
        authority: [{ ...approved, officers }],
        custodian: [{ ...released, officers }, visitsErased],
      }),
    ).toEqual(["authority: officers-too-few", "custodian: officers-too-few"]);
  });

  it("answered without a release, to another issuer, before it, or for more than was released", async () => {
    const issuer = (change: Partial<typeof answered>) => ({
      "issuer-1": [{ ...answered, ...change }, keysErased],
    });
    expect(await wrongCases(issuer({ caseId: "case-2" }))).toEqual(["issuer-1: answer-unreleased"]);
    expect(await wrongCases(issuer({ releaseHash: hash("d") }))).toEqual(["issuer-1: answer-unreleased"]);
    const another = { ...released, parts: [{ issuer: 2, releaseHash: hash("b"), records: 7 }] };
    expect(await wrongCases({ custodian: [another, visitsErased] })).toEqual(["issuer-1: answer-unreleased"]);
    const earliest = released.releasedAtMs - law.clockSkew;
    expect(await wrongCases(issuer({ answeredAtMs: earliest }))).toEqual([]);
    expect(await wrongCases(issuer({ answeredAtMs: earliest - 1 }))).toEqual(["issuer-1: answer-unreleased"]);
    expect(await wrongCases(issuer({ records: 8 }))).toEqual(["issuer-1: records-exceeded"]);
    expect(await wrongCases(issuer({ people: 8 }))).toEqual(["issuer-1: records-exceeded"]);
  });

  it("told twice", async () => {
    expect(await wrongCases({ authority: [approved, approved] })).toEqual(["authority: case-twice"]);
    expect(await wrongCases({ "issuer-1": [answered, answered, keysErased] })).toEqual([
      "issuer-1: case-twice",
    ]);
  });
});

describe("days", () => {
  const deadlineMs = endMs + law.sweepLateness;

  it("end between their end and the lateness allowed, at both parties", async () => {
    const at = async (erasedAtMs: number) =>
      wrongs(
        (
          await readWorld(
            past({
              custodian: [released, { ...visitsErased, erasedAtMs }],
              "issuer-1": [answered, { ...keysErased, erasedAtMs }],
            }),
          )
        ).copies,
      );
    expect(await at(endMs)).toEqual([]);
    expect(await at(endMs - 1)).toEqual(["custodian: day-early", "issuer-1: day-early"]);
    expect(await at(deadlineMs)).toEqual([]);
    expect(await at(deadlineMs + 1)).toEqual(["custodian: day-late", "issuer-1: day-late"]);
  });

  it("end once", async () => {
    const { copies } = await readWorld(past({ "issuer-1": [answered, keysErased, keysErased] }));
    expect(wrongs(copies)).toEqual(["issuer-1: day-twice"]);
  });

  it("are overdue, or their end is unsaid, after the lateness allowed and not before", async () => {
    const { copies } = await readWorld(past({ custodian: [released] }));
    const counted = (live: number, readAtMs: number) => {
      const [first, second] = honestCounts.days;
      if (first === undefined || second === undefined) throw new Error("no days");
      const counts = {
        recorded: 12,
        live: 3 + live,
        erased: 9 - live,
        days: [{ ...first, live, erased: 9 - live }, second],
      };
      return wrongs({ ...copies, readAtMs, counts });
    };
    expect(counted(9, deadlineMs)).toEqual([]);
    expect(counted(9, deadlineMs + 1)).toEqual(["custodian: day-overdue"]);
    expect(counted(0, deadlineMs)).toEqual([]);
    expect(counted(0, deadlineMs + 1)).toEqual(["custodian: erasure-unstated"]);
    expect(counted(4, deadlineMs)).toEqual(["custodian: erasure-unstated"]);
  });
});

describe("a day that an issuer leaves out", () => {
  const deadlineMs = endMs + law.sweepLateness;
  const silent = past({ "issuer-1": [answered] });

  it("is told by what the custodian says it registered, after the lateness allowed and not before", async () => {
    const { copies } = await readWorld(silent);
    expect(wrongs(copies)).toEqual(["issuer-1: day-omitted"]);
    expect(audit(copies, law).findings.map(({ sentence }) => sentence)).toEqual([
      "The custodian's log says that it registered 1440 epochs for the day 2020-07-01, and its own log does not say " +
        `by ${new Date(deadlineMs).toISOString()} that the day was erased.`,
    ]);
    expect(wrongs({ ...copies, readAtMs: deadlineMs })).toEqual([]);
    expect(wrongs({ ...copies, readAtMs: deadlineMs + 1 })).toEqual(["issuer-1: day-omitted"]);
  });

  it("is told though it speaks of other days, and though another issuer speaks of this one", async () => {
    const other = { ...keysErased, day: day - 1, erasedAtMs: endMs - 86_400_000 + 2_000 };
    expect(wrongs((await readWorld(past({ "issuer-1": [answered, other] }))).copies)).toEqual([
      "issuer-1: day-omitted",
    ]);
    const { copies } = await readWorld();
    const renumbered = copies.logs.map((log) =>
      log.card.kind === "issuer" ? { ...log, card: { ...log.card, number: 2 } } : log,
    );
    expect(audit({ ...copies, logs: renumbered }, law).unchecked).toEqual([
      "that issuer 1 left no day out: its log was not read",
    ]);
  });

  it("is none where it registered nothing; a statement that does not say who had is told as unchecked", async () => {
    const nobody = { ...visitsErased, deposits: [] };
    const { copies } = await readWorld({ ...silent, custodian: [released, nobody] });
    expect(wrongs(copies)).toEqual([]);
    expect(audit(copies, law).unchecked).toEqual([]);
    const { deposits: _, ...older } = visitsErased;
    const before = await readWorld({ ...silent, custodian: [released, older] });
    expect(wrongs(before.copies)).toEqual([]);
    expect(audit(before.copies, law).unchecked).toEqual([
      "that no issuer left a day out of 1 day: the custodian did not say who had registered epochs",
    ]);
  });
});

describe("the balance", () => {
  const off = async (counts: CountsCopy) => wrongs({ ...(await honestWorld()).copies, counts });
  const [ended, live] = honestCounts.days;
  if (ended === undefined || live === undefined) throw new Error("no days");

  it("of the log is recorded = erased", async () => {
    const { copies } = await readWorld(past({ custodian: [released, { ...visitsErased, erased: 8 }] }));
    expect(wrongs(copies)).toEqual(["custodian: balance-off"]);
  });

  it("of the counts is recorded = live + erased, in all and by day, and what the log says", async () => {
    expect(await off({ ...honestCounts, recorded: 13 })).toEqual(["custodian: balance-off"]);
    expect(await off({ recorded: 12, live: 2, erased: 9, days: [ended, { ...live, live: 2 }] })).toEqual([
      "custodian: balance-off",
    ]);
    expect(
      await off({ recorded: 11, live: 3, erased: 8, days: [{ ...ended, recorded: 8, erased: 8 }, live] }),
    ).toEqual(["custodian: balance-off"]);
    expect(await off({ recorded: 3, live: 3, erased: 0, days: [live] })).toEqual(["custodian: balance-off"]);
    expect(await off({ ...honestCounts, days: [{ ...ended, date: "20201301" }, live] })).toEqual([
      "custodian: counts-unreadable",
      "custodian: balance-off",
    ]);
  });
});

it("each code about what the logs say was told by one of these, and with those about the logs they are all", () => {
  expect(told()).toEqual(toldOfStatements);
  expect([...new Set([...toldOfLogs, ...toldOfStatements])].sort()).toEqual([...findingCodes].sort());
});
