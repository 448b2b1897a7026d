// The evening at the door: a pass issued and drawn, the person admitted, and the same pass shown again.
// After each, the parties' files are looked into: who holds the number, who holds the place, and what nobody holds.
import { Effect, FileSystem } from "effect";
import { exitCodes, Stop } from "../../../impl/exit.ts";
import { encodePassText } from "../../../impl/protocol/pass.ts";
import { qrSvg, qrTerminal } from "../../../impl/protocol/qr.ts";
import { admittedAtMs, instants, replayedAtMs } from "../instants.ts";
import { countOf } from "../looking/holdings.ts";
import type { Step } from "../step.ts";

const passBytesMost = 130;

/** Writes the picture of a pass, or says why it cannot be written. */
export const writeSvg = Effect.fnUntraced(function* (file: string, svg: string, flag: "w" | "a") {
  const files = yield* FileSystem.FileSystem;
  yield* Effect.mapError(
    files.writeFileString(file, svg, { flag }),
    () =>
      new Stop({
        code: exitCodes.usage,
        reason: "svg-unwritable",
        sentence: `The QR code cannot be written to ${file}.`,
        advice: "Name a file with --svg that can be written, in a folder that is there.",
      }),
  );
});

const readSvg = (file: string) =>
  Effect.flatMap(FileSystem.FileSystem, (files) => files.readFileString(file));

export const pass: Step = {
  id: "pass",
  at: () => instants.pass,
  clauses: ["S4", "S7", "F3", "C10"],
  play: Effect.fnUntraced(function* ({ person, policy, memory, look, isFoundAnywhere, svgFile }, notes) {
    const bytes = (yield* person.askPass).pass ?? new Uint8Array(0);
    memory.pass = bytes;
    memory.firstDay.push(bytes);
    const text = encodePassText(bytes);
    yield* notes.drawing(qrTerminal(text).trimEnd().split("\n"));
    yield* notes.claim(
      (claims) => claims.passIssued(bytes.length, text.length, policy.passLifetime),
      bytes.length > 0 && !(bytes.length > passBytesMost),
    );
    if (svgFile !== undefined) {
      const svg = qrSvg(text);
      yield* writeSvg(svgFile, svg, "w");
      const written = yield* Effect.orElseSucceed(readSvg(svgFile), () => "");
      yield* notes.claim((claims) => claims.svgWritten(svgFile), written === svg);
    }
    const holdings = yield* look;
    yield* notes.claim(
      (claims) => claims.secretSplit(policy.officersRequired),
      countOf(holdings, "custodian", "epochs") === 1,
    );
    yield* notes.claim((claims) => claims.passNotStored, !(yield* isFoundAnywhere(bytes)));
  }),
};

export const admitted: Step = {
  id: "admitted",
  at: admittedAtMs,
  clauses: ["S6", "S7", "S10", "S11", "F4"],
  play: Effect.fnUntraced(function* ({ door, memory, look, isFoundAnywhere }, notes) {
    const refusal = yield* door.show(encodePassText(memory.pass));
    const holdings = yield* look;
    yield* notes.claim(
      (claims) => claims.admitted,
      refusal === undefined && countOf(holdings, "custodian", "visits") === 1,
    );
    yield* notes.claim(
      (claims) => claims.venueKeepsNothing,
      countOf(holdings, "venue", "waiting") === 0 &&
        !holdings.phoneAt.includes("venue") &&
        !(yield* isFoundAnywhere(memory.pass)),
    );
    yield* notes.claim((claims) => claims.custodianCannotName, !holdings.phoneAt.includes("custodian"));
    yield* notes.claim((claims) => claims.issuerKnowsNoPlace, !holdings.placeAt.includes("issuer"));
  }),
};

export const replayed: Step = {
  id: "replayed",
  at: replayedAtMs,
  clauses: ["S7", "F3"],
  play: Effect.fnUntraced(function* ({ door, memory, look }, notes) {
    yield* notes.refused("pass-replayed", yield* door.show(encodePassText(memory.pass)));
    const visits = countOf(yield* look, "custodian", "visits");
    yield* notes.claim((claims) => claims.visitsStill(visits), visits === 1);
  }),
};
