// The program of the page of a door. It has its files kept by a worker where the browser allows that, so that the page opens and
// goes on without a network.
// It asks the venue's own machine and nobody else.
import { startPage } from "../../page/client/start.ts";
import { DoorPage } from "./doorpage.ts";
import { words } from "./words.ts";

if ("serviceWorker" in navigator)
  // A browser in which the reader keeps nothing has none; the page works all the same while it is open.
  navigator.serviceWorker.register("/worker.js").catch(() => undefined);

// What waits here is not to be given up when the browser needs room. One that says no keeps it all the same as long as it can.
if ("storage" in navigator) navigator.storage.persist().catch(() => false);

startPage({ words, view: DoorPage });
