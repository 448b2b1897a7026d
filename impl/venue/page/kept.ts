// What the page of a door keeps in this browser, by name, each in a form of its own: the door's key, what its machine said of it,
// its clock, the counts of today and whether it is silent. Nothing about a person and no pass is among it.
// A browser that keeps nothing lets the page work all the same, for as long as it is open.
import { Schema } from "effect";

export interface Kept<A> {
  readonly get: () => A | undefined;
  readonly set: (value: A) => void;
  readonly forget: () => void;
}

export const kept = <A, I>(name: string, form: Schema.Codec<A, I>): Kept<A> => {
  const text = Schema.fromJsonString(form);
  const decode = Schema.decodeUnknownOption(text);
  const encode = Schema.encodeSync(text);
  let held: A | undefined;
  const read = (): A | undefined => {
    const decoded = decode(localStorage.getItem(name));
    return decoded._tag === "Some" ? decoded.value : undefined;
  };
  const ifAllowed = <B>(keeping: () => B): B | undefined => {
    try {
      return keeping();
    } catch {
      // Only in memory, then.
      return undefined;
    }
  };
  return {
    get: () => ifAllowed(read) ?? held,
    set: (value) => {
      held = value;
      ifAllowed(() => {
        localStorage.setItem(name, encode(value));
      });
    },
    forget: () => {
      held = undefined;
      ifAllowed(() => {
        localStorage.removeItem(name);
      });
    },
  };
};
