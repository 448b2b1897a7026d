// The phones of a simulated city: what each knows of its own standing, and the pass it shows at the moment.
// A phone believes what the issuer told it; it never looks into a party. Numbers are columns, for there are many phones.
// What a phone keeps of a visit is dropped when the visit is over.

export interface Visiting {
  /** Whether a code was sent that is still to be entered, and when. */
  codeSentAtMs: number;
  pass: Uint8Array | undefined;
  /** The pass that was shown first, for those who show it again. */
  shown: Uint8Array | undefined;
  /** Ordinal of the pass among all issued. */
  passNumber: number;
  /** The pass was shown and refused as expired. */
  askAgain: boolean;
  declined: boolean;
  lastAtMs: number;
}

export interface Phones {
  /** By person: until when the phone believes it is verified; 0 = not. */
  readonly verifiedUntilMs: Float64Array;
  /** By person: until when the last consent covers passes; 0 = none. */
  readonly agreedUntilMs: Float64Array;
  readonly visits: Map<number, Visiting>;
  readonly visiting: (visit: number, atMs: number) => Visiting;
  /** Drops what is kept of visits in which nothing has happened for an hour. */
  readonly tidy: (nowMs: number) => void;
}

const visitOverMs = 3_600_000;

export const makePhones = (people: number): Phones => {
  const visits = new Map<number, Visiting>();
  return {
    verifiedUntilMs: new Float64Array(people),
    agreedUntilMs: new Float64Array(people),
    visits,
    visiting: (visit, atMs) => {
      const found = visits.get(visit) ?? {
        codeSentAtMs: 0,
        pass: undefined,
        shown: undefined,
        passNumber: -1,
        askAgain: false,
        declined: false,
        lastAtMs: atMs,
      };
      found.lastAtMs = atMs;
      visits.set(visit, found);
      return found;
    },
    tidy: (nowMs) => {
      for (const [visit, { lastAtMs }] of visits) {
        if (nowMs >= lastAtMs + visitOverMs) visits.delete(visit);
      }
    },
  };
};
