// What one party is told when it starts: config.json in its folder, read whole and checked before anything opens.
// The shape is the same for every party; what only one of them needs stands under `settings` and is checked by it.
// It refuses keys it does not know, so that a misspelt one is never passed over, and holds no number of the policy.
import { Effect, FileSystem, Schema } from "effect";
import { presetNames } from "../../models/policy.ts";
import { CardName } from "../protocol/card.ts";
import { ListenerLimits } from "../server/limits.ts";
import { ConfigInvalid, configMistakes } from "./configinvalid.ts";

export const servedParties = ["issuer", "venue", "custodian", "authority", "board"] as const;
export type ServedParty = (typeof servedParties)[number];

const otherwise = <S extends Schema.Top>(schema: S, value: S["Encoded"]) =>
  schema.pipe(Schema.withDecodingDefaultKey(Effect.succeed(value)));

const Host = Schema.String.check(
  Schema.isPattern(/^[^\s/:]+$|^[0-9a-f:]+$/i, { expected: "a host or address" }),
);

const noLimits: typeof ListenerLimits.Encoded = {};

export const PartyConfiguration = Schema.Struct({
  party: Schema.Literals(servedParties),
  name: CardName,
  /** An issuer's number in passes. */
  number: otherwise(Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 255 })), 0),
  preset: otherwise(Schema.Literals(presetNames), presetNames[0]),
  public: Schema.Struct({
    host: otherwise(Host, "127.0.0.1"),
    port: Schema.Port,
    /** Both or neither: with them the public listener speaks TLS. */
    certificateFile: Schema.optionalKey(Schema.String),
    privateKeyFile: Schema.optionalKey(Schema.String),
    limits: otherwise(ListenerLimits, noLimits),
  }).check(
    Schema.makeFilter(
      ({ certificateFile, privateKeyFile }) =>
        (certificateFile === undefined) === (privateKeyFile === undefined),
      { expected: "certificateFile and privateKeyFile together, or neither" },
    ),
  ),
  parties: Schema.Struct({
    host: otherwise(Host, "127.0.0.1"),
    port: Schema.Port,
    limits: otherwise(ListenerLimits, noLimits),
  }),
  store: otherwise(
    Schema.Union([
      Schema.Struct({ kind: Schema.Literal("sqlite"), file: otherwise(Schema.String, "store.sqlite") }),
      Schema.Struct({
        kind: Schema.Literal("postgres"),
        url: Schema.String.check(Schema.isPattern(/^postgres(ql)?:\/\//, { expected: "a postgres:// URL" })),
        schema: Schema.optionalKey(Schema.String),
      }),
    ]),
    { kind: "sqlite" },
  ),
  /** Where this process listens for the others of its party, if it is one of several. */
  cluster: Schema.optionalKey(Schema.Struct({ host: otherwise(Host, "127.0.0.1"), port: Schema.Port })),
  /** Full: on disk before it is answered. Normal: survives the process, not the machine. */
  durability: otherwise(Schema.Literals(["full", "normal"]), "full"),
  telemetry: Schema.optionalKey(Schema.Struct({ otlpUrl: Schema.String })),
  settings: otherwise(Schema.Record(Schema.String, Schema.Unknown), {}),
});

export type PartyConfiguration = typeof PartyConfiguration.Type;
export type PartyConfigurationFile = typeof PartyConfiguration.Encoded;

const decode = Schema.decodeUnknownEffect(PartyConfiguration, { errors: "all", onExcessProperty: "error" });
const parseJson = Schema.decodeUnknownEffect(Schema.fromJsonString(Schema.Unknown));

export const configurationFile = "config.json";

/** The text of a file in a party's folder, or the mistake that it is missing. */
export const fileText = Effect.fnUntraced(function* (folder: string, name: string) {
  const files = yield* FileSystem.FileSystem;
  return yield* files.readFileString(`${folder}/${name}`).pipe(
    Effect.mapError(
      ({ reason }) =>
        new ConfigInvalid({
          mistakes: [
            reason._tag === "NotFound"
              ? `${name}: there is no such file in ${folder}`
              : `${name}: cannot be read in ${folder}`,
          ],
        }),
    ),
  );
});

/** The JSON of a file in a party's folder. */
export const fileJson = Effect.fnUntraced(function* (folder: string, name: string) {
  const text = yield* fileText(folder, name);
  return yield* Effect.mapError(
    parseJson(text),
    () => new ConfigInvalid({ mistakes: [`${name}: Expected well-formed JSON`] }),
  );
});

/** Checks a configuration; `overlay` is what the environment says, laid over the file. */
export const checkConfiguration = (file: unknown, overlay: (file: unknown) => unknown = (same) => same) =>
  Effect.mapError(decode(overlay(file)), (error) => configMistakes(configurationFile, error));
