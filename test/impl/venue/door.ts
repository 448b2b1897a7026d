// A venue's door for tests: the real venue over a real file and vault, before the real custodian, with a line between
// them that a test can cut. It knows no rule of either.
import { join } from "node:path";
import { Context, Effect, Layer, type Scope } from "effect";
import { Custodian, custodianPortLayer, type CustodianService } from "../../../impl/custodian/custodian.ts";
import { Venue, venueLayer, type VenueOptions, type VenueService } from "../../../impl/venue/venue.ts";
import { PolicyInForce } from "../../../impl/lifecycle/desk.ts";
import { CustodianPort } from "../../../impl/protocol/contracts.ts";
import { passVersions } from "../../../impl/protocol/pass.ts";
import { randomBytes } from "../../../impl/protocol/randomness.ts";
import { rootKeyFileLayer } from "../../../impl/store/rootkey.ts";
import { StoreUnavailable } from "../../../impl/store/unavailable.ts";
import { vaultFolderLayer } from "../../../impl/store/vaultfolder.ts";
import { deposit } from "../custodian/gate.ts";
import { makePlace } from "../custodian/place.ts";
import { atNoon, inCustodian, type Place } from "../custodian/rooms.ts";
import type { OpenedEpoch } from "../custodian/issuer.ts";
import { partyStore } from "../store/partystore.ts";

export interface Line {
  cut: boolean;
  /** The custodian gets what is sent, and its answer does not arrive. */
  answersLost: boolean;
  /** What is sent goes nowhere, and nothing says so. */
  isSilent?: boolean;
}

const cutLine = new StoreUnavailable({ reason: "closed", detail: "the line is cut" });

export const portOver = (custodian: CustodianService, line: Line) =>
  Effect.map(
    Layer.build(custodianPortLayer.pipe(Layer.provide(Layer.succeed(Custodian, custodian)))),
    (built) => {
      const port = Context.get(built, CustodianPort);
      return CustodianPort.of({
        ...port,
        record: (scans) => {
          if (line.cut) return Effect.fail(cutLine);
          if (line.isSilent === true) return Effect.never;
          return line.answersLost
            ? Effect.andThen(port.record(scans), Effect.fail(cutLine))
            : port.record(scans);
        },
        registerVenue: (registration) => (line.cut ? Effect.fail(cutLine) : port.registerVenue(registration)),
      });
    },
  );

export const venueFolder = (place: Place): string => join(place.folder, "venue");

export interface Door {
  readonly place: Place;
  readonly custodian: CustodianService;
  readonly line: Line;
  readonly opened: OpenedEpoch;
  /** Opens the venue, does something, and closes it again. */
  readonly atVenue: <A, E>(
    use: (venue: VenueService) => Effect.Effect<A, E>,
    options?: VenueOptions,
  ) => Effect.Effect<A, E | StoreUnavailable, Scope.Scope>;
}

/** A custodian that collects, with one epoch deposited, and a venue that nobody registered yet. */
export const atDoor = <A, E>(
  use: (door: Door) => Effect.Effect<A, E, Scope.Scope>,
  limits: Readonly<Record<string, number>> = {},
): Promise<A> => {
  const place = makePlace(limits);
  const line: Line = { cut: false, answersLost: false };
  const story = inCustodian(place, (custodian) =>
    Effect.gen(function* () {
      yield* custodian.announceLevel("serious");
      const opened = yield* deposit(custodian, place);
      const port = yield* portOver(custodian, line);
      const folder = venueFolder(place);
      const vaultFolder = join(folder, "vault");
      const layer = (options?: VenueOptions) =>
        venueLayer(passVersions.deployed, options).pipe(
          Layer.provide([
            partyStore({ file: join(folder, "venue.sqlite") }),
            vaultFolderLayer({ folder: vaultFolder }).pipe(
              Layer.provide(rootKeyFileLayer({ file: join(folder, "root.key"), randomBytes, vaultFolder })),
            ),
            Layer.succeed(CustodianPort, port),
          ]),
          Layer.provide(Layer.succeed(PolicyInForce, place.policy)),
        );
      return yield* use({
        place,
        custodian,
        line,
        opened,
        atVenue: (act, options) => Effect.provide(Effect.flatMap(Venue, act), layer(options)),
      });
    }).pipe(Effect.scoped),
  );
  return atNoon(story);
};
