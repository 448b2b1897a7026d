/**
 * The key of the door: who has it may work at this venue's own listener. Drawn at the first start, kept in the venue's folder for
 * the people there to read, and shown to the listener in the header Authorization. It opens nothing at any other party.
 */
import { timingSafeEqual } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import { join } from "node:path";
import { Effect } from "effect";
import type { Caller } from "../protocol/http/caller.ts";
import { base64UrlOf } from "../protocol/http/bytes.ts";
import { problem, type Problem } from "../protocol/http/problem.ts";
import { randomBytes } from "../protocol/randomness.ts";
import { onDisk, replaceFile } from "../store/securefile.ts";
import { StoreUnavailable } from "../store/unavailable.ts";

const keyBytes = 32;
const form = /^[A-Za-z0-9_-]{43}$/;

export const doorKeyFile = (folder: string): string => join(folder, "door.key");

/** The key as it stands in the folder; drawn if there is none. */
export const openDoorKey = Effect.fnUntraced(function* (
  folder: string,
): Effect.fn.Return<string, StoreUnavailable> {
  const file = doorKeyFile(folder);
  const key = yield* onDisk(() => {
    if (!existsSync(file)) replaceFile(file, Buffer.from(`${base64UrlOf(randomBytes(keyBytes))}\n`));
    return readFileSync(file, "utf8").trim();
  });
  if (form.test(key)) return key;
  return yield* new StoreUnavailable({ reason: "damaged", detail: `the key of the door in ${file}` });
});

const isSame = (shown: string, key: string): boolean =>
  shown.length === key.length && timingSafeEqual(Buffer.from(shown), Buffer.from(key));

/** Whoever shows the key is the door; nobody shows a wrong one unnoticed. */
export const identifyByDoorKey =
  (key: string) =>
  (request: IncomingMessage): Effect.Effect<Caller, Problem> => {
    const { authorization } = request.headers;
    if (authorization === undefined) return Effect.succeed({ kind: "anyone" });
    const shown = /^Bearer ([A-Za-z0-9_-]{1,128})$/i.exec(authorization)?.[1];
    return shown !== undefined && isSame(shown, key)
      ? Effect.succeed({ kind: "door" })
      : Effect.fail(problem("caller-unknown"));
  };
