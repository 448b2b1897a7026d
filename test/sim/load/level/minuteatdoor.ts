// A scenario of less than a minute, with everything in it that people do wrong at a door: forty people come at once and meet quick hands.
// The levels of the simulator are run over it and have to agree, one decision after the other.
// Its shares are drawn, so that how many do what is not known here; that all of it happens is what a test looks at.
const byTest = "made for a test, so that a visit takes seconds";

const withSources = (figures: Readonly<Record<string, unknown>>) => ({
  ...figures,
  sources: Object.fromEntries(Object.keys(figures).map((name) => [name, byTest])),
});

const people = 40;

export const minuteAtDoor = JSON.stringify({
  schemaVersion: 2,
  like: "three-people",
  name: "a minute at a door",
  about: "Forty people come to one club at once.",
  calendar: withSources({ start: "2020-07-02", days: 1 }),
  people: withSources({ count: people }),
  venues: withSources({
    kinds: [
      {
        id: "club",
        ko: "클럽",
        en: "club",
        share: 1,
        dailyVisits: 1,
        capacity: 1_000,
        hours: "18:00 to 04:00",
        rhythm: "night",
        weekdays: [1, 1, 1, 1, 1, 1, 1],
        stay: "60m to 60m",
        duty: {},
      },
    ],
  }),
  demand: withSources({ passesACheckIn: 1.8, passGap: "1s to 2s", showDelay: "1s to 3s", doorDelay: "3s" }),
  behaviour: withSources({
    declinesNotice: 0.1,
    wrongCode: 0.2,
    wrongCodeUntilLocked: 0.1,
    showsLate: 0.2,
    lateDelay: "18s to 18s",
    showsTwice: 0.3,
  }),
  outbreak: withSources({ index: [] }),
  diary: withSources({
    onlyDiary: true,
    visits: Array.from({ length: people }, (_, person) => ({
      person: person + 1,
      venue: 1,
      at: "2020-07-02 20:00",
      stay: "60m",
    })),
  }),
  thresholds: [],
});
