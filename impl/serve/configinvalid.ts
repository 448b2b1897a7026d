// What is said when a party's folder or environment is set wrongly: every mistake at once, each by its place.
// `entrylog serve` and `prepare` end with it before anything is opened.
// It shows where a value stands and what was expected there, and never the value: it may be a secret.
import { Schema } from "effect";
import { mistakesIn } from "../protocol/mistakes.ts";

export class ConfigInvalid extends Schema.TaggedError<ConfigInvalid>()("ConfigInvalid", {
  /** Such as `config.json: public.port: Expected a port number`. */
  mistakes: Schema.Array(Schema.String),
}) {
  readonly code = "config-invalid";

  override get message(): string {
    return this.mistakes.join("\n");
  }
}

/** The mistakes of a decoding, each behind the file or variable it stands in. */
export const configMistakes = (
  place: string,
  error: Schema.SchemaError,
  above: ReadonlyArray<string> = [],
): ConfigInvalid =>
  new ConfigInvalid({
    mistakes: mistakesIn(error.issue).map(({ path, message }) => {
      const where = [...above, ...path].join(".");
      return [place, ...(where === "" ? [] : [where]), message].join(": ");
    }),
  });
