// What /openapi.json and /docs say besides the contract: the headers that come with a problem, Retry-After and Allow.
// The routes of every listener are documented with it; a contract itself holds bodies and codes alone.
// It changes nothing else in a document, and nothing in what is answered.
import { Schema } from "effect";
import { type HttpApi, type HttpApiGroup, OpenApi } from "../protocol/http/effecthttp.ts";

const retryAfter = {
  "retry-after": {
    description: "After how many seconds it is worth asking again",
    required: true,
    schema: { type: "integer", minimum: 1 },
  },
};
const allow = {
  allow: {
    description: "The methods that this address takes",
    required: true,
    schema: { type: "string" },
  },
};

const headersOf: Readonly<Record<string, unknown>> = { "405": allow, "429": retryAfter, "503": retryAfter };

const Anything = Schema.Record(Schema.String, Schema.Unknown);
const andMore = <Fields extends Schema.Struct.Fields>(fields: Fields) =>
  Schema.StructWithRest(Schema.Struct(fields), [Anything]);
const Operation = andMore({ responses: Schema.Record(Schema.String, Anything) });
const Document = andMore({
  paths: Schema.Record(Schema.String, Schema.Record(Schema.String, Operation)),
});
const decode = Schema.decodeUnknownSync(Document);

const mapped = <A, B>(record: Readonly<Record<string, A>>, change: (value: A, key: string) => B) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value, key)]));

const withHeaders = (document: unknown) => {
  const known = decode(document);
  return {
    ...known,
    paths: mapped(known.paths, (operations) =>
      mapped(operations, (operation) => ({
        ...operation,
        responses: mapped(operation.responses, (response, status) => ({
          ...response,
          ...(headersOf[status] === undefined ? {} : { headers: headersOf[status] }),
        })),
      })),
    ),
  };
};

export const documented = <Groups extends HttpApiGroup.Constraint>(
  api: HttpApi.HttpApi<"entrylog", Groups>,
): HttpApi.HttpApi<"entrylog", Groups> => api.annotate(OpenApi.Transform, withHeaders);
