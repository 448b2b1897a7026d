// The key of the door in this browser: typed once, or handed over behind the # of the address, from where it is taken away at once; a
// browser may have written the address down before. Anybody can make such a link, so it throws out no key that opens. It goes to the venue's own machine and nowhere else.
// Whether it is the right one the machine says.
import { Schema } from "effect";
import { kept } from "./kept.ts";

export const keptKey = kept("door-key", Schema.String);

const handed = /^#key=([A-Za-z0-9_-]{1,128})$/;

/** The key that the address hands over, taken away from there at once; undefined where it hands over none. */
export const handedKey = (): string | undefined => {
  const key = handed.exec(location.hash)?.[1];
  if (location.hash !== "") history.replaceState(null, "", location.pathname);
  return key;
};

/** One that is handed over is tried; it takes the place of the one that is kept when the machine has taken it. */
export const openKey = (): string | undefined => {
  const kept = keptKey.get();
  const key = handedKey();
  if (key !== undefined && kept === undefined) keptKey.set(key);
  return key ?? kept;
};
