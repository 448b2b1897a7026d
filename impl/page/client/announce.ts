// Tells screen readers what has changed on a page, in the one line that every page has for it.
// What is told must also be seen somewhere: the line itself is not.
import { placeIds } from "../placeids.ts";

/** Not seen and not spoken; it makes of the same words twice two texts, as a reader does not speak one that has not changed. */
const unspoken = "\u00a0";

export const announce = (text: string): void => {
  const line = document.getElementById(placeIds.said);
  if (line !== null) line.textContent = line.textContent === text ? `${text}${unspoken}` : text;
};
