// Columns of numbers as they cross between the processes of a cluster: their bytes, deflated, which JSON writes in base64.
// Most are long and nearly all zeroes, so a message of a whole run stays small. Bytes are in the order of this kind of machine.
// It refuses what would be larger than any column of a run, and bytes that are no whole numbers of elements.
import { Effect, Result, Schema, SchemaGetter, SchemaIssue } from "effect";
import { deflateRawSync, inflateRawSync } from "node:zlib";

const bytesMost = 1 << 28;

type Column = Uint8Array | Int32Array | Uint32Array | Float64Array;

const inflated = (bytes: Uint8Array): Result.Result<Uint8Array<ArrayBuffer>, unknown> =>
  Result.try(() => new Uint8Array(inflateRawSync(bytes, { maxOutputLength: bytesMost })));

const packed = <Of extends Column>(
  kind: new (buffer: ArrayBuffer) => Of,
  isOfKind: (value: unknown) => value is Of,
) =>
  Schema.Uint8Array.pipe(
    Schema.decodeTo(Schema.declare(isOfKind), {
      decode: SchemaGetter.transformEffect((bytes: Uint8Array) => {
        const found = Result.flatMap(inflated(bytes), ({ buffer }) => Result.try(() => new kind(buffer)));
        return Result.isSuccess(found)
          ? Effect.succeed(found.success)
          : Effect.fail(new SchemaIssue.InvalidValue({ expected: "the deflated bytes of a column" }));
      }),
      encode: SchemaGetter.transform((column: Of) =>
        Uint8Array.from(
          deflateRawSync(new Uint8Array(column.buffer, column.byteOffset, column.byteLength), { level: 1 }),
        ),
      ),
    }),
  );

export const Bytes = packed(Uint8Array, (value) => value instanceof Uint8Array);
export const Int32s = packed(Int32Array, (value) => value instanceof Int32Array);
export const Uint32s = packed(Uint32Array, (value) => value instanceof Uint32Array);
export const Float64s = packed(Float64Array, (value) => value instanceof Float64Array);
