/**
 * Typed arrays that become longer when something has to be written behind their end; what they held stays.
 * Each growth doubles them, so that growing costs little however far it goes.
 */

type Growing = Int32Array | Uint8Array | Uint16Array | Float64Array;

const grown = <Kind extends Growing>(array: Kind, length: number, make: (length: number) => Kind): Kind => {
  if (length <= array.length) return array;
  const larger = make(Math.max(length, array.length * 2));
  larger.set(array);
  return larger;
};

export const grownInt32 = (array: Int32Array, length: number): Int32Array =>
  grown(array, length, (room) => new Int32Array(room));
export const grownUint8 = (array: Uint8Array, length: number): Uint8Array =>
  grown(array, length, (room) => new Uint8Array(room));
export const grownUint16 = (array: Uint16Array, length: number): Uint16Array =>
  grown(array, length, (room) => new Uint16Array(room));
export const grownFloat64 = (array: Float64Array, length: number): Float64Array =>
  grown(array, length, (room) => new Float64Array(room));
