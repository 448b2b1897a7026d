// Requests drawn from an OpenAPI document: right ones, nearly right ones, and wild ones, for one operation.
// Right is only what the document says; most of those are refused for reasons that no document holds, such as a signature.
// Bodies are bytes, because the worst of them are no JSON, and no text.
import { Schema } from "effect";
import fc from "fast-check";

export interface JsonSchema {
  readonly [keyword: string]: unknown;
}
const JsonSchema = Schema.Record(Schema.String, Schema.Unknown);
const Content = Schema.optionalKey(
  Schema.Record(Schema.String, Schema.Struct({ schema: Schema.optionalKey(JsonSchema) })),
);

export const Operation = Schema.Struct({
  tags: Schema.Array(Schema.String),
  parameters: Schema.Array(Schema.Struct({ name: Schema.String, in: Schema.Literals(["path", "query"]) })),
  requestBody: Schema.optionalKey(Schema.Struct({ content: Content })),
  responses: Schema.Record(
    Schema.String,
    Schema.Struct({ content: Content, headers: Schema.optionalKey(JsonSchema) }),
  ),
});
export const Document = Schema.Struct({
  paths: Schema.Record(Schema.String, Schema.Record(Schema.String, Operation)),
  components: Schema.Struct({ schemas: Schema.Record(Schema.String, JsonSchema) }),
});

const isSchema = Schema.is(JsonSchema);
const schemaIn = (value: unknown): JsonSchema => (isSchema(value) ? value : {});
const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    "",
    "0",
    "-1",
    "\u0000",
    "2020-07-01",
    "010-1234-5678",
    "012345",
    "karaoke",
    "../../etc",
    "%00",
    "\ud800",
  ),
  fc.stringMatching(/^[0-9a-f]{64}$/),
  fc.stringMatching(/^[A-Za-z0-9_-]{11,86}$/),
);
const borders = [
  0,
  -0,
  -1,
  1,
  2 ** 31,
  2 ** 32 - 1,
  2 ** 32,
  2 ** 53 - 1,
  -(2 ** 53 - 1),
  2 ** 53,
  0.5,
  1e308,
];

/** Texts of a pattern, of the length that stands beside it; `*` alone would draw no key and no signature. */
const fitting = (schema: JsonSchema, pattern: string): fc.Arbitrary<string> => {
  const { minLength, maxLength } = schema;
  const length = typeof minLength === "number" && minLength === maxLength ? `{${String(minLength)}}` : "*";
  return fc.stringMatching(new RegExp(pattern.replace(/\*\$$/, `${length}$`), "u"));
};

/** What a schema allows, as far as it says so. */
export const right = (
  schema: JsonSchema,
  schemas: Readonly<Record<string, JsonSchema>>,
): fc.Arbitrary<unknown> => {
  const of = (inner: unknown) => right(schemaIn(inner), schemas);
  if (typeof schema["$ref"] === "string") return of(schemas[schema["$ref"].split("/").at(-1) ?? ""]);
  if (Array.isArray(schema["enum"])) return fc.constantFrom(...listIn(schema["enum"]));
  if (Array.isArray(schema["anyOf"])) return fc.oneof(...listIn(schema["anyOf"]).map(of));
  switch (schema["type"]) {
    case "object": {
      const fields = Object.entries(schemaIn(schema["properties"])).map(
        ([key, field]) => [key, of(field)] as const,
      );
      const requiredKeys = listIn(schema["required"]).map(String);
      return fc.record(Object.fromEntries(fields), { requiredKeys });
    }
    case "array":
      return fc.array(of(schema["items"]), { maxLength: 3 });
    case "integer":
      return fc.oneof(
        fc.integer({ min: 0, max: 100 }),
        fc.constantFrom(...borders.filter(Number.isSafeInteger)),
      );
    case "number":
      return fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(...borders));
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    default:
      return typeof schema["pattern"] === "string"
        ? fc.oneof(text, fitting(schema, schema["pattern"]))
        : text;
  }
};

