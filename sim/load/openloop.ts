// The open loop: sends each request at its intended instant, whatever became of those before it.
// What is late on our side or waits for a connection is late from that instant on, so that no wait is left out of what is measured.
// It waits for no answer before the next request; a limit on how long one may take is the sender's, and with it on how many are under way.

/** Time as the loop has it: real in a run, any in a test. */
export interface Pace {
  readonly nowMs: () => number;
  /** Comes back after about so long. */
  readonly wait: (ms: number) => Promise<void>;
}

export interface OpenLoop {
  /** Intended instants from the beginning, in their order. */
  readonly arrivals: Float64Array;
  readonly pace: Pace;
  /** Sends one, and is done when it is answered or given up. */
  readonly send: (place: number, dueAtMs: number) => Promise<void>;
  /** Told how much after its instant each was sent. */
  readonly sent: (lateMs: number) => void;
  /** Whether nothing more is to be sent. */
  readonly isOver: () => boolean;
}

/** A wait is cut into such pieces, so that an end is noticed. */
const waitsMostMs = 100;

/** Done when everything sent is answered or given up; answers the instant of the beginning. */
export const runOpenLoop = async ({ arrivals, pace, send, sent, isOver }: OpenLoop): Promise<number> => {
  const beganAtMs = pace.nowMs();
  const underWay = new Set<Promise<void>>();
  for (const [place, arrival] of arrivals.entries()) {
    const dueAtMs = beganAtMs + arrival;
    for (let early = dueAtMs - pace.nowMs(); early > 0 && !isOver(); early = dueAtMs - pace.nowMs()) {
      await pace.wait(Math.min(early, waitsMostMs));
    }
    if (isOver()) break;
    sent(pace.nowMs() - dueAtMs);
    const sending: Promise<void> = send(place, dueAtMs).finally(() => underWay.delete(sending));
    underWay.add(sending);
  }
  await Promise.all(underWay);
  return beganAtMs;
};
