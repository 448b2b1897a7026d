// Signed notes, checkpoints and cosignatures against the published vectors of their formats, and against everything that is
// nearly one: another text, another key, a name that is another's, a line too many, a number with leading zeros.
import { describe, expect, it } from "vitest";
import {
  checkpointText,
  isCheckpointOf,
  parseCheckpoint,
  signCheckpoint,
} from "../../../impl/log/checkpoint.ts";
import { cosign, cosignersOf, wrongCosignatures } from "../../../impl/log/cosignature.ts";
import {
  formatNote,
  formatNoteKey,
  isSignedBy,
  parseNote,
  parseNoteKey,
  signatureTypes,
  type Note,
} from "../../../impl/log/note.ts";
import { importSigningKey, type SigningKey } from "../../../impl/protocol/ed25519.ts";

const peter = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const wise =
  "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n";
const peterSigned =
  "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n";

const keyOf = (seed: number): SigningKey => {
  const key = importSigningKey(new Uint8Array(32).fill(seed));
  if (key === undefined) throw new Error("no key");
  return key;
};

const noteOf = (text: string): Note => {
  const note = parseNote(text);
  if (note === undefined) throw new Error("no note");
  return note;
};

describe("a signed note", () => {
  const key = parseNoteKey(peter);
  if (key === undefined) throw new Error("no key");

  it("of the published vector verifies, and is written again as it was", () => {
    const note = noteOf(`${wise}\n${peterSigned}`);
    expect(note.text).toBe(wise);
    expect(isSignedBy(note, key)).toBe(true);
    expect(formatNote(note)).toBe(`${wise}\n${peterSigned}`);
    expect(formatNoteKey(key, signatureTypes.ed25519)).toBe(peter);
  });

  it("does not verify with another text, another key, or a wrong signature beside the right one", () => {
    const note = noteOf(`${wise}\n${peterSigned}`);
    expect(isSignedBy({ ...note, text: wise.replace("answer", "Answer") }, key)).toBe(false);
    expect(isSignedBy(note, { ...key, publicKey: keyOf(1).publicKey })).toBe(false);
    expect(isSignedBy(note, { ...key, name: "PeterNeuman" })).toBe(false);
    const [first] = note.signatures;
    const wrong = first === undefined ? [] : [{ ...first, signature: first.signature.with(0, 0) }];
    expect(isSignedBy({ ...note, signatures: [...note.signatures, ...wrong] }, key)).toBe(false);
    expect(isSignedBy({ ...note, signatures: [] }, key)).toBe(false);
  });

  it.each([
    ["no blank line", `${wise}${peterSigned}`],
    ["no signature", `${wise}\n`],
    ["no last newline", `${wise}\n${peterSigned.trimEnd()}`],
    ["a hyphen for the dash", `${wise}\n${peterSigned.replace("\u2014", "-")}`],
    ["a carriage return", `${wise}\n${peterSigned}`.replaceAll("\n", "\r\n")],
    ["base64 that is not", `${wise}\n${peterSigned.replace("x08", "x0!")}`],
    ["base64 written in another way", `${wise}\n${peterSigned.replace("nAM=", "nAN=")}`],
    ["a name with a plus", `${wise}\n${peterSigned.replace("Peter", "Peter+")}`],
    ["33 signatures", `${wise}\n${peterSigned.repeat(33)}`],
  ])("with %s is none", (_, text) => {
    expect(parseNote(text)).toBeUndefined();
  });

  it("may have 32 signatures, and empty lines in its text", () => {
    expect(parseNote(`one\n\ntwo\n\n${peterSigned.repeat(32)}`)?.text).toBe("one\n\ntwo\n");
  });

  it.each([
    ["another id", peter.replace("c74f20a3", "c74f20a4")],
    ["another kind", peter.replace("ARpc", "BRpc")],
    ["a byte less", peter.replace("ARpc2Qc", "ARpc")],
    ["no name", peter.replace("PeterNeumann", "")],
  ])("is not verified by a key with %s", (_, text) => {
    expect(parseNoteKey(text)).toBeUndefined();
  });
});

describe("a checkpoint", () => {
  const published =
    "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n" +
    "\u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";

  it("of the published example is read, and its text is written again as it was", () => {
    const read = parseCheckpoint(published);
    expect(read?.checkpoint.origin).toBe("example.com/behind-the-sofa");
    expect(read?.checkpoint.size).toBe(20_852_163);
    expect(read === undefined ? "" : `${checkpointText(read.checkpoint)}\n`).toBe(
      published.slice(0, published.indexOf("\u2014")),
    );
  });

  it.each([
    ["leading zeros", published.replace("20852163", "020852163")],
    ["a size that is no number", published.replace("20852163", "2e7")],
    ["a root of another length", published.replace("CsUYapGG", "CsUY")],
    ["a line more", published.replace("2I=\n", "2I=\nmore\n")],
    ["no origin", published.replace(/^.*\n/, "\n")],
  ])("with %s is none", (_, text) => {
    expect(parseCheckpoint(text)).toBeUndefined();
  });

  it("is its log's under that log's name and key alone", () => {
    const key = keyOf(1);
    const note = signCheckpoint({ origin: "entrylog/custodian", size: 3, root: new Uint8Array(32) }, key);
    const read = parseCheckpoint(formatNote(note));
    if (read === undefined) throw new Error("no checkpoint");
    expect(isCheckpointOf(read, { name: "entrylog/custodian", publicKey: key.publicKey })).toBe(true);
    expect(isCheckpointOf(read, { name: "entrylog/custodian", publicKey: keyOf(2).publicKey })).toBe(false);
    expect(isCheckpointOf(read, { name: "entrylog/authority", publicKey: key.publicKey })).toBe(false);
  });
});

describe("a cosignature", () => {
  const text = checkpointText({ origin: "entrylog/custodian", size: 3, root: new Uint8Array(32) });
  const board = { name: "entrylog/board", publicKey: keyOf(3).publicKey };
  const authority = { name: "entrylog/authority", publicKey: keyOf(4).publicKey };
  const atMs = 1_593_529_200_500;
  const cosigned = cosign(text, atMs, board.name, keyOf(3));

  it("is the pinned witness's, with the second in which it was made", () => {
    const note = { text, signatures: [cosigned] };
    expect(cosignersOf(note, [authority, board])).toEqual([{ witness: board, atMs: 1_593_529_200_000 }]);
    expect(wrongCosignatures(note, [authority, board])).toEqual([]);
  });

  it("is counted once however often it stands there", () => {
    const later = cosign(text, atMs + 60_000, board.name, keyOf(3));
    expect(cosignersOf({ text, signatures: [cosigned, later, cosigned] }, [board])).toEqual([
      { witness: board, atMs: 1_593_529_260_000 },
    ]);
  });

  it("is nobody's for another text, with another time, under another key, or cut short", () => {
    const altered = [
      { text: text.replace("\n3\n", "\n4\n"), signatures: [cosigned] },
      { text, signatures: [{ ...cosigned, signature: cosigned.signature.with(7, 1) }] },
      { text, signatures: [cosign(text, atMs, board.name, keyOf(4))] },
      { text, signatures: [{ ...cosigned, signature: cosigned.signature.subarray(0, 71) }] },
    ];
    for (const note of altered) expect(cosignersOf(note, [board])).toEqual([]);
    expect(altered.map((note) => wrongCosignatures(note, [board]).length)).toEqual([1, 1, 0, 1]);
  });
});
