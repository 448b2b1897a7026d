// The peer in C++ of the simulator's rows: the same city and the same law, written by hand for this one purpose.
// It goes day by day and person by person over arrays, and decides as the models do: consent at every pass, verification by code,
// a pass once and in its seconds, records erased by day. It measures without the reading of the tables and prints its counts as JSON.
// It watches no promise and writes no log; it knows no withdrawal, misuse, outbreak or case.
#include "city.hpp"
#include <chrono>
#include <cinttypes>
#include <cstdio>

enum Decision { agree, sendCode, checkCode, issue, record };

/** What both sides of a row must agree on. */
struct Counts {
  uint64_t decided = 0, passes = 0, checkIns = 0, verifications = 0, erased = 0, refused = 0;
  uint32_t hash = 0, otherHash = 0;

  void decide(uint32_t who, Instant since, Decision decision, int answer) {
    const auto sinceMs = static_cast<uint32_t>(since);
    uint32_t word = (who ^ 0x9e3779b1u) * 0x85ebca6bu;
    word = (word ^ (word >> 15) ^ sinceMs) * 0xc2b2ae35u;
    word =
        (word ^ (word >> 13) ^ ((static_cast<uint32_t>(decision) << 12) ^ static_cast<uint32_t>(answer))) * 0x27d4eb2fu;
    const uint32_t other = ((word ^ (word >> 16)) + sinceMs) * 0x165667b1u;
    hash += word ^ (word >> 15);
    otherHash += other ^ (other >> 13);
    decided += 1;
    if (answer > 0) refused += 1;
  }
};

/** People at the doors of the city, one visit after another. */
class Doors {
public:
  Counts counts;

  Doors(const City &from, const Policy &law)
      : city(from), policy(law), accounts(from.people), agreedUntil(from.people),
        recordsOfDay(static_cast<size_t>(from.days) + 1) {}

  void visit(uint32_t person, const Visit &visit, Instant arriveAt) {
    const auto chance = [&](uint32_t index) {
      return uniform(city.atTheDoor, person, visit.number * drawsAVisit + index);
    };
    if (chance(4) < city.declines) return;
    const bool slow = chance(0) < city.slowCode;
    Instant firstAskAt = arriveAt + city.doorDelay;
    Account &account = accounts[person];
    account.settle(arriveAt);
    const Instant left = account.state == verified || account.state == renewing ? account.verifiedUntil - arriveAt : 0;
    const auto typingSpan = slow ? city.slowTyping : city.typing;
    const double typedMost = slow ? city.slowTyping.to : static_cast<double>(city.doorDelay);
    const auto typedAfter = static_cast<Instant>(std::min(typingSpan.at(chance(5)), typedMost));
    if (slow) firstAskAt += typedAfter;
    const bool renews = uniform(city.habits, person, 0) < city.renewsEarly;
    if (left <= (renews ? city.renewsEarlyBefore : 0) && verify(person, account, arriveAt))
      typeCodes(person, account, arriveAt, arriveAt + typedAfter, chance(1));
    const double more = std::floor(std::log(1 - chance(3)) / city.oneMoreLog);
    const auto asked = static_cast<Instant>(std::min(city.passesAskedMost, 1 + more));
    const auto gap = static_cast<Instant>(city.passGap.at(chance(6)));
    Instant issuedAt = never;
    for (Instant pass = 0; pass < asked; pass += 1)
      issuedAt = ask(person, account, firstAskAt + pass * gap, pass == 0, issuedAt);
    const bool late = chance(2) < city.showsLate;
    const Span &showing = late ? city.lateDelay : city.showDelay;
    const Instant shownAt = firstAskAt + (asked - 1) * gap + static_cast<Instant>(showing.at(chance(7)));
    if (issuedAt == never || isOver(shownAt)) return;
    const bool replays = chance(9) < city.showsTwice;
    const bool accepted = show(person, issuedAt, shownAt);
    if (!accepted) {
      const Instant again = ask(person, account, shownAt, false, never);
      const Instant shownAgainAt = shownAt + static_cast<Instant>(city.quick.at(chance(8)));
      if (again != never && !isOver(shownAgainAt)) show(person, again, shownAgainAt);
    }
    const Instant replayedAt = shownAt + static_cast<Instant>(city.again.at(chance(10)));
    if (replays && !isOver(replayedAt))
      decide(person, replayedAt, record, accepted ? policy.answers.replayed : policy.answers.expired);
  }

  void eraseDay(int day) {
    if (day < 0) return;
    counts.erased += recordsOfDay[static_cast<size_t>(day)];
    recordsOfDay[static_cast<size_t>(day)] = 0;
  }

private:
  const City &city;
  const Policy policy;
  std::vector<Account> accounts;
  std::vector<Instant> agreedUntil;
  std::vector<uint64_t> recordsOfDay;

  /** What would come after the last day does not come. */
  bool isOver(Instant at) const { return at >= city.endsAt; }
  int decide(uint32_t person, Instant at, Decision decision, int answer) {
    counts.decide(person, at - city.startsAt, decision, answer);
    return answer;
  }
  void agreeAt(uint32_t person, Instant at) {
    agreedUntil[person] = at + policy.consentSession;
    decide(person, at, agree, policy.answers.consentRecorded);
  }
  void agreeIfOver(uint32_t person, Instant at) {
    if (at >= agreedUntil[person]) agreeAt(person, at);
  }

