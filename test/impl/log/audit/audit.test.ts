// The audit over an honest past finds nothing, and each planted wrong is told by its own name, with the party and a sentence.
// Instants are tested on both sides of their bounds; forgers may hold the log's key, but never the others'.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { audit } from "../../../../impl/log/audit/audit.ts";
import type { AuditedCopies, CountsCopy } from "../../../../impl/log/audit/copies.ts";
import { findingCodes } from "../../../../impl/log/audit/finding.ts";
import { growTree } from "../../../../impl/log/audit/memorytree.ts";
import { renderAudit } from "../../../../impl/log/audit/table.ts";
import { parseCheckpoint, signCheckpoint } from "../../../../impl/log/checkpoint.ts";
import { cosign } from "../../../../impl/log/cosignature.ts";
import { formatNote, parseNote, type Note } from "../../../../impl/log/note.ts";
import { hashLeaf } from "../../../../impl/log/treehash.ts";
import { importSigningKey } from "../../../../impl/protocol/ed25519.ts";
import { encodeEntry, type LogEntry } from "../../../../impl/protocol/logentries.ts";
import type { Party } from "../parties.ts";
import {
  answered,
  approved,
  endMs,
  hash,
  honestCounts,
  honestPast,
  keysErased,
  law,
  readWorld,
  released,
  visitsErased,
  type World,
} from "./world.ts";

/** Read once: what is altered is always a copy. */
let honest: Promise<World> | undefined;
const honestWorld = (): Promise<World> => (honest ??= readWorld());

const told = new Set<string>();

/** What is wrong, as `party: code`, each once. */
const wrongs = (copies: AuditedCopies): readonly string[] => {
  const { findings } = audit(copies, law);
  for (const { code } of findings) told.add(code);
  return [...new Set(findings.map(({ party, code }) => `${party}: ${code}`))];
};

const past = (changed: Partial<Record<Party, readonly LogEntry[]>>) => ({ ...honestPast, ...changed });
const noteOf = (text: string): Note => {
  const note = parseNote(text);
  if (note === undefined) throw new Error("no note");
  return note;
};
const strangersKey = importSigningKey(new Uint8Array(32).fill(9));
if (strangersKey === undefined) throw new Error("no key");

/** The log written anew by whoever holds its key, without the others. */
const rewritten = ({ copy, keys, withCopy }: World, party: Party, entries: readonly Uint8Array[]) => {
  const tree = growTree(entries);
  const { name, log } = keys[party];
  const note = signCheckpoint(
    { origin: name, size: tree.size, root: tree.root(tree.size) ?? new Uint8Array(32) },
    log,
  );
  return withCopy(party, {
    ...copy(party),
    entries,
    leafHashes: entries.map(hashLeaf),
    checkpoints: [formatNote(note)],
  });
};

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

describe("a log altered where it is read", () => {
  it("with an entry forged", async () => {
    const { copy, withCopy } = await honestWorld();
    const forged = encodeEntry({ ...visitsErased, recorded: 8, erased: 8 });
    expect(wrongs(withCopy("custodian", { entries: copy("custodian").entries.with(1, forged) }))).toEqual([
      "custodian: tree-differs",
      "custodian: entry-forged",
      "custodian: balance-off",
    ]);
  });

  it("with an entry removed", async () => {
    const { copy, withCopy } = await honestWorld();
    expect(wrongs(withCopy("authority", { entries: copy("authority").entries.slice(0, -1) }))).toEqual([
      "authority: entry-removed",
      "custodian: release-unapproved",
    ]);
  });

  it("with a checkpoint that its key has not signed", async () => {
    const { copy, withCopy } = await honestWorld();
    const { checkpoints } = copy("authority");
    const { checkpoint } = parseCheckpoint(checkpoints[0] ?? "") ?? {};
    if (checkpoint === undefined) throw new Error("no checkpoint");
    const forged = formatNote(signCheckpoint(checkpoint, strangersKey));
    expect(wrongs(withCopy("authority", { checkpoints: [forged] }))).toEqual([
      "authority: checkpoint-forged",
      "authority: cosigner-stranger",
      "authority: cosigners-missing",
    ]);
    expect(wrongs(withCopy("authority", { checkpoints: ["nothing"] }))).toEqual([
      "authority: checkpoint-forged",
    ]);
  });

  it("with an older checkpoint shown as the latest", async () => {
    const world = await readWorld(honestPast, honestCounts, ({ logs }) =>
      Effect.andThen(
        logs.authority.log.append({ ...approved, caseId: "case-2" }),
        logs.authority.log.publish,
      ),
    );
    const { checkpoints } = world.copy("authority");
    expect(checkpoints.length).toBe(2);
    expect(wrongs(world.copies)).toEqual([]);
    expect(wrongs(world.withCopy("authority", { checkpoints: checkpoints.toReversed() }))).toEqual([
      "authority: checkpoint-old",
    ]);
  });

  it("with what cannot be read", async () => {
    const { copies, withCopy } = await honestWorld();
    expect(wrongs(withCopy("authority", { unreadable: ["It is away."] }))).toEqual([
      "authority: log-unreadable",
    ]);
    const silent = copies.witnesses.map((witness) =>
      witness.card.name === "board" ? { ...witness, unreadable: ["It is away."] } : witness,
    );
    expect(wrongs({ ...copies, witnesses: silent })).toEqual(["board: log-unreadable"]);
    expect(wrongs({ ...copies, counts: undefined })).toEqual(["custodian: counts-unreadable"]);
  });
});

