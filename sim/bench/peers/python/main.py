"""The peer in SimPy of the simulator's rows: the same city and the same law, written as people who know SimPy write it.

Each visit is a process that waits for its instants; random numbers of a day are drawn in columns by numpy, and decisions are
gathered in lists and hashed in columns. It measures without the reading of the tables and prints its counts as one line of JSON.
It watches no promise and writes no log; it knows no withdrawal, misuse, outbreak or case.
"""

import json
import sys
import time
from collections import Counter

import numpy as np
import simpy

from city import City
from law import DAY_MS, Account, Policy, start_of_day
from tables import Tables

AGREE, SEND_CODE, CHECK_CODE, ISSUE, RECORD = range(5)


class Tally:
    """What both sides of a row must agree on."""

    def __init__(self, starts_at):
        self.decided = self.passes = self.check_ins = self.verifications = self.erased = self.refused = 0
        self.records = Counter()
        self._starts_at = starts_at
        self._gathered = []
        self._hash = [0, 0]

    def decide(self, who, at, decision, answer):
        self._gathered.append((who, at - self._starts_at, decision, answer))
        return answer

    def close_day(self):
        if not self._gathered:
            return
        who, since, decision, answer = np.array(self._gathered, dtype=np.int64).T
        self.decided += len(who)
        self._gathered.clear()
        self.refused += int((answer > 0).sum())
        who, since, decision, answer = (column.astype(np.uint32) for column in (who, since, decision, answer))
        word = (who ^ np.uint32(0x9E3779B1)) * np.uint32(0x85EBCA6B)
        word = (word ^ (word >> np.uint32(15)) ^ since) * np.uint32(0xC2B2AE35)
        word = (word ^ (word >> np.uint32(13)) ^ ((decision << np.uint32(12)) ^ answer)) * np.uint32(0x27D4EB2F)
        other = ((word ^ (word >> np.uint32(16))) + since) * np.uint32(0x165667B1)
        for place, column in enumerate((word ^ (word >> np.uint32(15)), other ^ (other >> np.uint32(13)))):
            self._hash[place] = (self._hash[place] + int(column.sum(dtype=np.uint64))) & 0xFFFFFFFF

    def told(self, seconds):
        self.close_day()
        return {
            "decided": self.decided,
            "passes": self.passes,
            "checkIns": self.check_ins,
            "verifications": self.verifications,
            "erased": self.erased,
            "refused": self.refused,
            "hash": "".join(f"{part:08x}" for part in self._hash),
            "seconds": seconds,
        }


class Doors:
    """The people at the doors of the city; time is in milliseconds."""

    def __init__(self, env, city, policy):
        self.env = env
        self.city = city
        self.policy = policy
        self.tally = Tally(city.starts_at)
        self.accounts = [None] * city.people

    def days(self):
        """Each day begins with what is due for erasure and with the visits that people intend."""
        env, city, tally, policy = self.env, self.city, self.tally, self.policy
        ends_at = city.starts_at + city.days * DAY_MS
        for day in range(city.days):
            tally.close_day()
            tally.erased += tally.records.pop(env.now - policy.retention, 0)
            person, number, arrive = city.live_day(day)
            arrive_at = env.now + arrive.astype(np.int64)
            inside = arrive_at < ends_at
            person, number, arrive_at = person[inside], number[inside], arrive_at[inside]
            door = city.at_the_doors(person, number)
            goes = ~door.pop("declines")
            columns = [person[goes].tolist(), arrive_at[goes].tolist()]
            columns += [column[goes].astype(np.int64).tolist() for column in door.values()]
            for visit in zip(*columns):
                env.process(self.visit(*visit))
            yield env.timeout(DAY_MS)

    def agree(self, who, account):
        now = self.env.now
        account.agreed_until = now + self.policy.consent_session
        self.tally.decide(who, now, AGREE, self.policy.consent_recorded)

    def send_code(self, who, account):
        now = self.env.now
        if now >= account.agreed_until:
            self.agree(who, account)
        answer = self.tally.decide(who, now, SEND_CODE, account.request_code(now, self.policy))
        return answer == self.policy.code_sent

    def submit_code(self, who, account, matches):
        now = self.env.now
        answer = self.tally.decide(who, now, CHECK_CODE, account.submit_code(matches, now, self.policy))
        if answer == self.policy.phone_verified:
            self.tally.verifications += 1

    def type_codes(self, who, account, sent_at, wrong):
        now, policy = self.env.now, self.policy
        if now >= account.agreed_until:
            self.agree(who, account)
        if now >= sent_at + policy.code_lifetime:
            self.submit_code(who, account, True)
            if not self.send_code(who, account):
                return
        for _ in range(wrong):
            self.submit_code(who, account, False)
        if wrong < policy.code_tries:
            self.submit_code(who, account, True)

    def ask(self, who, account, first):
        """When the pass was issued, or None."""
        now = self.env.now
        if not account.is_verified(now):
            return None
        if first or now >= account.agreed_until:
            self.agree(who, account)
        account.keep_from(now, self.policy)
        self.tally.decide(who, now, ISSUE, 0)
        self.tally.passes += 1
        return now

    def show(self, who, issued_at):
        """Whether it was in its seconds, and so stored."""
        now, tally = self.env.now, self.tally
        if now >= issued_at + self.policy.pass_usable:
            tally.decide(who, now, RECORD, self.policy.pass_expired)
            return False
        tally.decide(who, now, RECORD, 0)
        tally.check_ins += 1
        tally.records[start_of_day(issued_at)] += 1
        return True

    def replay(self, who, delay, accepted):
        yield self.env.timeout(delay)
        policy = self.policy
        self.tally.decide(
            who, self.env.now, RECORD, policy.pass_replayed if accepted else policy.pass_expired
        )

    def visit(self, who, arrive_at, wrong, typed, renews, first_ask, asked, gap, show, quick, again):
        env = self.env
        yield env.timeout(arrive_at - env.now)
        account = self.accounts[who]
        if account is None:
            account = self.accounts[who] = Account()
        left = account.verified_until - arrive_at if account.is_verified(arrive_at) else 0
        if left <= renews and self.send_code(who, account):
            yield env.timeout(typed)
            self.type_codes(who, account, arrive_at, wrong)
        yield env.timeout(arrive_at + first_ask - env.now)
        issued_at = self.ask(who, account, True)
        for _ in range(asked - 1):
            yield env.timeout(gap)
            issued_at = self.ask(who, account, False) or issued_at
        if issued_at is None:
            return
        yield env.timeout(show)
        accepted = self.show(who, issued_at)
        if again:
            env.process(self.replay(who, again, accepted))
        if not accepted:
            issued_at = self.ask(who, account, False)
            if issued_at is not None:
                yield env.timeout(quick)
                self.show(who, issued_at)


def run(tables):
    begun = time.perf_counter()
    city = City(tables)
    env = simpy.Environment(initial_time=city.starts_at)
    doors = Doors(env, city, Policy(tables))
    env.process(doors.days())
    # What would come after the last day does not come.
    env.run(until=city.starts_at + city.days * DAY_MS)
    return doors.tally.told(time.perf_counter() - begun)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("give the path of the tables")
    print(json.dumps(run(Tables(sys.argv[1]))))
