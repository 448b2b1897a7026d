// At which part of the desk the officer is: all cases, a new one, or one of them.
// It lies in the browser's own history of this tab, so that its way back leads back and a reload stays; the address says nothing.
import { Schema } from "effect";
import { useEffect, useState } from "preact/hooks";

const Place = Schema.Union([
  Schema.Struct({ at: Schema.Literals(["list", "new"]) }),
  Schema.Struct({ at: Schema.Literal("case"), caseId: Schema.String }),
]);
export type Place = typeof Place.Type;

const decode = Schema.decodeUnknownOption(Place);

const here = (): Place => {
  const found = decode(history.state);
  return found._tag === "Some" ? found.value : { at: "list" };
};

export const usePlace = (): readonly [Place, (next: Place) => void] => {
  const [place, setPlace] = useState(here);
  useEffect(() => {
    const moved = () => {
      setPlace(here());
    };
    addEventListener("popstate", moved);
    return () => {
      removeEventListener("popstate", moved);
    };
  }, []);
  return [
    place,
    (next) => {
      history.pushState(next, "");
      setPlace(next);
      scrollTo(0, 0);
    },
  ];
};
