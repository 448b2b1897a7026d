// A real door for a suite of its page: venue and custodian over real files, the venue's own listener with the page, and between
// the two a line that a test can cut. It is open for as long as the suite lasts, by the machine's own clock.
// Passes are made as an issuer makes them, a fresh epoch each time; it knows no rule of any party.
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Clock, Context, Effect, Exit, Layer, Schedule, Scope } from "effect";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { Custodian, type CustodianService } from "../../../../impl/custodian/custodian.ts";
import { PolicyInForce } from "../../../../impl/lifecycle/desk.ts";
import { pageRoutes, withPages } from "../../../../impl/page/serving.ts";
import { CustodianPort } from "../../../../impl/protocol/contracts.ts";
import { doorApi } from "../../../../impl/protocol/http/venuedoor.ts";
import { encodePassText, passVersions } from "../../../../impl/protocol/pass.ts";
import { randomBytes } from "../../../../impl/protocol/randomness.ts";
import { defaultLimits } from "../../../../impl/server/limits.ts";
import { publicListener } from "../../../../impl/server/publiclistener.ts";
import { routesOf } from "../../../../impl/server/routes.ts";
import { rootKeyFileLayer } from "../../../../impl/store/rootkey.ts";
import { storeLayer } from "../../../../impl/store/sqlite.ts";
import { vaultFolderLayer } from "../../../../impl/store/vaultfolder.ts";
import { doorHandlers } from "../../../../impl/venue/doorhandlers.ts";
import { identifyByDoorKey, openDoorKey } from "../../../../impl/venue/doorkey.ts";
import { doorPage } from "../../../../impl/venue/page.ts";
import { Venue, venueLayer, type VenueOptions, type VenueService } from "../../../../impl/venue/venue.ts";
import { phone, type OpenAt } from "../../../inbrowser.ts";
import { boundPass, deposit, passes } from "../../custodian/gate.ts";
import { makePlace } from "../../custodian/place.ts";
import { placeLayer, visitsIn, type Place } from "../../custodian/rooms.ts";
import { present } from "../../protocol/hex.ts";
import { portOver, type Line } from "../door.ts";

export const english = { locale: "en-GB" };
export const korean = { locale: "ko-KR" };
export const registration = { venue: 1_234_567_890, kind: "karaoke" };

export interface ServedDoor {
  readonly place: Place;
  readonly custodian: CustodianService;
  readonly venue: VenueService;
  readonly line: Line;
  readonly url: string;
  readonly key: string;
}

const rooms = (folder: string) => {
  const vaultFolder = join(folder, "vault");
  return Layer.merge(
    storeLayer({ file: join(folder, "venue.sqlite"), durability: "normal" }),
    vaultFolderLayer({ folder: vaultFolder }).pipe(
      Layer.provide(rootKeyFileLayer({ file: join(folder, "root.key"), randomBytes, vaultFolder })),
    ),
  );
};

const opening = Effect.fnUntraced(function* (options: VenueOptions, isRegistered: boolean) {
  const folder = yield* Effect.acquireRelease(
    Effect.sync(() => mkdtempSync(join(tmpdir(), "entrylog-door-"))),
    (made) =>
      Effect.sync(() => {
        rmSync(made, { recursive: true, force: true });
      }),
  );
  const place = makePlace({}, join(folder, "custodian"));
  const venueFolder = join(folder, "venue");
  mkdirSync(place.folder);
  mkdirSync(venueFolder);
  const custodian = Context.get(yield* Layer.build(placeLayer(place)), Custodian);
  yield* custodian.announceLevel("serious");
  const line: Line = { cut: false, answersLost: false };
  const built = yield* Layer.build(
    venueLayer(passVersions.deployed, options).pipe(
      Layer.provide([rooms(venueFolder), Layer.succeed(CustodianPort, yield* portOver(custodian, line))]),
      Layer.provide(Layer.succeed(PolicyInForce, place.policy)),
    ),
  );
  const venue = Context.get(built, Venue);
  if (isRegistered) yield* venue.register(registration);
  yield* Effect.forkScoped(Effect.repeat(venue.deliver, Schedule.spaced(200)));
  const key = yield* openDoorKey(venueFolder);
  const { url } = yield* publicListener({
    place: { host: "127.0.0.1", port: 0 },
    limits: defaultLimits,
    identify: identifyByDoorKey(key),
    routes: withPages(
      routesOf(doorApi, Layer.provide(doorHandlers, Layer.succeed(Venue, venue))),
      yield* pageRoutes(doorPage),
    ),
  });
  return { place, custodian, venue, line, url, key } satisfies ServedDoor;
});

/** The door of a suite; it is there once the suite runs. */
export const serveDoor = (options: VenueOptions = {}, isRegistered = true): (() => ServedDoor) => {
  const scope = Effect.runSync(Scope.make());
  let door: ServedDoor | undefined;
  beforeAll(async () => {
    door = await Effect.runPromise(Effect.provideService(opening(options, isRegistered), Scope.Scope, scope));
  });
  afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)));
  return () => present(door);
};

/** A pass as a phone shows it now, or so long ago. */
export const freshPass = ({ custodian, place }: ServedDoor, agoMs = 0): Promise<string> =>
  Effect.runPromise(
    Effect.gen(function* () {
      const atMs = (yield* Clock.currentTimeMillis) - agoMs;
      const opened = yield* deposit(custodian, place, atMs);
      const [made] = yield* passes(place, opened, atMs, 1);
      return encodePassText(present(made));
    }),
  );

/** One that is made for a challenge of this door. */
export const passForChallenge = ({ custodian, place, venue }: ServedDoor): Promise<string> =>
  Effect.runPromise(
    Effect.gen(function* () {
      const atMs = yield* Clock.currentTimeMillis;
      const opened = yield* deposit(custodian, place, atMs);
      return encodePassText(yield* boundPass(place, opened, atMs, yield* venue.challenge));
    }),
  );

export const visitsOf = ({ place }: ServedDoor) => visitsIn(place);

/** The page with the key of its door, at work. */
export const atWork = async (
  { url, key }: ServedDoor,
  open: OpenAt,
  options: Parameters<OpenAt>[2] = english,
  screen = phone,
): Promise<Page> => {
  const page = await open(`${url}/#key=${key}`, screen, options);
  await page.locator(".answer").waitFor();
  return page;
};

/** Types a code by hand, as where no camera reads it. */
export const type = async (page: Page, text: string): Promise<void> => {
  const field = page.locator("textarea");
  if (!(await field.isVisible())) await page.locator("summary").first().click();
  await field.fill(text);
  await field.press("Tab");
  await page.locator("details form button").click();
};

export const answer = (page: Page, kind: "checked" | "unchecked" | "refused") =>
  page.locator(`.answer.${kind}`);

/** The number in the row of this name. */
export const numberOf = (page: Page, name: string): Promise<string> =>
  page
    .getByRole("row", { name: new RegExp(`^${name} `) })
    .first()
    .locator("td")
    .innerText();

/** With the worker of the page in charge of it, so that it opens without a network. */
export const withWorker = async (context: BrowserContext, page: Page): Promise<void> => {
  if (context.serviceWorkers().length === 0) await context.waitForEvent("serviceworker");
  await page.evaluate("navigator.serviceWorker.ready.then(() => true)");
  await page.evaluate(
    "navigator.serviceWorker.controller ? true : new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', () => done(true)))",
  );
};
