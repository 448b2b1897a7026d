// The one door to Effect's HTTP modules, which its authors still call unstable: contracts, servers and clients.
// Everything in impl that speaks HTTP imports them from here, so that a change of theirs is met in one place.
// It adds nothing of its own.
export {
  HttpApi,
  HttpApiBuilder,
  HttpApiClient,
  HttpApiEndpoint,
  HttpApiError,
  HttpApiGroup,
  HttpApiMiddleware,
  HttpApiSchema,
  HttpApiSwagger,
  OpenApi,
} from "effect/http-api";
export {
  HttpClient,
  HttpClientError,
  HttpClientRequest,
  type HttpClientResponse,
  HttpIncomingMessage,
  HttpMiddleware,
  type HttpPlatform,
  HttpRouter,
  HttpServer,
  HttpServerError,
  HttpServerRequest,
  HttpServerRespondable,
  HttpServerResponse,
  type Etag,
} from "effect/http";
