// A proof shows that its entry stands in the log of the pinned key, and who of the pinned witnesses has cosigned: nothing else.
// Whatever is changed in it, on the way as bytes or as JSON, it shows less or nothing, and never more.
import { Option, Schema } from "effect";
import { describe, expect, it } from "vitest";
import { signCheckpoint } from "../../../impl/log/checkpoint.ts";
import { cosign } from "../../../impl/log/cosignature.ts";
import { checkProof, decodeProof, encodeProof, LogProof } from "../../../impl/log/logproof.ts";
import { formatNote } from "../../../impl/log/note.ts";
import { hashLeaf, hashNode } from "../../../impl/log/treehash.ts";
import { decodeWitnessRequest, encodeWitnessRequest } from "../../../impl/log/witnessrequest.ts";
import { importSigningKey, type SigningKey } from "../../../impl/protocol/ed25519.ts";

const keyOf = (seed: number): SigningKey => {
  const key = importSigningKey(new Uint8Array(32).fill(seed));
  if (key === undefined) throw new Error("no key");
  return key;
};
const known = (name: string, seed: number) => ({ name, publicKey: keyOf(seed).publicKey });

const log = known("entrylog/custodian", 1);
const board = known("entrylog/board", 2);
const issuer = known("entrylog/issuer-1", 3);
const authority = known("entrylog/authority", 4);
const pinned = { log, witnesses: [board, issuer, authority] };

const entry = new TextEncoder().encode("second");
const sibling = hashLeaf(new TextEncoder().encode("first"));
const root = hashNode(sibling, hashLeaf(entry));
const atMs = 1_593_529_200_000;

const checkpointBy = (cosigners: readonly (readonly [string, number])[], signedBy = 1, origin = log.name) => {
  const note = signCheckpoint({ origin, size: 2, root }, keyOf(signedBy));
  const cosigned = cosigners.map(([name, seed]) => cosign(note.text, atMs, name, keyOf(seed)));
  return formatNote({ ...note, signatures: [...note.signatures, ...cosigned] });
};

const proof: LogProof = {
  entry,
  index: 1,
  path: [sibling],
  checkpoint: checkpointBy([
    [board.name, 2],
    [issuer.name, 3],
  ]),
};

it("shows its entry, its place, and both who cosigned", () => {
  expect(checkProof(proof, pinned)).toEqual({
    ok: true,
    value: { entry, index: 1, size: 2, cosigners: ["entrylog/board", "entrylog/issuer-1"] },
  });
});

describe("the cosigners counted", () => {
  const cosigners = (checkpoint: string, witnesses = pinned.witnesses) => {
    const checked = checkProof({ ...proof, checkpoint }, { log, witnesses });
    return checked.ok ? checked.value.cosigners : checked.reason;
  };

  it("are the pinned ones only, each once", () => {
    expect(cosigners(checkpointBy([["entrylog/stranger", 9]]))).toEqual([]);
    expect(
      cosigners(
        checkpointBy([
          [board.name, 2],
          [board.name, 2],
        ]),
      ),
    ).toEqual(["entrylog/board"]);
    expect(cosigners(proof.checkpoint, [board, board])).toEqual(["entrylog/board"]);
  });

  it("are never the log itself, though it were pinned as a witness", () => {
    expect(cosigners(checkpointBy([[log.name, 1]]), [log, board])).toEqual([]);
  });

  it("are none whose signature is another's", () => {
    expect(cosigners(checkpointBy([[board.name, 3]]))).toEqual([]);
  });
});

describe("nothing is shown", () => {
  const reason = (changed: Partial<LogProof>) => {
    const checked = checkProof({ ...proof, ...changed }, pinned);
    return checked.ok ? "shown" : checked.reason;
  };

  it("of another entry, another place, another path", () => {
    expect(reason({ entry: new TextEncoder().encode("Second") })).toBe("inclusion");
    expect(reason({ index: 0 })).toBe("inclusion");
    expect(reason({ index: 2 })).toBe("inclusion");
    expect(reason({ path: [] })).toBe("inclusion");
    expect(reason({ path: [sibling, sibling] })).toBe("inclusion");
  });

  it("of another log's checkpoint, a forged one, or none", () => {
    expect(reason({ checkpoint: checkpointBy([], 2) })).toBe("log");
    expect(reason({ checkpoint: checkpointBy([], 1, "entrylog/authority") })).toBe("log");
    expect(reason({ checkpoint: "entrylog/custodian\n2\n" })).toBe("form");
  });
});

describe("on its way", () => {
  it("it is a proof in the published form, and read back as it was", () => {
    const text = Buffer.from(encodeProof(proof)).toString();
    expect(text.split("\n").slice(0, 3)).toEqual(["c2sp.org/tlog-proof@v1", "extra c2Vjb25k", "index 1"]);
    expect(decodeProof(encodeProof(proof))).toEqual(proof);
  });

  it("it goes as JSON and back", () => {
    const json = Schema.encodeSync(Schema.fromJsonString(LogProof))(proof);
    expect(Schema.decodeSync(Schema.fromJsonString(LogProof))(json)).toEqual(proof);
  });

  it.each([
    ["no title", "index 0\n\nx"],
    ["a place with leading zeros", "c2sp.org/tlog-proof@v1\nextra \nindex 01\n\nx"],
    ["a hash cut short", "c2sp.org/tlog-proof@v1\nextra \nindex 0\nAAAA\n\nx"],
    ["64 hashes", `c2sp.org/tlog-proof@v1\nextra \nindex 0\n${`${"A".repeat(43)}=\n`.repeat(64)}\nx`],
    ["no checkpoint", "c2sp.org/tlog-proof@v1\nextra \nindex 0"],
  ])("bytes with %s are none", (_, text) => {
    expect(decodeProof(Buffer.from(text))).toBeUndefined();
  });

  it("JSON with a hash cut short or a place below nothing is none", () => {
    const read = Schema.decodeUnknownOption(LogProof);
    const json = { entry: "", index: 0, path: ["A".repeat(43)], checkpoint: "" };
    expect(Option.isSome(read(json))).toBe(true);
    expect(Option.isSome(read({ ...json, index: -1 }))).toBe(false);
    expect(Option.isSome(read({ ...json, path: ["AAAA"] }))).toBe(false);
    expect(Option.isSome(read({ ...json, path: Array.from({ length: 64 }, () => "A".repeat(43)) }))).toBe(
      false,
    );
  });
});

describe("what a witness is asked", () => {
  const request = { oldSize: 1, proof: [sibling], checkpoint: proof.checkpoint };

  it("is written in the published form and read back", () => {
    const body = encodeWitnessRequest(request);
    expect(
      body.startsWith(`old 1\n${Buffer.from(sibling).toString("base64")}\n\nentrylog/custodian\n2\n`),
    ).toBe(true);
    expect(decodeWitnessRequest(body)).toMatchObject(request);
  });

  it.each([
    ["without a size", (body: string) => body.replace("old 1", "old")],
    ["with leading zeros", (body: string) => body.replace("old 1", "old 01")],
    ["with a hash cut short", (body: string) => body.replace(/\n[^\n]+\n/, "\nAAAA\n")],
    [
      "with 64 hashes",
      (body: string) => body.replace(/\n[^\n]+\n/, `\n${`${"A".repeat(43)}=\n`.repeat(64)}`),
    ],
    ["without a checkpoint", (body: string) => body.slice(0, body.indexOf("\n\n") + 2)],
  ])("is none %s", (_, change) => {
    expect(decodeWitnessRequest(change(encodeWitnessRequest(request)))).toBeUndefined();
  });
});
