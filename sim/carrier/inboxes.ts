// The inboxes of a small phone network: what each number was sent, the latest first, in memory and for as long as it runs.
// The carrier puts messages in and shows them to whoever holds the phone, which here is everybody on this machine.
// It forgets the oldest beyond its limits, and is no part of any party.
export interface Received {
  readonly text: string;
  readonly receivedAtMs: number;
}

export interface Inboxes {
  readonly put: (number: string, message: Received) => void;
  readonly of: (number: string) => readonly Received[];
  readonly numbers: () => readonly string[];
}

const messagesMost = 20;
const numbersMost = 100_000;

export const makeInboxes = (): Inboxes => {
  const inboxes = new Map<string, readonly Received[]>();
  return {
    put: (number, message) => {
      const before = inboxes.get(number) ?? [];
      // Put last, so that the number written to the longest ago is the first to be forgotten.
      inboxes.delete(number);
      inboxes.set(number, [message, ...before].slice(0, messagesMost));
      for (const oldest of inboxes.keys()) {
        if (inboxes.size <= numbersMost) return;
        inboxes.delete(oldest);
      }
    },
    of: (number) => inboxes.get(number) ?? [],
    numbers: () => [...inboxes.keys()],
  };
};