const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom<unknown>(...borders, null, [], {}, "", "x".repeat(100_000), Array(5_000).fill(0)),
);

/** One thing in it is missing, too much, or of another kind. */
const spoilt = (value: unknown): fc.Arbitrary<unknown> => {
  if (Array.isArray(value)) {
    return fc.oneof(strange, fc.constant([value]), fc.constant(Array<unknown>(600).fill(value[0] ?? 0)));
  }
  if (!isSchema(value)) return strange;
  const entries = Object.entries(value);
  if (entries.length === 0) return strange;
  return fc.constantFrom(...entries).chain(([chosen, inner]) =>
    fc.oneof(
      fc.constant(Object.fromEntries(entries.filter(([key]) => key !== chosen))),
      strange.map((extra) => ({ ...value, extra })),
      spoilt(inner).map((worse) => ({ ...value, [chosen]: worse })),
    ),
  );
};

const noJson = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  fc
    .constantFrom(
      ...["", "{", '{"phone":', "\ufeff{}", "NaN", "[1,]", '{"a":1e999}', '{"__proto__":{"a":1}}', "{}{}"],
      ...["[".repeat(50_000), `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`, " ".repeat(4_194_305)],
    )
    .map((words) => Buffer.from(words)),
);

export interface Drawn {
  readonly asker: "right" | "nobody" | "other";
  readonly method: string | undefined;
  readonly parameters: readonly string[];
  readonly contentType: string;
  readonly headers: readonly string[];
  readonly body: Buffer;
  /** The connection ends in the middle of the body. */
  readonly isTruncated: boolean;
}

const usually = <A>(weight: number, most: A, ...rest: readonly fc.Arbitrary<A>[]) =>
  fc.oneof({ weight, arbitrary: fc.constant(most) }, ...rest.map((arbitrary) => ({ weight: 1, arbitrary })));

export const requestsFor = (
  operation: typeof Operation.Type,
  schemas: Readonly<Record<string, JsonSchema>>,
): fc.Arbitrary<Drawn> => {
  const [type = "application/json", content = {}] =
    Object.entries(operation.requestBody?.content ?? {})[0] ?? [];
  const meant = right(content.schema ?? {}, schemas);
  const bytes = (value: unknown) =>
    Buffer.from(type === "application/json" || typeof value !== "string" ? JSON.stringify(value) : value);
  return fc.record({
    asker: usually<Drawn["asker"]>(6, "right", fc.constantFrom("nobody", "other")),
    method: usually<string | undefined>(
      15,
      undefined,
      fc.constantFrom("GET", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD"),
    ),
    parameters: fc.array(fc.oneof(text, fc.nat(300).map(String)), {
      minLength: operation.parameters.length,
      maxLength: operation.parameters.length,
    }),
    contentType: usually(
      9,
      type,
      fc.constantFrom("text/plain", "application/xml", "", "multipart/form-data; boundary=a"),
    ),
    headers: usually<readonly string[]>(
      9,
      [],
      fc.constantFrom<readonly string[]>(
        ["accept", "text/html", "accept", "*/*"],
        ["authorization", "Bearer x", "authorization", "Bearer y"],
        ["x-long", "x".repeat(20_000)],
        ["content-encoding", "gzip"],
        ["x-http-method-override", "DELETE", "x-forwarded-for", "10.0.0.1"],
        ["traceparent", "00-zz-zz-zz"],
      ),
    ),
    body: fc.oneof(
      { weight: 3, arbitrary: meant.map(bytes) },
      { weight: 3, arbitrary: meant.chain(spoilt).map(bytes) },
      { weight: 1, arbitrary: strange.map(bytes) },
      { weight: 2, arbitrary: noJson },
    ),
    isTruncated: usually(19, false, fc.constant(true)),
  });
};
