// The bytes of a trace as they were written, whether its file is plain or was compressed with gzip since.
// A file that ends in the middle of what was compressed ends there for the reader too, as a plain one does that was cut off.
// It keeps nothing in memory but the chunk at hand.
import { open } from "node:fs/promises";
import { pipeline } from "node:stream";
import { createGunzip } from "node:zlib";

const chunkBytes = 1 << 20;
/** Smaller, so that what stands before a damage is still read. */
const unzippedBytes = 1 << 14;
const gzipBegins = [0x1f, 0x8b];

const codeOf = (cause: unknown): string =>
  cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "";

/** What was compressed is not what comes out: the file was changed. */
export const isDamage = (cause: unknown): boolean => codeOf(cause).startsWith("Z_");
const isCut = (cause: unknown): boolean => codeOf(cause) === "Z_BUF_ERROR";

/** Chunk by chunk; `progress` is told how many bytes of the file were read, and of how many. */
export async function* traceBytes(
  file: string,
  progress: (read: number, of: number) => void = () => undefined,
): AsyncGenerator<Buffer, void, undefined> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const first = await handle.read(Buffer.alloc(gzipBegins.length), 0, gzipBegins.length, 0);
    const isCompressed = gzipBegins.every((byte, place) => first.buffer[place] === byte);
    const source = handle.createReadStream({ start: 0, highWaterMark: chunkBytes, autoClose: false });
    const unzipped = createGunzip({ chunkSize: unzippedBytes });
    const bytes: AsyncIterable<Buffer> = isCompressed ? pipeline(source, unzipped, () => undefined) : source;
    for await (const chunk of bytes) {
      progress(source.bytesRead, size);
      yield chunk;
    }
  } catch (cause) {
    if (!isCut(cause)) throw cause;
  } finally {
    await handle.close();
  }
}