describe("cosignatures", () => {
  const withSignature = async (change: (note: Note) => Note) => {
    const { copy, withCopy } = await honestWorld();
    const [checkpoint = ""] = copy("authority").checkpoints;
    return wrongs(withCopy("authority", { checkpoints: [formatNote(change(noteOf(checkpoint)))] }));
  };

  it("of a stranger, and of a stranger in a party's name, are told", async () => {
    for (const name of ["entrylog/stranger", "entrylog/board"])
      expect(
        await withSignature((note) => ({
          ...note,
          signatures: [...note.signatures, cosign(note.text, endMs, name, strangersKey)],
        })),
      ).toEqual(["authority: cosigner-stranger"]);
  });

  it("that do not verify are told", async () => {
    expect(
      await withSignature((note) => ({
        ...note,
        signatures: note.signatures.map((line) =>
          line.name === "entrylog/board"
            ? { ...line, signature: line.signature.with(20, line.signature[20] === 0 ? 1 : 0) }
            : line,
        ),
      })),
    ).toEqual(["authority: cosignature-wrong"]);
  });

  it("are enough with two, and too few with one", async () => {
    const keep = (others: number) => (note: Note) => ({
      ...note,
      signatures: note.signatures.slice(0, 1 + others),
    });
    expect(await withSignature(keep(2))).toEqual([]);
    expect(await withSignature(keep(1))).toEqual(["authority: cosigners-missing"]);
  });
});

describe("a log written anew by its own party", () => {
  it("with another entry is forked, by the word of all who cosigned the first", async () => {
    const world = await honestWorld();
    const entries = world.copy("authority").entries.with(0, encodeEntry({ ...approved, officers: [1, 3] }));
    expect(wrongs(rewritten(world, "authority", entries))).toEqual([
      "authority: cosigners-missing",
      "authority: log-forked",
      "custodian: officers-differ",
    ]);
  });

  it("with an entry less is shorter than what the others cosigned", async () => {
    const world = await honestWorld();
    expect(wrongs(rewritten(world, "custodian", world.copy("custodian").entries.slice(0, 1)))).toEqual([
      "custodian: cosigners-missing",
      "custodian: log-shorter",
      "custodian: erasure-unstated",
    ]);
  });

  it("is forked by what a witness keeps against it, though the log itself is whole", async () => {
    const { copies, keys } = await honestWorld();
    const other = formatNote(
      signCheckpoint({ origin: "entrylog/authority", size: 1, root: new Uint8Array(32) }, keys.authority.log),
    );
    const against = (note: string) => ({
      ...copies,
      witnesses: copies.witnesses.map((witness) => ({
        ...witness,
        logs: witness.logs.map((log) =>
          witness.card.name === "board" && log.origin === "entrylog/authority"
            ? { ...log, evidence: [note] }
            : log,
        ),
      })),
    });
    expect(wrongs(against(other))).toEqual(["authority: log-forked"]);
    // Evidence that the log has not signed speaks against the one who shows it.
    expect(wrongs(against(other.replace("\n1\n", "\n0\n")))).toEqual(["board: view-forged"]);
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

it("every code that an audit knows was told by one of these", () => {
  expect(findingCodes.filter((code) => !told.has(code))).toEqual([]);
});
