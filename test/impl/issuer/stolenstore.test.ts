// A stolen store of the issuer, without its vault, names nobody: the file is searched for the number in every form in which it might stand.
// Each search is seen to find a number that was put there in that form, so that finding nothing means something.
// With the vault beside it the number can be read, which is what the vault is for.
import { writeFileSync, readFileSync, existsSync } from "node:fs";
import { join } from "node:path";
import { Effect } from "effect";
import { describe, expect, it } from "vitest";
import { presets } from "../../../models/policy.ts";
import { makeSealedPhones } from "../../../impl/issuer/sealedphones.ts";
import { Vault } from "../../../impl/store/vault.ts";
import { freshFolder } from "../store/freshfolder.ts";
import { allowed, asksPass, verifiedDevice } from "./devices.ts";
import { newPremises, noonMs, running } from "./premises.ts";
import { people } from "./stored.ts";

const national = "01091827364";
const international = "+821091827364";

const base64At = (text: string, before: number): Buffer => {
  const encoded = Buffer.from("x".repeat(before) + text).toString("base64");
  // Only the letters that depend on the text alone.
  return Buffer.from(encoded.slice(Math.ceil((before * 4) / 3), -4));
};

const wholes = (value: bigint): readonly (readonly [string, Buffer])[] => {
  const big = Buffer.alloc(8);
  big.writeBigUInt64BE(value);
  const little = Buffer.alloc(8);
  little.writeBigUInt64LE(value);
  return [
    [`${String(value)} big-endian`, big.subarray(big.findIndex((byte) => byte !== 0))],
    [`${String(value)} little-endian`, little.subarray(0, little.findLastIndex((byte) => byte !== 0) + 1)],
  ];
};

const packed = (digits: string): Buffer =>
  Buffer.from(digits.length % 2 === 0 ? digits : `0${digits}`, "hex");

const texts = [
  national,
  international,
  "821091827364",
  "010-9182-7364",
  "010 9182 7364",
  "+82 10-9182-7364",
  "10-9182-7364",
  "91827364",
  "9182-7364",
  "9182 7364",
];

/** Every form, by its name. */
const forms: readonly (readonly [string, Buffer])[] = [
  ...texts.flatMap((text): readonly (readonly [string, Buffer])[] => [
    [`${text} in ASCII`, Buffer.from(text)],
    [`${text} in UTF-16, little-endian`, Buffer.from(text, "utf16le")],
    [`${text} in UTF-16, big-endian`, Buffer.from(text, "utf16le").swap16()],
    [`${text} in hexadecimal`, Buffer.from(Buffer.from(text).toString("hex"))],
    [`${text} in hexadecimal capitals`, Buffer.from(Buffer.from(text).toString("hex").toUpperCase())],
    [`${text} in base64`, base64At(text, 0)],
    [`${text} in base64, one byte on`, base64At(text, 1)],
    [`${text} in base64, two bytes on`, base64At(text, 2)],
    [`${text} backwards`, Buffer.from(Array.from(text).reverse().join(""))],
  ]),
  ...[1_091_827_364n, 821_091_827_364n].flatMap(wholes),
  ["packed decimal figures", packed(national)],
  ["packed decimal figures with the country", packed("821091827364")],
];

/** The forms that stand in some bytes. */
const found = (bytes: Buffer): readonly string[] =>
  forms.filter(([, form]) => bytes.includes(form)).map(([name]) => name);

const storeIn = (file: string): Buffer =>
  Buffer.concat(
    ["", "-wal", "-shm"].flatMap((suffix) =>
      existsSync(file + suffix) ? [readFileSync(file + suffix)] : [],
    ),
  );

describe("a stolen store of the issuer", () => {
  it("names nobody in any form, while the vault can", async () => {
    const premises = newPremises();
    const policy = presets["2020-10"];
    const stolen = await running(
      premises,
      noonMs,
      Effect.gen(function* () {
        yield* allowed;
        const device = yield* verifiedDevice(national);
        expect(device.phone).toBe(international);
        expect(yield* asksPass(device)).toBe("shown");
        expect((yield* people).account).toEqual([[1, international]]);
        return storeIn(premises.file);
      }),
      { policy },
    );
    expect(stolen.length).toBeGreaterThan(4_096);
    expect(found(stolen)).toEqual([]);
    expect(found(storeIn(premises.file))).toEqual([]);
  });

  it("would be found out by each of these searches", () => {
    const folder = freshFolder();
    for (const [name, form] of forms) {
      const file = join(folder, "planted");
      writeFileSync(file, Buffer.concat([Buffer.from("before "), form, Buffer.from(" after")]));
      expect(found(readFileSync(file))).toContain(name);
    }
  });

  it("finds no number by trying all: what a number is found by needs a key of the vault", async () => {
    const tagIn = (premises: ReturnType<typeof newPremises>) =>
      running(
        premises,
        noonMs,
        Effect.gen(function* () {
          const { tagOf } = yield* makeSealedPhones(yield* Vault);
          return tagOf(international);
        }),
      );
    const premises = newPremises();
    const tag = await tagIn(premises);
    expect(await tagIn(premises)).toBe(tag);
    expect(await tagIn(newPremises())).not.toBe(tag);
    expect(tag).toMatch(/^[\w-]{22}$/);
  });

  it("gives no row another's number: a sealed number opens only under what it is found by", () =>
    running(
      newPremises(),
      noonMs,
      Effect.gen(function* () {
        const { seal, open, tagOf } = yield* makeSealedPhones(yield* Vault);
        const tag = tagOf(international);
        const sealed = seal(international, tag);
        expect(open(sealed, tag)).toBe(international);
        expect(open(sealed, tagOf(national))).toBeUndefined();
        expect(seal(international, tag)).not.toEqual(sealed);
      }),
    ));
});
