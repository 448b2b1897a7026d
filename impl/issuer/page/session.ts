// The session of the person on this phone, kept by the browser for this origin: its token, and whether its number was verified on it.
// Tabs follow each other by it: every change that one makes is written here, and the others are told. No number, code or pass is kept.
// A browser that lets pages keep nothing has a session for as long as the tab is open.
import { Schema } from "effect";

const Kept = Schema.Struct({
  token: Schema.String,
  /** Then it ends when the number is verified on another phone. */
  verified: Schema.Boolean,
  /** Counts what was changed on it. */
  turn: Schema.Int,
});
export type Session = typeof Kept.Type;

const key = "session";
const InText = Schema.fromJsonString(Kept);
const decode = Schema.decodeUnknownOption(InText);
const encode = Schema.encodeSync(InText);

let inMemory: string | null = null;

const stored = (): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return inMemory;
  }
};

export const keptSession = (): Session | undefined => {
  const found = decode(stored());
  return found._tag === "Some" ? found.value : undefined;
};

export const keepSession = (session: Session | undefined): void => {
  inMemory = session === undefined ? null : encode(session);
  try {
    if (inMemory === null) localStorage.removeItem(key);
    else localStorage.setItem(key, inMemory);
  } catch {
    // It holds for as long as the tab is open.
  }
};

/** Calls when another tab has changed it; answers how to stop that. */
export const onSessionChanged = (changed: () => void): (() => void) => {
  const heard = (event: StorageEvent) => {
    // Everything is removed at once without a key.
    if (event.key === key || event.key === null) changed();
  };
  addEventListener("storage", heard);
  return () => {
    removeEventListener("storage", heard);
  };
};
