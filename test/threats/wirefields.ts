// The fields of everything that crosses by HTTP, listed from the contracts themselves: for each endpoint of each group what is asked and
// what is answered, a path a leaf. Nothing here is a list by hand; problem documents are the same everywhere and left out.
import { SchemaAST } from "effect";
import { casesApi, statisticsApi } from "../../impl/protocol/http/authority.ts";
import { figuresApi, newsApi, publishingApi, statusBoardApi } from "../../impl/protocol/http/board.ts";
import { countsApi, custodianApi, Registering } from "../../impl/protocol/http/custodian.ts";
import { HttpApi } from "../../impl/protocol/http/effecthttp.ts";
import { healthApi } from "../../impl/protocol/http/health.ts";
import { joinsApi } from "../../impl/protocol/http/issuerparties.ts";
import { peopleApi } from "../../impl/protocol/http/issuerpeople.ts";
import { logApi } from "../../impl/protocol/http/log.ts";
import { rostersApi } from "../../impl/protocol/http/rosters.ts";
import { doorApi } from "../../impl/protocol/http/venuedoor.ts";
import { witnessApi } from "../../impl/protocol/http/witness.ts";

const apis = [
  figuresApi,
  statusBoardApi,
  newsApi,
  publishingApi,
  casesApi,
  statisticsApi,
  countsApi,
  custodianApi,
  HttpApi.make("entrylog").add(Registering),
  healthApi,
  joinsApi,
  peopleApi,
  logApi,
  rostersApi,
  doorApi,
  witnessApi,
] as const;

const leavesOf = (ast: SchemaAST.AST, path: string): readonly string[] => {
  if (SchemaAST.isObjects(ast)) {
    const named = ast.propertySignatures.flatMap(({ name, type }) =>
      leavesOf(type, path === "" ? String(name) : `${path}.${String(name)}`),
    );
    return [...named, ...ast.indexSignatures.flatMap(({ type }) => leavesOf(type, `${path}.*`))];
  }
  if (SchemaAST.isArrays(ast))
    return [...ast.elements, ...ast.rest].flatMap((element) => leavesOf(element, `${path}[]`));
  if (SchemaAST.isUnion(ast)) return ast.types.flatMap((type) => leavesOf(type, path));
  return SchemaAST.isNull(ast) ? [] : [path];
};

const leaves = (asts: readonly SchemaAST.AST[]): readonly string[] => [
  ...new Set(asts.flatMap((ast) => leavesOf(SchemaAST.toType(ast), ""))),
];

/** What this list needs to know of an endpoint. */
interface Endpoint {
  readonly params: { readonly ast: SchemaAST.AST } | undefined;
  readonly query: { readonly ast: SchemaAST.AST } | undefined;
  readonly payload: ReadonlyMap<unknown, { readonly schemas: readonly { readonly ast: SchemaAST.AST }[] }>;
  readonly success: ReadonlySet<{ readonly ast: SchemaAST.AST }>;
}

interface Group {
  readonly identifier: string;
  readonly endpoints: Readonly<Record<string, Endpoint>>;
}

const fieldsOf = (endpoint: Endpoint): readonly string[] => {
  const { params, query, payload, success } = endpoint;
  const named = [params, query].flatMap((schema) => (schema === undefined ? [] : [schema.ast]));
  const bodies = [...payload.values()].flatMap(({ schemas }) => schemas.map(({ ast }) => ast));
  return leaves([...named, ...bodies, ...[...success].map(({ ast }) => ast)]);
};

/** By group, every path that any of its endpoints asks or answers; a body that is one text or run of bytes has the path "". */
export const wireFields: ReadonlyMap<string, readonly string[]> = new Map(
  apis.flatMap(({ groups }) => {
    const own: readonly Group[] = Object.values(groups);
    return own.map(({ identifier, endpoints }): readonly [string, readonly string[]] => [
      identifier,
      [...new Set(Object.values(endpoints).flatMap(fieldsOf))],
    ]);
  }),
);
