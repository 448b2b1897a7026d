// Reads one file of a source, from the web or from the board's own folder, within its bounds of time and size.
// It asks with nothing but the address, follows a few redirections, and keeps no cookie.
// What does not answer, answers with an error, or never ends is told as a trouble, and nothing of it is used.
import { open } from "node:fs/promises";
import { join } from "node:path";
import { Effect, Stream } from "effect";
import { HttpClient, type HttpClientError } from "../../protocol/http/effecthttp.ts";
import { isMissing } from "../../store/ifthere.ts";
import type { FeedTrouble } from "./trouble.ts";
import { trouble } from "./trouble.ts";

export interface Bounds {
  readonly withinMs: number;
  readonly bytesMost: number;
}

/** The bytes of a place, or nothing where there is no such file. */
export type ReadPlace = (place: string) => Effect.Effect<Uint8Array | undefined, FeedTrouble>;

/** The bytes of a place that has to be there. */
export const readThere = (read: ReadPlace, place: string): Effect.Effect<Uint8Array, FeedTrouble> =>
  Effect.flatMap(read(place), (bytes) =>
    bytes === undefined
      ? Effect.fail(trouble("feed-unreachable", `there is nothing at ${place}`))
      : Effect.succeed(bytes),
  );

const redirectionsMost = 5;

const isWeb = (place: string): boolean => /^https?:\/\//.test(place);

const tooLarge = (place: string, bytesMost: number) =>
  trouble("feed-too-large", `${place} has more than ${String(bytesMost)} bytes`);

const whole = (chunks: readonly Uint8Array[]): Uint8Array => Buffer.concat(chunks);

const unreachable = (place: string) => (error: HttpClientError.HttpClientError) =>
  trouble("feed-unreachable", `${place}: ${error.reason._tag}`);

const fromWeb = (client: HttpClient.HttpClient, place: string, bytesMost: number) =>
  Effect.gen(function* () {
    const response = yield* Effect.mapError(client.get(place), unreachable(place));
    if (response.status === 404 || response.status === 410) return undefined;
    if (response.status !== 200)
      return yield* trouble("feed-refused", `${place} answered ${String(response.status)}`);
    let bytes = 0;
    const chunks: Uint8Array[] = [];
    yield* Stream.runForEach(
      Stream.mapError(response.stream, unreachable(place)),
      (chunk): Effect.Effect<void, FeedTrouble> => {
        bytes += chunk.length;
        if (bytes > bytesMost) return Effect.fail(tooLarge(place, bytesMost));
        chunks.push(chunk);
        return Effect.void;
      },
    );
    return whole(chunks);
  });

const fromFile = (file: string, bytesMost: number) =>
  Effect.tryPromise({
    try: async () => {
      await using handle = await open(file);
      const { size } = await handle.stat();
      return size > bytesMost ? size : new Uint8Array(await handle.readFile());
    },
    catch: (cause) => cause,
  }).pipe(
    Effect.catch((cause) =>
      isMissing(cause)
        ? Effect.undefined
        : Effect.fail(trouble("feed-unreachable", `${file}: ${cause instanceof Error ? cause.message : ""}`)),
    ),
    Effect.flatMap((read) =>
      typeof read === "number" ? Effect.fail(tooLarge(file, bytesMost)) : Effect.succeed(read),
    ),
  );

export const readingPlaces = (
  web: HttpClient.HttpClient,
  folder: string,
  { withinMs, bytesMost }: Bounds,
): ReadPlace => {
  const client = HttpClient.followRedirects(web, redirectionsMost);
  return (place) =>
    (isWeb(place)
      ? Effect.scoped(fromWeb(client, place, bytesMost))
      : fromFile(join(folder, place), bytesMost)
    ).pipe(
      Effect.timeoutOrElse({
        duration: withinMs,
        orElse: () =>
          Effect.fail(trouble("feed-unreachable", `${place} did not end within ${String(withinMs)} ms`)),
      }),
    );
};
