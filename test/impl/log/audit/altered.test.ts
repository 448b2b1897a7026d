// The audit of logs that were altered where they are read, cosigned by others than they say, or written anew by their own party.
// Each planted wrong is told by its name, and by no other.
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { parseCheckpoint, signCheckpoint } from "../../../../impl/log/checkpoint.ts";
import { cosign } from "../../../../impl/log/cosignature.ts";
import { formatNote, parseNote, type Note } from "../../../../impl/log/note.ts";
import { importSigningKey } from "../../../../impl/protocol/ed25519.ts";
import { encodeEntry } from "../../../../impl/protocol/logentries.ts";
import { approved, endMs, honestCounts, honestPast, readWorld, visitsErased } from "./world.ts";
import { makeJudging, rewritten, toldOfLogs } from "./judging.ts";

const { honestWorld, wrongs, told } = makeJudging();

const noteOf = (text: string): Note => {
  const note = parseNote(text);
  if (note === undefined) throw new Error("no note");
  return note;
};
const strangersKey = importSigningKey(new Uint8Array(32).fill(9));
if (strangersKey === undefined) throw new Error("no key");

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

it("each code about the logs themselves was told by one of these", () => {
  expect(told()).toEqual(toldOfLogs);
});
