// The public listener over TLS, with a certificate out of files: a caller who trusts that certificate is answered, and one
// who does not refuses. A file that is not there, not a certificate, or another's key is told by its place before anything opens.
import "reflect-metadata";
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { request } from "node:https";
import { join } from "node:path";
import { TLSSocket } from "node:tls";
import * as NodeServices from "@effect/platform-node/NodeServices";
import { Effect } from "effect";
import { beforeAll, describe, expect, it } from "vitest";
import { X509CertificateGenerator, SubjectAlternativeNameExtension } from "@peculiar/x509";
import { openParty } from "../../../impl/serve/opening.ts";
import { prepareParty, writeConfiguration } from "../../../impl/serve/prepare.ts";
import { freshFolder as storeFolder } from "../store/freshfolder.ts";
import { freshFolder, start } from "./processes.ts";

interface Made {
  readonly certificate: string;
  readonly key: string;
}

/** A certificate of this machine's own address, signed by its own key, as an administrator makes one for a trial. */
const selfMade = async (): Promise<Made> => {
  const signingAlgorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const keys = await crypto.subtle.generateKey(signingAlgorithm, true, ["sign", "verify"]);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: "CN=127.0.0.1",
    serialNumber: "01",
    notBefore: new Date("2020-01-01T00:00:00Z"),
    notAfter: new Date("2099-12-31T23:59:59Z"),
    signingAlgorithm,
    keys,
    extensions: [new SubjectAlternativeNameExtension([{ type: "ip", value: "127.0.0.1" }])],
  });
  const der = Buffer.from(await crypto.subtle.exportKey("pkcs8", keys.privateKey)).toString("base64");
  return {
    certificate: certificate.toString("pem"),
    key: `-----BEGIN PRIVATE KEY-----\n${der}\n-----END PRIVATE KEY-----\n`,
  };
};

let mine: Made;
let another: Made;
beforeAll(async () => {
  mine = await selfMade();
  another = await selfMade();
});

/** A board's folder whose configuration names two files, and what lies there. */
const prepared = Effect.fnUntraced(function* (folder: string, { certificate, key }: Partial<Made>) {
  yield* writeConfiguration(folder, {
    party: "board",
    name: "board",
    public: { port: 0, certificateFile: "board.pem", privateKeyFile: "board.key" },
    parties: { port: 0 },
  });
  if (certificate !== undefined) writeFileSync(join(folder, "board.pem"), certificate);
  if (key !== undefined) writeFileSync(join(folder, "board.key"), key);
  yield* prepareParty(folder, "board");
});

interface Health {
  readonly status: number | undefined;
  readonly protocol: string | null;
}

const health = (url: string, trusted: string, maxVersion: "TLSv1.1" | "TLSv1.3" = "TLSv1.3") =>
  Effect.tryPromise(
    () =>
      new Promise<Health>((resolve, reject) => {
        const options = { ca: trusted, minVersion: "TLSv1", maxVersion, agent: false } as const;
        request(`${url}/health`, options, (answer) => {
          const { socket } = answer;
          answer.resume();
          const protocol = socket instanceof TLSSocket ? socket.getProtocol() : null;
          resolve({ status: answer.statusCode, protocol });
        })
          .on("error", reject)
          .end();
      }),
  );

describe("the public listener with a certificate out of files", () => {
  it("answers whoever trusts it, over TLS, and nobody in plain", () =>
    Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const folder = storeFolder();
          yield* prepared(folder, mine);
          const { urls } = yield* openParty(folder, "board");
          expect(urls.public).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
          expect(yield* health(urls.public, mine.certificate)).toEqual({ status: 200, protocol: "TLSv1.3" });
          const distrust = yield* Effect.flip(health(urls.public, another.certificate));
          expect(String(distrust.cause)).toMatch(/self-signed certificate/);
          const old = yield* Effect.flip(health(urls.public, mine.certificate, "TLSv1.1"));
          expect(String(old.cause)).toMatch(/protocol/);
          const plain = yield* Effect.exit(
            Effect.tryPromise(() => fetch(`${urls.public.replace("https", "http")}/health`)),
          );
          expect(plain._tag).toBe("Failure");
        }),
      ).pipe(Effect.provide(NodeServices.layer)),
    ));

  it("finds files by their whole path, too, and its card says https", () =>
    Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const folder = storeFolder();
          const elsewhere = storeFolder();
          yield* prepared(folder, mine);
          for (const file of ["board.pem", "board.key"])
            copyFileSync(join(folder, file), join(elsewhere, file));
          const file = join(folder, "config.json");
          writeFileSync(
            file,
            readFileSync(file, "utf8").replaceAll(/"(board\.(?:pem|key))"/g, `"${elsewhere}/$1"`),
          );
          yield* openParty(folder, "board");
          expect(readFileSync(join(folder, "card.json"), "utf8")).toMatch(/"public": "https:/);
        }),
      ).pipe(Effect.provide(NodeServices.layer)),
    ));
});

describe("a wrong file", () => {
  const mistakesWith = (given: () => Partial<Made>) =>
    Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const folder = storeFolder();
          yield* prepared(folder, given());
          const failure = yield* Effect.flip(openParty(folder, "board"));
          expect(failure).toMatchObject({ code: "config-invalid" });
          return failure.message.replaceAll(folder, "FOLDER").split("\n");
        }),
      ).pipe(Effect.provide(NodeServices.layer)),
    );
  const atCertificate = "config.json: public.certificateFile:";
  const atKey = "config.json: public.privateKeyFile:";

  it("that is not there is told by its place, both at once", async () => {
    expect(await mistakesWith(() => ({}))).toEqual([
      `${atCertificate} there is no file FOLDER/board.pem`,
      `${atKey} there is no file FOLDER/board.key`,
    ]);
  });

  it("that holds something else is told, both at once, without a word of what it holds", async () => {
    expect(await mistakesWith(() => ({ certificate: mine.key, key: "a secret" }))).toEqual([
      `${atCertificate} Expected a certificate in PEM`,
      `${atKey} Expected a private key in PEM that no passphrase protects`,
    ]);
  });

  it("that holds the key of another certificate is told", async () => {
    expect(await mistakesWith(() => ({ certificate: mine.certificate, key: another.key }))).toEqual([
      `${atKey} Expected the private key of the certificate in public.certificateFile`,
    ]);
  });

  it("ends the process with 2, the code and the place, before a store is opened", () =>
    Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const folder = yield* freshFolder;
          yield* writeConfiguration(folder, {
            party: "board",
            name: "board",
            public: { port: 0, certificateFile: "board.pem", privateKeyFile: "board.key" },
            parties: { port: 0 },
          });
          const served = yield* start(["serve", "board", "--dir", folder]);
          expect(yield* served.ended).toBe(2);
          expect(served.said()).toMatch(
            /^config-invalid: config\.json: public\.certificateFile: there is no/,
          );
          expect(existsSync(join(folder, "store.sqlite"))).toBe(false);
        }),
      ).pipe(Effect.provide(NodeServices.layer)),
    ));
});
