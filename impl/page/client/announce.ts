// Tells screen readers what has changed on a page, in the one line that every page has for it.
// What is told must also be seen somewhere: the line itself is not.
import { placeIds } from "../placeids.ts";

export const announce = (text: string): void => {
  const line = document.getElementById(placeIds.said);
  if (line !== null) line.textContent = text;
};
