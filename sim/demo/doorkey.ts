// The key of the door in a demonstration's folder, which its venue draws before it listens for the first time.
// The link to the door's page holds it, as the people of a venue would type it. Whoever can open the demonstration's page on this machine
// is given it with the link: only where no real door stands.
import { readFileSync } from "node:fs";
import { doorKeyFile } from "../../impl/venue/doorkey.ts";

export const doorKeyIn = (folder: string): string =>
  readFileSync(doorKeyFile(`${folder}/venue`), "utf8").trim();
