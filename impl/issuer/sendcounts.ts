/**
 * How many codes were sent to a number and from a network within the window of policy (clauses C1, C16): in memory only, for minutes.
 * A number's codes are counted over all its sessions, so that nobody is flooded by many devices; a network comes as an HMAC made at the door.
 * The limits are the law's business. What an account sent by itself is for its own row to count, and to lock.
 */
import { makeGenerations } from "./generations.ts";

export interface SendOrigin {
  readonly phone: string;
  /** Who asked for the code: a session, or the guardian of one. */
  readonly asker: string;
  /** Where it was asked from; empty inside one process. */
  readonly network: string;
}

export interface SendCounts {
  /** Codes sent to the number that others than this one asked for. */
  readonly sendsByOthers: (origin: SendOrigin, atMs: number) => number;
  readonly sendsFromNetwork: (network: string, atMs: number) => number;
  readonly count: (origin: SendOrigin, atMs: number) => void;
  /** Takes back what was counted at this instant, because no code was sent after all. */
  readonly uncount: (origin: SendOrigin, atMs: number) => void;
  /** Numbers and networks of which something is remembered. */
  readonly remembered: () => number;
}

interface Sent {
  readonly asker: string;
  readonly atMs: number;
}

export const makeSendCounts = (windowMs: number): SendCounts => {
  const toNumber = makeGenerations<Sent[], string>(windowMs);
  const fromNetwork = makeGenerations<Sent[], string>(windowMs);

  const within = (sends: typeof toNumber, key: string, atMs: number): readonly Sent[] =>
    [...(sends.old().get(key) ?? []), ...(sends.young().get(key) ?? [])].filter(
      (sent) => !(atMs >= sent.atMs + windowMs),
    );
  const add = (sends: typeof toNumber, key: string, sent: Sent): void => {
    sends.turn(sent.atMs);
    const found = sends.young().get(key);
    if (found === undefined) sends.young().set(key, [sent]);
    else found.push(sent);
  };
  const takeBack = (sends: typeof toNumber, key: string, { asker, atMs }: Sent): void => {
    for (const generation of [sends.young(), sends.old()]) {
      const found = generation.get(key) ?? [];
      const place = found.findLastIndex((sent) => sent.asker === asker && sent.atMs === atMs);
      if (place < 0) continue;
      found.splice(place, 1);
      if (found.length === 0) generation.delete(key);
      return;
    }
  };

  return {
    sendsByOthers: ({ phone, asker }, atMs) =>
      within(toNumber, phone, atMs).reduce((others, sent) => others + (sent.asker === asker ? 0 : 1), 0),
    sendsFromNetwork: (network, atMs) => (network === "" ? 0 : within(fromNetwork, network, atMs).length),
    count: ({ phone, asker, network }, atMs) => {
      add(toNumber, phone, { asker, atMs });
      if (network !== "") add(fromNetwork, network, { asker, atMs });
    },
    uncount: ({ phone, asker, network }, atMs) => {
      takeBack(toNumber, phone, { asker, atMs });
      if (network !== "") takeBack(fromNetwork, network, { asker, atMs });
    },
    remembered: () =>
      [toNumber, fromNetwork].reduce((sum, sends) => sum + sends.young().size + sends.old().size, 0),
  };
};
