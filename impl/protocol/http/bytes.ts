// Bytes as they stand in JSON: base64url without padding (RFC 4648, section 5), of any length or of one.
// Every contract uses it for keys, signatures, passes and proofs, so that the same bytes look the same everywhere.
// It refuses padding, the other alphabet and loose last bits: one run of bytes has one text.
import { Effect, Schema, SchemaIssue, SchemaTransformation } from "effect";

export const base64UrlOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("base64url");

const Base64UrlText = Schema.String.annotate({ expected: "bytes as base64url without padding" }).check(
  Schema.isPattern(/^[A-Za-z0-9_-]*$/u),
);

const bytesAndText = SchemaTransformation.transformEffect<Uint8Array, string>({
  decode: (text, options) => {
    const bytes = Uint8Array.from(Buffer.from(text, "base64url"));
    return base64UrlOf(bytes) === text
      ? Effect.succeed(bytes)
      : Effect.fail(
          new SchemaIssue.InvalidValue({ expected: "bytes as base64url without padding" }, text, options),
        );
  },
  encode: (bytes) => Effect.succeed(base64UrlOf(bytes)),
});

/** Any number of bytes. */
export const Bytes = Base64UrlText.pipe(Schema.decodeTo(Schema.Uint8Array, bytesAndText));

/** Exactly so many bytes. */
export const bytesOf = (length: number) => {
  const textLength = Math.ceil((length * 4) / 3);
  return Base64UrlText.check(
    Schema.isBetweenLength(textLength, textLength, {
      expected: `${String(length)} bytes, which are ${String(textLength)} letters of base64url`,
    }),
  ).pipe(Schema.decodeTo(Schema.Uint8Array, bytesAndText));
};

/** At most so many bytes. */
export const bytesUpTo = (most: number) =>
  Base64UrlText.check(
    Schema.isMaxLength(Math.ceil((most * 4) / 3), { expected: `at most ${String(most)} bytes as base64url` }),
  ).pipe(Schema.decodeTo(Schema.Uint8Array, bytesAndText));

/** An Ed25519 public key. */
export const PublicKey = bytesOf(32);
