// What the load level needs before its first visit: everybody started in a folder, and the devices of the venues that will be visited registered.
// Venues to which nobody goes have no device here. One venue more has a key that nobody registered, for those who try it so.
// Everything is stopped with the scope.
import { Effect } from "effect";
import { makeConnections } from "../../exchange.ts";
import type { Devices } from "../../service/devices.ts";
import { venueNumber } from "../../service/devices.ts";
import { kindOf } from "../../world/venues.ts";
import type { World } from "../../world/world.ts";
import { askNotice, noticeIn, type PhoneLine } from "../phone.ts";
import { startEverybody } from "../place.ts";
import { yes } from "../ready.ts";
import { keyOf, newDevice, registering, type Device } from "../scanner.ts";
import type { Intended } from "./intended.ts";

const withinMs = 20_000;
const sideBySide = 16;
/** People do not share connections with one another, and a device uses one or two. */
const connectionsMost = 256;

const venuesOf = ({ visits }: Intended): readonly number[] => [
  ...new Set(visits.flat().flatMap(({ venue }) => (venue < 0 ? [] : [venue]))),
];

export const openLevel = Effect.fnUntraced(function* (
  { world, folder, preset }: { readonly world: World; readonly folder: string; readonly preset: string },
  intended: Intended,
  progress: (done: number, of: number) => void,
) {
  const place = yield* startEverybody(folder, preset);
  const connections = makeConnections(connectionsMost);
  const line = { ...place, connections, withinMs } satisfies PhoneLine & { readonly custodian: string };
  const notice = noticeIn(yield* yes("The load", place.issuer, askNotice(line)));
  const unregistered = venueNumber(world.venues.count + 7);
  const venues = venuesOf(intended);
  let done = 0;
  const devices: readonly Device[] = yield* Effect.forEach(
    venues,
    (venue, number) =>
      Effect.gen(function* () {
        const device = yield* newDevice(venueNumber(venue));
        yield* registering(line, device, kindOf(world.venues, venue)?.id ?? "other", number);
        done += 1;
        progress(done, venues.length);
        return device;
      }),
    { concurrency: sideBySide },
  );
  const all = [...devices, yield* newDevice(unregistered)];
  const forRounds: Devices = {
    publicKeys: devices.map((device) => keyOf(device).publicKey),
    keys: new Map(all.map((device) => [device.venue, keyOf(device)])),
    venueOf: ({ venue, attempt }) =>
      attempt?.kind === "unknown-venue" || venue < 0 ? unregistered : venueNumber(venue),
  };
  return { place, line, notice, devices: all, forRounds };
});
