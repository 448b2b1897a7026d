// At which part of the page the reader is: the front, the check-in, or what is held about them.
// It lies in the browser's own history of this tab, so that its way back leads back and a reload stays, and nothing stands in the address.
import { Schema } from "effect";
import { useEffect, useState } from "preact/hooks";

const places = ["front", "checkin", "mine"] as const;
export type Place = (typeof places)[number];

const At = Schema.Struct({
  place: Schema.Literals(places),
  /** A guardian is to be asked. */
  guardian: Schema.Boolean,
});
export type At = typeof At.Type;
const front: At = { place: "front", guardian: false };
const decode = Schema.decodeUnknownOption(At);

const read = (): At => {
  const found = decode(history.state);
  return found._tag === "Some" ? found.value : front;
};

export interface Placed extends At {
  readonly go: (place: Place) => void;
  readonly back: () => void;
  readonly askGuardian: (guardian: boolean) => void;
}

export const usePlace = (): Placed => {
  const [at, setAt] = useState(read);
  useEffect(() => {
    const moved = () => {
      setAt(read());
    };
    addEventListener("popstate", moved);
    return () => {
      removeEventListener("popstate", moved);
    };
  }, []);
  return {
    ...at,
    go: (place) => {
      const next: At = { place, guardian: false };
      // The front always lies one step back.
      if (at.place === "front") history.pushState(next, "");
      else history.replaceState(next, "");
      setAt(next);
      scrollTo(0, 0);
    },
    back: () => {
      history.back();
    },
    askGuardian: (guardian) => {
      const next: At = { ...at, guardian };
      history.replaceState(next, "");
      setAt(next);
    },
  };
};
