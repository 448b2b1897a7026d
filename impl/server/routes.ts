// The routes of one listener out of its contract: the endpoints with their handlers, /openapi.json and /docs.
// A party makes one for its public listener and one for the parties' listener; the documents need no network.
// It knows no handler and no caller, and tells the addresses and methods for answers about wrong ones.
import { Layer } from "effect";
import { HttpApi, HttpApiBuilder, type HttpApiGroup, HttpApiSwagger } from "../protocol/http/effecthttp.ts";
import { documented } from "./documents.ts";

export interface Address {
  readonly group: string;
  readonly method: string;
  /** The template, as `/v1/cases/:id`. */
  readonly path: string;
}

export const documentAddresses: ReadonlyArray<Address> = [
  { group: "documents", method: "GET", path: "/docs" },
  { group: "documents", method: "GET", path: "/openapi.json" },
];

/** Every address that a contract declares. */
export const addressesOf = <Groups extends HttpApiGroup.Constraint>(
  api: HttpApi.HttpApi<"entrylog", Groups>,
): ReadonlyArray<Address> => {
  const addresses: Address[] = [];
  HttpApi.reflect(api, {
    onGroup: () => undefined,
    onEndpoint: ({ group, endpoint }) => {
      addresses.push({ group: group.identifier, method: endpoint.method, path: endpoint.path });
    },
  });
  return addresses;
};

/** The routes of a contract over its handlers: `routesOf(api, Layer.mergeAll(healthHandlers, ...))`. */
export const routesOf = <Groups extends HttpApiGroup.Constraint, E, R>(
  api: HttpApi.HttpApi<"entrylog", Groups>,
  handlers: Layer.Layer<HttpApiGroup.ToService<"entrylog", Groups>, E, R>,
) => ({
  addresses: [...addressesOf(api), ...documentAddresses],
  layer: Layer.mergeAll(
    HttpApiBuilder.layer(documented(api), { openapiPath: "/openapi.json" }),
    HttpApiSwagger.layer(documented(api), { path: "/docs" }),
  ).pipe(Layer.provide(handlers)),
});
