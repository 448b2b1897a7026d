"""What people of the city intend: a day of everybody's life, and what they do at the doors, drawn in columns by numpy.

Pure functions of person, day and visit, with the same draws in the same order as the simulator's own.
"""

import numpy as np

from draws import Pickers, Stream, within

TRIES_MOST = 8
DRAWS_A_TRY = 4
DRAWS_A_VISIT = 16
VISITS_MOST = 3
ON_THE_WAY_MS = 20 * 60_000


class City:
    def __init__(self, tables):
        self.people = tables.number("people")
        self.days = tables.number("days")
        self.starts_at = tables.number("startsAtMs")
        self._first_weekday = tables.number("firstWeekday")
        self._visits_most = tables.number("visitsADayMax")
        self._at_most = tables.of("atMost").reshape(7, tables.number("activityClasses"), self._visits_most)
        self._activity = tables.whole("activityClass")
        self._home = tables.whole("home")
        self._kind_of = tables.whole("venueKind")
        self._stay_from = tables.of("stayFrom")
        self._stay_to = tables.of("stayTo")
        self._closes = tables.of("kindCloses")
        self._willing = tables.of("willing").reshape(7, len(self._closes))
        self._pickers = Pickers(tables)
        self._favourite_rank = tables.of("favouriteRank")[:-1]
        self._favourite_share = tables.one("favouriteShare")
        self._local_share = tables.one("localShare")
        self._read_arrivals(tables)
        for name in ("goingOut", "whereAndWhen", "people", "atTheDoor", "habits"):
            setattr(self, f"_{name}", Stream(tables.of(f"stream.{name}")))
        self._figures = tables

    def _read_arrivals(self, tables):
        """When people arrive at each kind, as rows of one length: what is missing is never reached."""
        first = tables.whole("arrivalFirst")
        widest = int(np.diff(first).max())
        kinds = len(first) - 1
        self._shares = np.full((kinds, widest + 1), np.inf)
        self._starts = np.zeros((kinds, widest + 1))
        for kind, (begin, end) in enumerate(zip(first, first[1:])):
            self._shares[kind, : end - begin] = tables.of("arrivalShares")[begin:end]
            self._starts[kind, : end - begin] = tables.of("arrivalStarts")[begin:end]
            self._starts[kind, end - begin] = tables.of("arrivalEnds")[kind]

    def _venue_for(self, person, chance):
        liked = chance < self._favourite_share
        rank = (chance[:, None] / self._favourite_share >= self._favourite_rank).sum(axis=1)
        near = liked & (self._people.uniform(person, 2 + rank * 2) < self._local_share)
        rest = (chance - self._favourite_share) / (1 - self._favourite_share) if self._favourite_share < 1 else chance
        return self._pickers.pick(
            np.where(near, 1 + self._home[person], 0),
            np.where(liked, self._people.uniform(person, 3 + rank * 2), rest),
        )

    def _arrival(self, kind, chance):
        shares = self._shares[kind]
        rows = np.arange(len(kind))
        stretch = np.maximum((shares <= chance[:, None]).sum(axis=1) - 1, 0)
        begins, ends = self._starts[kind, stretch], self._starts[kind, stretch + 1]
        below, above = shares[rows, stretch], np.minimum(shares[rows, stretch + 1], 1)
        width = above - below
        share = np.divide(chance - below, width, out=np.zeros_like(width), where=width > 0)
        return np.minimum(ends - 1, begins + np.floor(share * (ends - begins)))

    def live_day(self, day):
        """Who visits, the number of the visit in their life, and when they arrive; in no order."""
        weekday = (self._first_weekday + day) % 7
        everybody = np.arange(self.people)
        wanted = (self._goingOut.uniform(everybody, day)[:, None] >= self._at_most[weekday][self._activity]).sum(axis=1)
        person = np.flatnonzero(wanted)
        wanted = wanted[person]
        made = np.zeros(len(person), dtype=np.int64)
        arrive = np.full((len(person), VISITS_MOST), np.inf)
        leave = np.full((len(person), VISITS_MOST), -np.inf)
        for slot in range(self._visits_most):
            waiting = np.flatnonzero(wanted > slot)
            for attempt in range(TRIES_MOST):
                if len(waiting) == 0:
                    break
                who = person[waiting]
                count = ((day * VISITS_MOST + slot) * TRIES_MOST + attempt) * DRAWS_A_TRY
                draw = self._whereAndWhen.uniform
                kind = self._kind_of[self._venue_for(who, draw(who, count))]
                arrives = self._arrival(kind, draw(who, count + 2))
                stay = within(draw(who, count + 3), (self._stay_from[kind], self._stay_to[kind]))
                leaves = np.minimum(self._closes[kind], arrives + stay)
                clashes = (arrives[:, None] < leave[waiting] + ON_THE_WAY_MS) & (
                    leaves[:, None] + ON_THE_WAY_MS > arrive[waiting]
                )
                goes = (draw(who, count + 1) < self._willing[weekday][kind]) & ~clashes.any(axis=1)
                gone = waiting[goes]
                arrive[gone, made[gone]] = arrives[goes]
                leave[gone, made[gone]] = leaves[goes]
                made[gone] += 1
                waiting = waiting[~goes]
        row, place = np.nonzero(np.isfinite(arrive))
        return person[row], day * VISITS_MOST + place, arrive[row, place]

    def at_the_doors(self, person, number):
        """What people do on these visits, a column for each thing."""
        figures = self._figures
        chance = [self._atTheDoor.uniform(person, number * DRAWS_A_VISIT + index) for index in range(11)]
        slow = chance[0] < figures.one("slowCode")
        door_delay = figures.one("doorDelay")
        typed = np.where(
            slow,
            within(chance[5], figures.span("slowTyping")),
            np.minimum(within(chance[5], figures.span("typing")), door_delay),
        )
        until_locked = figures.one("wrongCodeUntilLocked")
        wrong = np.where(
            chance[1] < until_locked,
            figures.one("wrongCodesUntilLocked"),
            np.where(chance[1] < until_locked + figures.one("wrongCode"), 1, 0),
        )
        more = np.floor(np.log(1 - chance[3]) / np.log(figures.one("oneMore")))
        late = chance[2] < figures.one("showsLate")
        return {
            "declines": chance[4] < figures.one("declinesNotice"),
            "wrong": wrong,
            "typed": typed,
            "renews": np.where(
                self._habits.uniform(person, 0) < figures.one("renewsEarly"), figures.one("renewsEarlyBefore"), 0
            ),
            "first_ask": np.where(slow, typed + door_delay, door_delay),
            "asked": np.minimum(figures.one("passesAskedMost"), 1 + more),
            "gap": within(chance[6], figures.span("passGap")),
            "show": np.where(
                late, within(chance[7], figures.span("lateDelay")), within(chance[7], figures.span("showDelay"))
            ),
            "quick": within(chance[8], figures.span("quick")),
            "again": np.where(
                chance[9] < figures.one("showsTwice"), within(chance[10], figures.span("again")), 0
            ),
        }
