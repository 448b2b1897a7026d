// The signed roster that whoever started a party has pinned: roster.json in its folder, the bytes as base64url.
// Custodian, issuers and authority are given it at their start; who signed it they check themselves.
// A later roster comes over the network and is kept in the store; this file is never changed.
import { Effect, FileSystem, Schema } from "effect";
import { Bytes } from "../protocol/http/bytes.ts";
import { configMistakes } from "./configinvalid.ts";
import { fileJson } from "./configuration.ts";

export const rosterFile = "roster.json";

const RosterFile = Schema.Struct({ signed: Bytes });
const decode = Schema.decodeUnknownEffect(RosterFile, { errors: "all", onExcessProperty: "error" });
const encode = Schema.encodeSync(RosterFile);

export const readRoster = Effect.fnUntraced(function* (folder: string) {
  const json = yield* fileJson(folder, rosterFile);
  const { signed } = yield* Effect.mapError(decode(json), (error) => configMistakes(rosterFile, error));
  return signed;
});

export const writeRoster = Effect.fnUntraced(function* (folder: string, signed: Uint8Array) {
  const files = yield* FileSystem.FileSystem;
  yield* files.writeFileString(`${folder}/${rosterFile}`, `${JSON.stringify(encode({ signed }))}\n`);
});
