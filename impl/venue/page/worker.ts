// Keeps the files of the page of a door in the browser, so that it opens and is loaded again without a network.
// With one, each file is asked of the venue's machine and kept anew; what the page asks the machine goes past it untouched.
// It keeps no answer about a scan, and no pass.
const cacheName = "door";
const files = ["/", "/program.js", "/style.css"];

interface Extendable extends Event {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}
interface Worker {
  readonly skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
  readonly addEventListener: ((type: "install" | "activate", listen: (event: Extendable) => void) => void) &
    ((type: "fetch", listen: (event: Fetching) => void) => void);
}
declare const self: Worker;

/** A machine that takes longer is as good as away; the page has waited long enough. */
const answerWithinMs = 3_000;

const keepAll = async (): Promise<void> => {
  await (await caches.open(cacheName)).addAll(files);
  await self.skipWaiting();
};

const newestOrKept = async (request: Request): Promise<Response> => {
  const cache = await caches.open(cacheName);
  const kept = () => cache.match(request, { ignoreVary: true });
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(answerWithinMs) });
    // A machine that is stopping answers too, and has no page for us.
    if (!answer.ok) return (await kept()) ?? answer;
    await cache.put(request, answer.clone());
    return answer;
  } catch (cause) {
    const found = await kept();
    if (found === undefined) throw cause;
    return found;
  }
};

self.addEventListener("install", (event) => {
  event.waitUntil(keepAll());
});
self.addEventListener("activate", (event) => {
  event.waitUntil(self.clients.claim());
});
self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && files.includes(new URL(url).pathname))
    event.respondWith(newestOrKept(event.request));
});
