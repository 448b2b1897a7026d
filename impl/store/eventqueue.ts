// The event rows of one batch, waiting to be written with the rows that they describe.
// The book alone uses it. What is dropped for a slot is never written: an event ends with its row.
import type { SqlValue } from "./store.ts";

export interface QueuedEvent {
  readonly sequence: number;
  readonly atMs: number;
  readonly event: string;
  readonly transition: string;
  readonly state: number;
}

export interface EventQueue {
  readonly add: (slot: number, event: QueuedEvent) => void;
  readonly drop: (slot: number) => void;
  /** Everything that waits, in order, as rows of the event table; the queue is empty afterwards. */
  readonly take: (
    keyOf: (slot: number) => string,
    stateWord: (state: number) => string,
  ) => ReadonlyArray<ReadonlyArray<SqlValue>>;
  readonly clear: () => void;
}

export const makeEventQueue = (): EventQueue => {
  const events: Array<QueuedEvent> = [];
  const slots: Array<number> = [];
  /** By slot: the place in the queue before which its events no longer count. */
  const droppedBefore = new Map<number, number>();

  const clear = (): void => {
    events.length = 0;
    slots.length = 0;
    droppedBefore.clear();
  };

  return {
    add: (slot, event) => {
      slots.push(slot);
      events.push(event);
    },
    drop: (slot) => {
      droppedBefore.set(slot, events.length);
    },
    take: (keyOf, stateWord) => {
      const rows: Array<ReadonlyArray<SqlValue>> = [];
      for (const [place, { sequence, atMs, event, transition, state }] of events.entries()) {
        const slot = slots[place] ?? -1;
        if (place < (droppedBefore.get(slot) ?? 0)) continue;
        rows.push([keyOf(slot), sequence, atMs, event, transition, stateWord(state)]);
      }
      clear();
      return rows;
    },
    clear,
  };
};
