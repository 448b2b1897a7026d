// How values cross between this program and PostgreSQL: whole numbers of 64 bits as numbers, bytes as bytes of their own.
// The PostgreSQL store alone uses it. Each kind of value has one type whatever its size, so that a text is prepared once.
// It refuses what has no form in both stores, rather than storing something that SQLite would read differently.
import { Result } from "effect";
import { PgTypes } from "./postgresdriver.ts";
import type { SqlRow, SqlValue, SqlValues } from "./store.ts";

const { OID } = PgTypes;

const wrong = (message: string) => Result.fail(new PgTypes.CodecError({ message }));

const wholeAt = (bytes: Uint8Array, offset: number): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset + offset, 8);
  return view.getInt32(0) * 0x1_0000_0000 + view.getUint32(4);
};

const putWhole = (view: DataView, offset: number, value: number): void => {
  const high = Math.floor(value / 0x1_0000_0000);
  view.setInt32(offset, high);
  view.setUint32(offset + 4, value - high * 0x1_0000_0000);
};

const readWhole = (bytes: Uint8Array, offset: number) => {
  const value = wholeAt(bytes, offset);
  return Number.isSafeInteger(value)
    ? Result.succeed(value)
    : wrong("a whole number is too great to be exact");
};

const wholeBytes = (value: number): Uint8Array => {
  const bytes = new Uint8Array(8);
  putWhole(new DataView(bytes.buffer), 0, value);
  return bytes;
};

const listHeadBytes = 20;

/** The binary form of a list: dimensions, whether there are nulls, type, length, first index; then each with its length. */
const listBytes = (values: Float64Array): Uint8Array => {
  const nulls = values.reduce((count, value) => (Number.isNaN(value) ? count + 1 : count), 0);
  const bytes = new Uint8Array(listHeadBytes + values.length * 12 - nulls * 8);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, values.length === 0 ? 0 : 1);
  view.setInt32(4, nulls > 0 ? 1 : 0);
  view.setInt32(8, OID.int8);
  view.setInt32(12, values.length);
  view.setInt32(16, 1);
  let offset = listHeadBytes;
  for (const value of values) {
    view.setInt32(offset, Number.isNaN(value) ? -1 : 8);
    offset += 4;
    if (Number.isNaN(value)) continue;
    putWhole(view, offset, value);
    offset += 8;
  }
  return values.length === 0 ? bytes.subarray(0, 12) : bytes;
};

/** The codecs of this store; other clients in the process keep theirs. */
export const valueTypes = (): PgTypes.Registry => {
  const types = PgTypes.makeRegistry();
  types.register<number>(OID.int8, {
    encode: (value) => Result.succeed(wholeBytes(value)),
    decode: (bytes) => readWhole(bytes, 0),
    read: readWhole,
  });
  types.register<Float64Array>(OID.int8Array, {
    encode: (values) => Result.succeed(listBytes(values)),
    decode: () => wrong("no statement of this program answers a list"),
  });
  types.register<Uint8Array>(OID.bytea, {
    encode: Result.succeed,
    // A copy: what the driver hands over lies in a buffer that the next message overwrites.
    decode: (bytes) => Result.succeed(Uint8Array.from(bytes)),
    read: (bytes, offset, size) =>
      Result.succeed(Uint8Array.prototype.slice.call(bytes, offset, offset + size)),
  });
  return types;
};

const typed = (oid: number, value: unknown): PgTypes.Parameter => ({
  [PgTypes.ParameterTypeId]: PgTypes.ParameterTypeId,
  oid,
  value,
});

const parameterOf = (value: unknown): unknown => {
  if (typeof value === "number") return typed(Number.isSafeInteger(value) ? OID.int8 : OID.float8, value);
  if (typeof value === "bigint") return typed(OID.int8, Number(value));
  if (typeof value === "boolean") return typed(OID.int8, value ? 1 : 0);
  if (value instanceof Float64Array) return typed(OID.int8Array, value);
  // A text has no type of its own: the server takes the one that the statement asks for.
  return value;
};

export const parametersOf = (values: ReadonlyArray<unknown>): ReadonlyArray<unknown> =>
  values.map(parameterOf);

const isSqlValue = (value: unknown): value is Exclude<SqlValue, NodeJS.ArrayBufferView> | Uint8Array =>
  value === null ||
  typeof value === "string" ||
  typeof value === "number" ||
  typeof value === "bigint" ||
  value instanceof Uint8Array;

/** Whether all of these rows are of kinds that both stores know; the first speaks for the others. */
export const areValues = (rows: ReadonlyArray<ReadonlyArray<unknown>>): rows is ReadonlyArray<SqlValues> =>
  rows[0]?.every(isSqlValue) ?? true;

export const areRows = (rows: ReadonlyArray<object>): rows is ReadonlyArray<SqlRow> =>
  rows[0] === undefined || Object.values(rows[0]).every(isSqlValue);
