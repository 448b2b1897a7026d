// The phone network beside everybody on one machine: a program of its own that takes the issuers' messages and shows
// each phone's inbox, so that a code can be read and typed. Its port and its secret stay the same from start to start.
// It is named by its place and never imported: the service knows a carrier only as an address and a secret.
import { fileURLToPath } from "node:url";
import { Effect, FileSystem, Schema } from "effect";
import { makeFolder } from "../folder.ts";
import { hexOf } from "../protocol/fields.ts";
import { randomBytes } from "../protocol/randomness.ts";
import { freePorts } from "./freeports.ts";

const program = fileURLToPath(new URL("../../sim/carrier/process.ts", import.meta.url));
const usualPort = 4_600;
const secretBytes = 32;
/** In each issuer's own folder. */
const secretFile = "sms.secret";

const Kept = Schema.fromJsonString(Schema.Struct({ port: Schema.Port, secret: Schema.String }));
const decode = Schema.decodeUnknownEffect(Kept);
const encode = Schema.encodeEffect(Kept);

/** The network in a folder, as it was there before or new. */
export const preparePhoneNetwork = Effect.fnUntraced(function* (folder: string, anyFreePort: boolean) {
  const files = yield* FileSystem.FileSystem;
  const own = `${folder}/carrier`;
  const file = `${own}/carrier.json`;
  if (!(yield* files.exists(file))) {
    yield* makeFolder(own, 0o700);
    const [free = usualPort] = anyFreePort ? yield* freePorts(1) : [];
    const kept = yield* Effect.orDie(encode({ port: free, secret: hexOf(randomBytes(secretBytes)) }));
    yield* files.writeFileString(file, kept, { mode: 0o600 });
  }
  const { port, secret } = yield* Effect.orDie(decode(yield* files.readFileString(file)));
  yield* files.writeFileString(`${own}/${secretFile}`, secret, { mode: 0o600 });
  return {
    watched: {
      name: "carrier",
      program: [program],
      words: [
        ...["carrier", "--port", String(port), "--secret-file", `${own}/${secretFile}`],
        "--until-input-ends",
      ],
      lines: 1,
    },
    /** Where its program listens, and the file with the secret that issuers show. */
    port,
    secretFile: `${own}/${secretFile}`,
    /** What an issuer that uses it is told under `settings`. */
    settings: { sms: { url: `http://127.0.0.1:${String(port)}/messages`, secretFile } },
    /** Puts the shared secret into an issuer's folder, once that is there. */
    giveSecret: Effect.fnUntraced(function* (issuer: string) {
      const target = `${issuer}/${secretFile}`;
      if (!(yield* files.exists(target))) yield* files.writeFileString(target, secret, { mode: 0o600 });
    }),
  };
});
