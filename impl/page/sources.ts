// The state of everything that a page's program can be made of, as one hash.
// impl/page/bundled.ts names the kept files by it. It reads whole folders instead of following imports:
// a little too much is only made again for nothing, while too little would serve a page of yesterday.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** What pages may import besides their own folder (test/dependency-cruiser.config.js), and the versions of packages. */
const shared = ["models", "impl/page", "impl/protocol", "package-lock.json"] as const;

const filesIn = (place: string): readonly string[] =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

const filesAt = (place: string): readonly string[] => (place.endsWith(".json") ? [place] : filesIn(place));

export const stateOfSources = (folder: URL): string => {
  const hash = createHash("sha256");
  for (const place of [...shared.map((name) => join(root, name)), fileURLToPath(folder)])
    for (const file of filesAt(place)) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  return hash.digest("hex").slice(0, 32);
};
