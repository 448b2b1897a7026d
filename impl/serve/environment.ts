// The variables that may be laid over config.json, for machines where a file is the wrong place for a value.
// Each has one meaning and is checked like the file; what it says wins over what stands there.
// Whatever else begins with ENTRYLOG_ is left alone: other commands have variables of their own.
import { Config, Effect, Option, Predicate, Schema } from "effect";
import { ConfigInvalid } from "./configinvalid.ts";

interface Variable {
  readonly name: string;
  readonly config: Config.Config<unknown>;
  readonly expected: string;
  /** The place in the file that it takes. */
  readonly place: ReadonlyArray<string>;
}

const text = (name: string, place: ReadonlyArray<string>, expected: string): Variable => ({
  name,
  config: Config.NonEmptyString(name),
  expected,
  place,
});
const port = (name: string, place: ReadonlyArray<string>): Variable => ({
  name,
  config: Config.Port(name),
  expected: "a port number from 0 to 65535",
  place,
});

export const variables: ReadonlyArray<Variable> = [
  text("ENTRYLOG_PRESET", ["preset"], "the name of a policy preset"),
  text("ENTRYLOG_PUBLIC_HOST", ["public", "host"], "a host or address"),
  port("ENTRYLOG_PUBLIC_PORT", ["public", "port"]),
  text("ENTRYLOG_PARTIES_HOST", ["parties", "host"], "a host or address"),
  port("ENTRYLOG_PARTIES_PORT", ["parties", "port"]),
  text("ENTRYLOG_CLUSTER_HOST", ["cluster", "host"], "a host or address"),
  port("ENTRYLOG_CLUSTER_PORT", ["cluster", "port"]),
  text("ENTRYLOG_STORE_URL", ["store", "url"], "a postgres:// URL"),
  text("ENTRYLOG_STORE_SCHEMA", ["store", "schema"], "the name of a schema"),
  text("ENTRYLOG_OTLP_URL", ["telemetry", "otlpUrl"], "the URL of a collector"),
  {
    name: "ENTRYLOG_SETTINGS",
    config: Config.schema(
      Schema.fromJsonString(Schema.Record(Schema.String, Schema.Unknown)),
      "ENTRYLOG_SETTINGS",
    ),
    expected: "a JSON object, laid over `settings`",
    place: ["settings"],
  },
];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  Predicate.isObject(value) && !Array.isArray(value);

const laid = (below: unknown, place: ReadonlyArray<string>, value: unknown): unknown => {
  const [key, ...rest] = place;
  if (key === undefined) return isRecord(below) && isRecord(value) ? { ...below, ...value } : value;
  const record = isRecord(below) ? below : {};
  return { ...record, [key]: laid(record[key], rest, value) };
};

/** What the environment says, as a change of the file's JSON. */
export const environmentOverlay: Effect.Effect<(file: unknown) => unknown, ConfigInvalid> = Effect.gen(
  function* () {
    const given: Array<{ place: ReadonlyArray<string>; value: unknown }> = [];
    const mistakes: string[] = [];
    for (const { name, config, expected, place } of variables) {
      const value = yield* Effect.result(Config.option(config));
      if (value._tag === "Failure") mistakes.push(`${name}: Expected ${expected}`);
      else if (Option.isSome(value.success)) given.push({ place, value: value.success.value });
    }
    if (mistakes.length > 0) return yield* new ConfigInvalid({ mistakes });
    return (file: unknown) => {
      let whole = file;
      for (const { place, value } of given) {
        if (
          place[0] === "store" &&
          !(isRecord(whole) && isRecord(whole["store"]) && whole["store"]["kind"] === "postgres")
        ) {
          whole = laid(whole, ["store"], { kind: "postgres" });
        }
        whole = laid(whole, place, value);
      }
      return whole;
    };
  },
);
