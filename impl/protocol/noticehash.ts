/**
 * The hash by which a receipt, a record and whoever agrees name a notice.
 * Its bytes are one line of JSON with the fields in the order of the Schema, so that the same notice always has the same hash.
 * The issuer alone reckons with it: a page gives back the hash that it was told.
 */
import { createHash } from "node:crypto";
import { Schema } from "effect";
import { Notice, type NoticeText } from "./notice.ts";

const encode = Schema.encodeSync(Schema.fromJsonString(Notice));
const decode = Schema.decodeUnknownOption(Schema.fromJsonString(Notice));

/** The line of JSON that the hash is taken of. */
export const noticeLine = (notice: NoticeText): string => encode(notice);
export const noticeOfLine = (line: string) => decode(line);

/** SHA-256, in hexadecimal. */
export const noticeHash = (notice: NoticeText): string =>
  createHash("sha256").update(noticeLine(notice)).digest("hex");
