// The witness writes the same bytes for the same decisions, keeps nothing that could be found again in a store, and waits for the disk.
// No deployed party can load it: the reference stands empty in impl/, and only sim/ provides it.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Effect, Result } from "effect";
import { describe, expect, it } from "vitest";
import type { Seen } from "../../../sim/trace/seen.ts";
import { refusalCodes } from "../../../impl/generated/law.ts";
import { Witness } from "../../../impl/lifecycle/desk.ts";
import { replayFile } from "../../../sim/trace/replayfile.ts";
import { tokenOf } from "../../../sim/trace/token.ts";
import { openWitness } from "../../../sim/trace/witness.ts";
import { files, root, textOf } from "../../house/source-files.ts";
import { freshFolder } from "../../impl/store/freshfolder.ts";
import { header, tellStory } from "./story.ts";
import { faultIn } from "./tampering.ts";
import { noon } from "./tellers.ts";

const joined = (caseId: string, venue: number): Seen => ({
  kind: "reidentified",
  at: noon,
  case: caseId,
  requestedBy: "1",
  approvedBy: "2",
  approvedAt: noon,
  windows: [{ venue, fromMs: noon - 1, untilMs: noon }],
  venue,
  scannedAt: noon - 1,
  named: true,
  person: "7",
});

describe("the witness trace", () => {
  it("of the same decisions has the same hash, though epochs and cases are other ones", async () => {
    const [one, other] = [await tellStory(), await tellStory()];
    expect(one.epoch).not.toBe(other.epoch);
    expect(one.end).toEqual(other.end);
    expect(one.end.hash).toBe(createHash("sha256").update(readFileSync(one.file)).digest("hex"));
    expect(readFileSync(one.file, "latin1")).toBe(one.lines.map((line) => `${line}\n`).join(""));
  });

  it("of another decision more has another hash", async () => {
    const [staying, leaving] = [await tellStory({ leaves: false }), await tellStory()];
    expect(staying.end.hash).not.toBe(leaving.end.hash);
    expect(faultIn(staying.lines)).toBeUndefined();
  });

  it("holds no token, no case and no position of a store", async () => {
    const told = await tellStory();
    const text = readFileSync(told.file, "latin1");
    expect(text).not.toContain(told.epoch);
    expect(text).not.toContain(told.caseId);
    expect(text).not.toContain("77001");
    expect(text).toMatch(/custodian\.record\tcountry,0,18444\.0\t/);
    expect(text).toMatch(/custodian\.record\tcountry,x0,18444\.1\t/);
    expect(text).toMatch(/authority\.request\tc0\t/);
  });

  it("writes what was seen at one moment in an order of its own, and cases by their names", async () => {
    const written = async (caseId: string, venues: readonly number[]) => {
      const file = join(freshFolder(), "t");
      const end = Effect.gen(function* () {
        const witness = yield* openWitness({ file, header });
        witness.observe(venues.map((venue) => joined(caseId, venue)));
        return yield* witness.end;
      });
      return { ...(await Effect.runPromise(end)), text: readFileSync(file, "latin1") };
    };
    const [one, other] = [await written("a9f3", [3, 1, 2]), await written("77bb", [2, 3, 1])];
    expect(one.hash).toBe(other.hash);
    expect(one.lines).toBe(3);
    expect(one.text).not.toContain("a9f3");
  });

  it("is written whole when it outgrows every buffer, and says what the disk refuses", async () => {
    const lines = 150_000;
    const file = join(freshFolder(), "t");
    const writing = Effect.gen(function* () {
      const witness = yield* openWitness({ file, header });
      for (let line = 0; line < lines; line += 1)
        witness.decided({
          rule: "issuer.answer",
          keys: [],
          facts: [0, 0, 0, 0, 0, 0, 0, noon],
          at: noon,
          answer: refusalCodes.indexOf("release-forged"),
        });
      const end = yield* witness.end;
      return { end, replayed: yield* replayFile({ file, sees: () => undefined }) };
    });
    const { end, replayed } = await Effect.runPromise(writing);
    expect(end.lines).toBe(lines);
    expect(replayed).toMatchObject(end);
    const nowhere = await Effect.runPromise(
      Effect.result(openWitness({ file: join(file, "below"), header })),
    );
    expect(Result.isFailure(nowhere) && nowhere.failure._tag).toBe("TraceUnwritable");
  });

  it("names a pass by the epoch and number in its header", () => {
    const pass = new Uint8Array(122);
    pass.set([1, 2, 3, 4, 5, 6, 7, 8, 1, 44], 2);
    expect(tokenOf(pass)).toBe("0102030405060708/300");
  });
});

describe("a deployed party", () => {
  const implFiles = files.filter((path) => /^impl\/.*\.ts$/.test(path));

  it("imports nothing of sim/, and gives no implementation of the witness", () => {
    expect(implFiles.length).toBeGreaterThan(100);
    expect(readdirSync(join(root, "impl"))).toContain("lifecycle");
    const importing = implFiles.filter((path) => /from "[^"]*\bsim\//.test(textOf(path)));
    const providing = implFiles.filter((path) =>
      /(Layer\.succeed|provideService|Context\.make|Context\.add)\(\s*Witness\b/.test(textOf(path)),
    );
    expect({ importing, providing }).toEqual({ importing: [], providing: [] });
    const simFiles = files.filter((path) => /^sim\/.*\.ts$/.test(path));
    expect(simFiles.filter((path) => /Layer\.succeed\(Witness\b/.test(textOf(path)))).toEqual([
      "sim/trace/witness.ts",
    ]);
  });

  it("is watched by nobody unless a Layer says so", async () => {
    expect(await Effect.runPromise(Effect.service(Witness))).toBeUndefined();
  });
});