  /** Whether a code is on its way. */
  bool verify(uint32_t person, Account &account, Instant at) {
    agreeIfOver(person, at);
    return decide(person, at, sendCode, account.requestCode(at, policy)) == policy.answers.codeSent;
  }

  void type(uint32_t person, Account &account, Instant at, bool matches) {
    const int answer = decide(person, at, checkCode, account.submitCode(matches, at, policy));
    if (answer == policy.answers.phoneVerified) counts.verifications += 1;
  }

  void typeCodes(uint32_t person, Account &account, Instant sentAt, Instant at, double mistyped) {
    if (isOver(at)) return;
    const int wrong = mistyped < city.wrongUntilLocked                    ? city.wrongCodesUntilLocked
                      : mistyped < city.wrongUntilLocked + city.wrongCode ? 1
                                                                          : 0;
    agreeIfOver(person, at);
    if (at >= sentAt + policy.codeLifetime) {
      type(person, account, at, true);
      if (!verify(person, account, at)) return;
    }
    for (int wrongly = 0; wrongly < wrong; wrongly += 1) type(person, account, at, false);
    if (wrong < policy.codeTries) type(person, account, at, true);
  }

  /** When the pass was issued that the phone shows then. */
  Instant ask(uint32_t person, Account &account, Instant at, bool first, Instant before) {
    account.settle(at);
    if (isOver(at) || (account.state != verified && account.state != renewing)) return before;
    if (first)
      agreeAt(person, at);
    else
      agreeIfOver(person, at);
    account.keepFrom(at, policy);
    decide(person, at, issue, 0);
    counts.passes += 1;
    return at;
  }

  /** Whether it was in its seconds, and so stored. */
  bool show(uint32_t person, Instant issuedAt, Instant at) {
    const bool over = at >= issuedAt + policy.passUsable;
    decide(person, at, record, over ? policy.answers.expired : 0);
    if (over) return false;
    counts.checkIns += 1;
    recordsOfDay[static_cast<size_t>(seoulDay(issuedAt) - seoulDay(city.startsAt))] += 1;
    return true;
  }
};

static Policy policyOf(const Tables &from) {
  const auto ms = [&](const char *name) { return static_cast<Instant>(from.one(name)); };
  const auto number = [&](const char *name) { return static_cast<int>(from.one(name)); };
  return {ms("consentSession"),
          ms("verificationValidity"),
          ms("codeLifetime"),
          ms("codeSendWindow"),
          ms("codeLock"),
          ms("accountKept"),
          ms("passLifetime") + ms("clockSkew"),
          number("codeTries"),
          number("codeSends"),
          ms("retention") / dayMs,
          {number("consent.recorded"), number("code.sent"), number("code.locked"), number("phone.verified"),
           number("code.mismatched"), number("code-not-sent"), number("code-locked"), number("pass-expired"),
           number("pass-replayed")}};
}

static void print(const Counts &counts, double seconds) {
  std::printf("{\"decided\":%" PRIu64 ",\"passes\":%" PRIu64 ",\"checkIns\":%" PRIu64 ",\"verifications\":%" PRIu64
              ",\"erased\":%" PRIu64 ",\"refused\":%" PRIu64 ",\"hash\":\"%08x%08x\",\"seconds\":%.6f}\n",
              counts.decided, counts.passes, counts.checkIns, counts.verifications, counts.erased, counts.refused,
              counts.hash, counts.otherHash, seconds);
}

int main(int given, char **words) {
  if (given != 2) {
    std::fprintf(stderr, "give the path of the tables\n");
    return 2;
  }
  try {
    const Tables tables(words[1]);
    const City city(tables);
    const Policy policy = policyOf(tables);
    const auto begun = std::chrono::steady_clock::now();
    Doors doors(city, policy);
    struct Night {
      uint32_t person;
      Visit visit;
    };
    std::vector<Night> lastNight, tonight;
    Day lived;
    for (int day = 0; day < city.days; day += 1) {
      const Instant startsAt = city.startsAt + day * dayMs;
      doors.eraseDay(day - static_cast<int>(policy.retentionDays));
      auto late = lastNight.cbegin();
      tonight.clear();
      for (uint32_t person = 0; person < city.people; person += 1) {
        for (; late != lastNight.cend() && late->person == person; ++late)
          doors.visit(person, late->visit, startsAt - dayMs + static_cast<Instant>(late->visit.arrive));
        const size_t made = liveDay(city, person, static_cast<uint32_t>(day), lived);
        for (size_t place = 0; place < made; place += 1) {
          const Visit &visit = lived[place];
          if (visit.arrive < dayMs)
            doors.visit(person, visit, startsAt + static_cast<Instant>(visit.arrive));
          else
            tonight.push_back({person, visit});
        }
      }
      std::swap(lastNight, tonight);
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    print(doors.counts, took.count());
  } catch (const std::exception &fault) {
    std::fprintf(stderr, "%s\n", fault.what());
    return 1;
  }
  return 0;
}
