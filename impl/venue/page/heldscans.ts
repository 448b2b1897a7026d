// The scans that wait in this browser because the venue's machine cannot be reached: the text of the pass, a drawn name, when, and
// what the machine's clock had said last.
// A pass is sealed, so that it says nothing here about whoever showed it (clause S11); it is deleted as soon as it is delivered or
// can no longer be. The same pass waits only once. In the order of their scans, and no more than a door can have in an outage.
import { Schema } from "effect";
import { leastSince, type Mark as Moment } from "../../page/client/elapsed.ts";
import { Mark, Told } from "./mark.ts";

const storeName = "scans";
const heldMost = 20_000;

const Row = Schema.Struct({
  sequence: Schema.Int,
  id: Schema.String,
  text: Schema.String,
  at: Mark,
  told: Schema.optionalKey(Told),
});
const decodeRows = Schema.decodeUnknownSync(Schema.Array(Row));

export type Held = typeof Row.Type;

const notStored = (reason: DOMException | null): Error => reason ?? new Error("the browser stored nothing");

const answered = <A>(request: IDBRequest<A>): Promise<A> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(notStored(request.error));
    };
  });

const completed = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => {
      resolve();
    };
    transaction.onabort = () => {
      reject(notStored(transaction.error));
    };
  });

const opened = (): Promise<IDBDatabase> => {
  const request = indexedDB.open("held", 1);
  request.onupgradeneeded = () => {
    const store = request.result.createObjectStore(storeName, { keyPath: "sequence", autoIncrement: true });
    store.createIndex("text", "text", { unique: true });
  };
  return answered(request);
};

/** Answers when what was changed is stored. */
const inStore = async <A>(
  mode: IDBTransactionMode,
  use: (store: IDBObjectStore) => Promise<A>,
): Promise<A> => {
  const database = await opened();
  const transaction = database.transaction(storeName, mode, { durability: "strict" });
  try {
    const [value] = await Promise.all([use(transaction.objectStore(storeName)), completed(transaction)]);
    return value;
  } finally {
    database.close();
  }
};

/** `again`: the same pass waits already. `full`: no more may wait. */
export const hold = (
  id: string,
  text: string,
  at: Moment,
  told: Told | undefined,
): Promise<"held" | "again" | "full"> =>
  inStore("readwrite", async (store) => {
    if ((await answered(store.index("text").count(text))) > 0) return "again";
    if ((await answered(store.count())) >= heldMost) return "full";
    await answered(store.add({ id, text, at, ...(told === undefined ? {} : { told }) }));
    return "held";
  });

export const countHeld = (): Promise<number> => inStore("readonly", (store) => answered(store.count()));

export const oldestHeld = (most: number): Promise<readonly Held[]> =>
  inStore("readonly", async (store) => decodeRows(await answered(store.getAll(null, most))));

/** Those that have waited for so long at the least, whatever the clock on the wall says. */
export const heldSince = async (ageMs: number): Promise<readonly Held[]> =>
  (await oldestHeld(heldMost)).filter(({ at }) => leastSince(at) >= ageMs);

export const deleteHeld = (scans: readonly Held[]): Promise<void> =>
  inStore("readwrite", async (store) => {
    for (const { sequence } of scans) await answered(store.delete(sequence));
  });
