// From where an audit reads one party: its public address over HTTP, or a folder in which an earlier audit saved what it read.
// Both are asked for the same paths, so that everything above is the same for both. Answers are bounded in size and time.
// It believes nothing that it reads, and follows no redirection.
import { Effect, FileSystem, Layer, Path, Schema } from "effect";
import { FetchHttpClient } from "effect/http";
import {
  HttpClient,
  type HttpClientError,
  HttpClientRequest,
  type HttpClientResponse,
} from "../../protocol/http/effecthttp.ts";

/** Why a path could not be read, in words for the auditor. */
export class SourceUnreadable extends Schema.TaggedError<SourceUnreadable>()("SourceUnreadable", {
  detail: Schema.String,
}) {}

export interface AuditSource {
  /** Where it reads from, for people. */
  readonly place: string;
  /** A path of the public listener, such as `/log/checkpoint`. */
  readonly read: (path: string) => Effect.Effect<Uint8Array, SourceUnreadable>;
}

const answerWithinMs = 30_000;
const answerBytesMost = 64 * 1_024 * 1_024;

/** The file of a path: a query becomes part of its name. */
const fileOf = (path: string): string => path.slice(1).replace("?", ".");

const unreadable = (detail: string) => new SourceUnreadable({ detail });

const bytesOf = Effect.fnUntraced(function* (
  response: HttpClientResponse.HttpClientResponse,
): Effect.fn.Return<Uint8Array, SourceUnreadable | HttpClientError.HttpClientError> {
  if (response.status !== 200) return yield* unreadable(`status ${String(response.status)}`);
  const bytes = new Uint8Array(yield* response.arrayBuffer);
  return answerBytesMost >= bytes.length ? bytes : yield* unreadable("more bytes than an audit reads");
});

/** Redirections are not followed: an address is the one on the card. */
export const readingClient = FetchHttpClient.layer.pipe(
  Layer.provide(Layer.succeed(FetchHttpClient.RequestInit, { redirect: "manual" })),
);

export const httpSource = Effect.fnUntraced(function* (
  url: string,
): Effect.fn.Return<AuditSource, never, HttpClient.HttpClient> {
  const client = yield* HttpClient.HttpClient;
  return {
    place: url,
    read: (path) =>
      client.execute(HttpClientRequest.get(`${url}${path}`)).pipe(
        Effect.flatMap(bytesOf),
        Effect.mapError((failure) =>
          failure instanceof SourceUnreadable ? failure : unreadable(failure.message),
        ),
        Effect.timeoutOrElse({
          duration: answerWithinMs,
          orElse: () => Effect.fail(unreadable("no answer in time")),
        }),
      ),
  };
});

export const folderSource = Effect.fnUntraced(function* (folder: string) {
  const files = yield* FileSystem.FileSystem;
  const paths = yield* Path.Path;
  return {
    place: folder,
    read: (path) =>
      Effect.mapError(
        files.readFile(paths.join(folder, fileOf(path))),
        ({ message }) => new SourceUnreadable({ detail: message }),
      ),
  } satisfies AuditSource;
});

/** The same source, with everything that is read from it saved in a folder as well. */
export const saving = Effect.fnUntraced(function* (source: AuditSource, folder: string) {
  const files = yield* FileSystem.FileSystem;
  const paths = yield* Path.Path;
  return {
    place: source.place,
    read: (path) =>
      Effect.tap(source.read(path), (bytes) => {
        const file = paths.join(folder, fileOf(path));
        return files.makeDirectory(paths.dirname(file), { recursive: true }).pipe(
          Effect.andThen(files.writeFile(file, bytes)),
          Effect.mapError(({ message }) => new SourceUnreadable({ detail: `not saved: ${message}` })),
        );
      }),
  } satisfies AuditSource;
});
