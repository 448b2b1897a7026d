// Remembers what a city did while a run goes through its days: the infection, the contacts, and the line before the service.
// A level tells it of each day; at the end, or where the run was interrupted, it gives the figures that come from the city alone.
// They come from what people intend and from the plan of the service, so two virtual levels of one run write the same.
import type { CityDay, CityState } from "../world/city.ts";
import type { Served } from "../world/queue.ts";
import type { TenMinutes } from "../world/tenminutes.ts";
import { traceCity } from "../world/tracing.ts";
import type { World } from "../world/world.ts";
import type { Day, Profile } from "./days.ts";
import type { Run } from "./run.ts";
import { dateOf } from "./seouldate.ts";

export type LivedDay = Pick<CityDay, "day" | "startsAtMs" | "endsAtMs" | "city" | "served">;

const longest = ({ tenMinutes }: Served): number =>
  tenMinutes.reduce((most, { queueMost }) => Math.max(most, queueMost), 0);

/** The columns of a day that come from the city. */
export const figuresOfDay = ({
  startsAtMs,
  endsAtMs,
  city,
  served,
}: LivedDay): Pick<Day, "shed" | "lost" | "waiting" | "infected" | "reported"> => {
  const onDay = (atMs: number): boolean => atMs >= startsAtMs && !(atMs >= endsAtMs);
  const { infections } = city.outbreak;
  return {
    infected: infections.filter(({ infectedAtMs }) => onDay(infectedAtMs)).length,
    reported: infections.filter(({ reportedAtMs }) => onDay(reportedAtMs)).length,
    ...(served === undefined ? {} : { shed: served.shed, lost: served.lost, waiting: longest(served) }),
  };
};

/** Waits in a line are those of people, and not of batches on this machine. */
const withLine = (profile: Profile, line: readonly TenMinutes[]): Profile => ({
  ...profile,
  rows: profile.rows.map((row, place) => {
    const ten = line[place];
    if (ten === undefined) return row;
    const { shed, queueMost, waitP50Ms, waitP99Ms } = ten;
    return { ...row, shed, queueMost, waitP50Ms, waitP99Ms };
  }),
});

const outbreakFindings = (
  world: World,
  city: CityState,
  records: number,
  retentionMs: number,
): Pick<Run, "infection" | "tracing"> => {
  const { infections } = city.outbreak;
  const infection = {
    infected: infections.length,
    reported: infections.filter(({ reportedAtMs }) => !(reportedAtMs >= world.endsAtMs)).length,
    index: infections.filter(({ infectedBy }) => infectedBy < 0).length,
  };
  return infection.reported === 0
    ? { infection }
    : { infection, tracing: traceCity(world, city, records, retentionMs) };
};

export interface Lived {
  readonly dayOver: (day: LivedDay) => void;
  /** So many records were stored, and the policy keeps them so long. */
  readonly findings: (records: number, retentionMs: number) => Pick<Run, "infection" | "tracing">;
  /** The busiest day with the line before the service, where there was one. */
  readonly profile: (profile: Profile | undefined) => Pick<Run, "profile">;
}

export const makeLived = (world: World): Lived => {
  let city: CityState | undefined;
  const lines = new Map<string, readonly TenMinutes[]>();
  return {
    dayOver: (day) => {
      city = day.city;
      if (day.served !== undefined) lines.set(dateOf(world.startsAtMs, day.day), day.served.tenMinutes);
    },
    findings: (records, retentionMs) =>
      city === undefined ? {} : outbreakFindings(world, city, records, retentionMs),
    profile: (profile) =>
      profile === undefined ? {} : { profile: withLine(profile, lines.get(profile.day) ?? []) },
  };
};
