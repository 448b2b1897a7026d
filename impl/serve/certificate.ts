// The certificate of a party's public listener, out of two files that its configuration names: read, and checked before anything opens.
// impl/serve/opening.ts asks for it; where no file is named the listener speaks plain HTTP.
// It refuses what is no certificate, no key, or the key of another certificate, each by its place, and shows nothing of a key.
import { createPrivateKey, X509Certificate } from "node:crypto";
import { isAbsolute } from "node:path";
import { Effect, FileSystem, Option, Result } from "effect";
import type { Certificate } from "../server/publiclistener.ts";
import { ConfigInvalid } from "./configinvalid.ts";
import { configurationFile } from "./configuration.ts";

type Place = "certificateFile" | "privateKeyFile";

const mistake = (place: Place, words: string): string => `${configurationFile}: public.${place}: ${words}`;

/** A file beside the configuration, or anywhere where its whole path is given. */
const textOf = Effect.fnUntraced(function* (folder: string, place: Place, file: string) {
  const files = yield* FileSystem.FileSystem;
  const path = isAbsolute(file) ? file : `${folder}/${file}`;
  return yield* Effect.mapError(files.readFileString(path), ({ reason }) =>
    mistake(place, reason._tag === "NotFound" ? `there is no file ${path}` : `${path} cannot be read`),
  );
});

/** What Node makes of a text, or nothing where it is something else; its own words could hold parts of a key. */
const made = <A>(make: () => A): Option.Option<A> =>
  Option.getSuccess(Result.try({ try: make, catch: () => undefined }));

const mistakesOf = ({ certificatePem, privateKeyPem }: Certificate): readonly string[] => {
  const certificate = made(() => new X509Certificate(certificatePem));
  const key = made(() => createPrivateKey(privateKeyPem));
  const mistakes = [
    ...(Option.isSome(certificate) ? [] : [mistake("certificateFile", "Expected a certificate in PEM")]),
    ...(Option.isSome(key)
      ? []
      : [mistake("privateKeyFile", "Expected a private key in PEM that no passphrase protects")]),
  ];
  if (Option.isNone(certificate) || Option.isNone(key)) return mistakes;
  return certificate.value.checkPrivateKey(key.value)
    ? []
    : [mistake("privateKeyFile", "Expected the private key of the certificate in public.certificateFile")];
};

export const certificateIn = Effect.fnUntraced(function* (
  folder: string,
  files: { readonly certificateFile?: string; readonly privateKeyFile?: string },
) {
  const { certificateFile, privateKeyFile } = files;
  if (certificateFile === undefined || privateKeyFile === undefined) return undefined;
  const [certificateText, keyText] = yield* Effect.all([
    Effect.result(textOf(folder, "certificateFile", certificateFile)),
    Effect.result(textOf(folder, "privateKeyFile", privateKeyFile)),
  ]);
  if (Result.isFailure(certificateText) || Result.isFailure(keyText)) {
    const mistakes = [certificateText, keyText].flatMap((each) =>
      Result.isFailure(each) ? [each.failure] : [],
    );
    return yield* new ConfigInvalid({ mistakes });
  }
  const certificate: Certificate = {
    certificatePem: certificateText.success,
    privateKeyPem: keyText.success,
  };
  const mistakes = mistakesOf(certificate);
  return mistakes.length === 0 ? certificate : yield* new ConfigInvalid({ mistakes });
});
