// Figures of a run that thresholds and published ranges are about: how each is computed from run.json, and what it is called.
// Thresholds and calibration look them up by the names that a scenario uses.
// A figure that the level of the run does not know is undefined, and never taken for 0.
import type { CalibrationMeasure, ThresholdMeasure } from "../world/format/goals.ts";
import type { Run } from "./run.ts";

type Figures = Pick<
  Run,
  "manifest" | "days" | "profile" | "lookup" | "records" | "cases" | "refusals" | "tracing"
>;
type Day = Figures["days"][number];
type Row = NonNullable<Figures["profile"]>["rows"][number];

export interface Measure {
  readonly says: { readonly en: string; readonly ko: string };
  /** Written after the number; empty for counts and shares. */
  readonly unit: string;
  readonly of: (run: Figures) => number | undefined;
}

const expiredCode = "pass-expired";

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const share = (part: number | undefined, whole: number | undefined): number | undefined =>
  part === undefined || whole === undefined || whole === 0 ? undefined : part / whole;

/** The sum of a column over all days, or undefined where no day knows it. */
const overDays = ({ days }: Figures, column: Exclude<keyof Day, "day">): number | undefined => {
  const known = days.flatMap((day) => day[column] ?? []);
  return known.length === 0 ? undefined : total(known);
};

const mostIn = (rows: readonly Row[] | undefined, column: Exclude<keyof Row, "at">): number | undefined => {
  const known = (rows ?? []).flatMap((row) => row[column] ?? []);
  return known.length === 0 ? undefined : Math.max(...known);
};

const lunchHour = (at: string): boolean => at.startsWith("12:");

export const measures: Readonly<Record<ThresholdMeasure | CalibrationMeasure, Measure>> = {
  shedShare: {
    says: {
      en: "asks for a pass that were told to come back, of all",
      ko: "패스 요청 가운데 나중에 다시 오라는 답을 받은 비율",
    },
    unit: "",
    of: (run) => {
      const shed = overDays(run, "shed");
      return shed === undefined ? undefined : share(shed, shed + (overDays(run, "passesIssued") ?? 0));
    },
  },
  issuanceWaitP99: {
    says: {
      en: "wait for a pass that 99 of 100 stay below, in the worst ten minutes of the busiest day",
      ko: "가장 붐빈 날의 가장 느린 10분에 100명 중 99명이 패스를 받을 때까지 기다린 시간",
    },
    unit: "ms",
    of: ({ profile }) => mostIn(profile?.rows, "waitP99Ms"),
  },
  visitsLost: {
    says: {
      en: "visits whose people gave up before they had a pass",
      ko: "패스를 받기 전에 포기한 방문 수",
    },
    unit: "",
    of: (run) => overDays(run, "lost"),
  },
  contactsFoundShare: {
    says: {
      en: "true contacts of reported people that the records can name, of all",
      ko: "확진자의 실제 접촉자 가운데 기록으로 찾을 수 있는 비율",
    },
    unit: "",
    of: ({ tracing }) => share(tracing?.found, tracing?.contacts),
  },
  recordsLiveMost: {
    says: { en: "most records live at the end of a day", ko: "하루가 끝날 때 남아 있던 기록의 최대 수" },
    unit: "",
    of: ({ days }) => (days.length === 0 ? undefined : Math.max(...days.map((day) => day.recordsLive))),
  },
  lookupP99: {
    says: {
      en: "time of a lookup that 99 of 100 stay below, on this machine",
      ko: "이 컴퓨터에서 조회 100건 중 99건이 끝난 시간",
    },
    unit: "ms",
    of: ({ lookup }) => lookup.p99Ms,
  },
  lateShare: {
    says: {
      en: "scans refused because the pass had expired, of all accepted or expired",
      ko: "수락되거나 만료된 스캔 가운데 패스 만료로 거절된 비율",
    },
    unit: "",
    of: ({ refusals, records }) => {
      const late = refusals[expiredCode] ?? 0;
      return share(late, late + records.recorded);
    },
  },
  visitsAVenueADay: {
    says: { en: "check-ins of a venue on a day", ko: "시설 한 곳의 하루 체크인 수" },
    unit: "",
    of: (run) => share(overDays(run, "checkIns"), run.manifest.venues * run.days.length),
  },
  lunchHourShare: {
    says: {
      en: "check-ins of the busiest day that fall between 12:00 and 13:00",
      ko: "가장 붐빈 날의 체크인 가운데 12시에서 13시 사이의 비율",
    },
    unit: "",
    of: ({ profile }) =>
      profile === undefined
        ? undefined
        : share(
            total(profile.rows.filter(({ at }) => lunchHour(at)).map(({ checkIns }) => checkIns)),
            total(profile.rows.map(({ checkIns }) => checkIns)),
          ),
  },
  passesACheckIn: {
    says: { en: "passes issued for each check-in", ko: "체크인 한 건당 발급된 패스 수" },
    unit: "",
    of: (run) => share(overDays(run, "passesIssued"), overDays(run, "checkIns")),
  },
  recordsACase: {
    says: {
      en: "records joined for each case that was answered",
      ko: "답을 받은 사건 한 건당 결합된 기록 수",
    },
    unit: "",
    of: (run) => share(overDays(run, "reidentified"), run.cases.answered),
  },
  joinedShare: {
    says: { en: "records that were ever joined, of all", ko: "전체 기록 가운데 한 번이라도 결합된 비율" },
    unit: "",
    of: (run) => share(overDays(run, "reidentified"), run.records.recorded),
  },
};
