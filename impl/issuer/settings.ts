/**
 * What an administrator may set of an issuer in its configuration: how it treats children, which carrier sends its messages, who is responsible.
 * Its main reads it once at the start; a mistake is told by its place.
 * The carrier's secret lies in a file of its own, so that the configuration holds none.
 */
import { join } from "node:path";
import { Effect, FileSystem, Schema } from "effect";
import type { PolicyNumbers } from "../generated/policy.ts";
import { makeHttpSmsGateway, noSmsGateway } from "./httpsmsgateway.ts";

const Sms = Schema.Struct({
  /** Where the carrier takes messages: POST {to, text} with the secret as bearer token. */
  url: Schema.String.check(
    Schema.isPattern(/^https?:\/\/\S+$/, { expected: "an address that begins with http:// or https://" }),
  ),
  /** The file with the shared secret, in the party's own folder. */
  secretFile: Schema.String,
  timeoutMs: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 10, maximum: 60_000 }))),
});

export const IssuerSettings = Schema.Struct({
  /** Those who say to be under 14: a guardian confirms, or this issuer refuses (clause F11). */
  children: Schema.Literals(["guardian", "refuse"]).pipe(
    Schema.withDecodingDefaultKey(Effect.succeed("guardian" as const)),
  ),
  /** Without one, no code can be sent. */
  sms: Schema.optionalKey(Sms),
  /** Who is named on receipts. */
  controller: Schema.optionalKey(
    Schema.Struct({
      name: Schema.String,
      contact: Schema.String,
      address: Schema.String,
      email: Schema.String,
      phone: Schema.String,
      url: Schema.String,
    }),
  ),
});

export const gatewayOf = Effect.fnUntraced(function* (
  { sms }: typeof IssuerSettings.Type,
  folder: string,
  policy: PolicyNumbers,
) {
  if (sms === undefined) return noSmsGateway;
  const files = yield* FileSystem.FileSystem;
  const secret = yield* Effect.mapError(files.readFileString(join(folder, sms.secretFile)), () => ({
    code: "config-invalid",
    message: `config.json: settings.sms.secretFile: Cannot read ${sms.secretFile} in this folder.`,
  }));
  const { url, timeoutMs } = sms;
  return yield* makeHttpSmsGateway({
    url,
    secret: secret.trim(),
    policy,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
  });
});
