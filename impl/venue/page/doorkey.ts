// The key of the door in this browser: typed once, or handed over behind the # of the address, from where it is taken away at once,
// so that it stands in no address line, no bookmark and no history. It goes to the venue's own machine and nowhere else.
// Whether it is the right one the machine says.
import { Schema } from "effect";
import { kept } from "./kept.ts";

export const keptKey = kept("door-key", Schema.String);

const handed = /^#key=([A-Za-z0-9_-]{1,128})$/;

/** The key that the address hands over, or the one that is kept. */
export const openKey = (): string | undefined => {
  const key = handed.exec(location.hash)?.[1];
  if (location.hash !== "") history.replaceState(null, "", location.pathname);
  if (key !== undefined) keptKey.set(key);
  return key ?? keptKey.get();
};
