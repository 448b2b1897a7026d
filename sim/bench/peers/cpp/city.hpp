// What the peer in C++ knows of the city, and one day of one person's life there: where they go, and when.
// Pure functions of person, day and visit, with the same draws in the same order as the simulator's own.
#pragma once
#include "draws.hpp"
#include "law.hpp"
#include "tables.hpp"
#include <array>

struct Kind {
  Span stay;
  double closes, arrivalsEnd;
  size_t stretch, stretches;
};

/** The city as its tables have it, and what people do there: pure functions of person, day and visit. */
struct City {
  size_t people, kindsCount, visitsMost, favouritesEach, classes;
  int days, firstWeekday;
  Instant startsAt, endsAt;
  std::vector<uint8_t> activity;
  std::vector<uint16_t> home, kindOf;
  Column atMost, willing, favouriteRank, stretchStarts, stretchShares;
  std::vector<Kind> kinds;
  std::vector<Picker> pickers;
  double favouriteShare, localShare;
  double slowCode, showsLate, declines, wrongUntilLocked, wrongCode, renewsEarly, showsTwice, oneMoreLog;
  Instant renewsEarlyBefore, doorDelay;
  Span typing, slowTyping, quick, again, passGap, showDelay, lateDelay;
  int wrongCodesUntilLocked;
  double passesAskedMost;
  Stream goingOut, whereAndWhen, liking, atTheDoor, habits;

  explicit City(const Tables &from);
};

constexpr int triesMost = 8, drawsATry = 4, drawsAVisit = 16;
constexpr double onTheWay = 20 * 60'000;

City::City(const Tables &from) {
  const auto whole = [&](const char *name) { return static_cast<size_t>(from.one(name)); };
  const auto span = [&](const char *name) { return Span{from.of(name).at(0), from.of(name).at(1)}; };
  const auto stream = [&](const char *name) {
    const Column &keys = from.of(name);
    const auto key = [&](size_t place) { return static_cast<uint32_t>(static_cast<int64_t>(keys.at(place))); };
    return Stream{key(0), key(1)};
  };
  people = whole("people"), visitsMost = whole("visitsADayMax"), favouritesEach = whole("favouritesEach");
  classes = whole("activityClasses"), days = static_cast<int>(whole("days")),
  firstWeekday = static_cast<int>(whole("firstWeekday"));
  startsAt = static_cast<Instant>(from.one("startsAtMs")), endsAt = startsAt + days * dayMs;
  activity = from.as<uint8_t>("activityClass"), home = from.as<uint16_t>("home"),
  kindOf = from.as<uint16_t>("venueKind");
  atMost = from.of("atMost"), willing = from.of("willing"), favouriteRank = from.of("favouriteRank");
  stretchStarts = from.of("arrivalStarts"), stretchShares = from.of("arrivalShares");
  kindsCount = from.of("kindCloses").size();
  for (size_t kind = 0; kind < kindsCount; kind += 1) {
    const Column &firsts = from.of("arrivalFirst");
    const auto first = static_cast<size_t>(firsts[kind]), next = static_cast<size_t>(firsts[kind + 1]);
    const Span stay{from.of("stayFrom")[kind], from.of("stayTo")[kind]};
    kinds.push_back({stay, from.of("kindCloses")[kind], from.of("arrivalEnds")[kind], first, next - first});
  }
  const auto items = from.as<int32_t>("pickerItems"), other = from.as<int32_t>("pickerOther");
  const Column &first = from.of("pickerFirst"), &keep = from.of("pickerKeep");
  for (size_t picker = 0; picker + 1 < first.size(); picker += 1) {
    const auto begin = static_cast<ptrdiff_t>(first[picker]), end = static_cast<ptrdiff_t>(first[picker + 1]);
    pickers.push_back({{items.begin() + begin, items.begin() + end},
                       {other.begin() + begin, other.begin() + end},
                       {keep.begin() + begin, keep.begin() + end}});
  }
  favouriteShare = from.one("favouriteShare"), localShare = from.one("localShare");
  slowCode = from.one("slowCode"), showsLate = from.one("showsLate"), declines = from.one("declinesNotice");
  wrongUntilLocked = from.one("wrongCodeUntilLocked"), wrongCode = from.one("wrongCode"),
  renewsEarly = from.one("renewsEarly");
  showsTwice = from.one("showsTwice"), oneMoreLog = std::log(from.one("oneMore")),
  passesAskedMost = from.one("passesAskedMost");
  renewsEarlyBefore = static_cast<Instant>(from.one("renewsEarlyBefore")),
  doorDelay = static_cast<Instant>(from.one("doorDelay"));
  wrongCodesUntilLocked = static_cast<int>(from.one("wrongCodesUntilLocked"));
  typing = span("typing"), slowTyping = span("slowTyping"), quick = span("quick"), again = span("again");
  passGap = span("passGap"), showDelay = span("showDelay"), lateDelay = span("lateDelay");
  goingOut = stream("stream.goingOut"), whereAndWhen = stream("stream.whereAndWhen"), liking = stream("stream.people");
  atTheDoor = stream("stream.atTheDoor"), habits = stream("stream.habits");
}

struct Visit {
  uint32_t number;
  int32_t venue;
  double arrive, leave;
};
using Day = std::array<Visit, 3>;

inline size_t outings(const City &city, uint32_t person, uint32_t day, size_t weekday) {
  const double chance = uniform(city.goingOut, person, day);
  const double *atMost = &city.atMost[(weekday * city.classes + city.activity[person]) * city.visitsMost];
  size_t visits = 0;
  while (visits < city.visitsMost && chance >= atMost[visits]) visits += 1;
  return visits;
}

inline int32_t venueFor(const City &city, uint32_t person, double chance) {
  const Picker &inCity = city.pickers.front();
  if (chance >= city.favouriteShare)
    return inCity.pick(city.favouriteShare < 1 ? (chance - city.favouriteShare) / (1 - city.favouriteShare) : chance);
  const double place = chance / city.favouriteShare;
  uint32_t rank = 0;
  while (rank + 1 < city.favouritesEach && place >= city.favouriteRank[rank]) rank += 1;
  const bool near = uniform(city.liking, person, 2 + rank * 2) < city.localShare;
  return (near ? city.pickers[1 + city.home[person]] : inCity).pick(uniform(city.liking, person, 3 + rank * 2));
}

inline double arrival(const City &city, const Kind &kind, double chance) {
  size_t stretch = kind.stretches - 1;
  const double *starts = &city.stretchStarts[kind.stretch], *shares = &city.stretchShares[kind.stretch];
  while (stretch > 0 && shares[stretch] > chance) stretch -= 1;
  const bool last = stretch + 1 == kind.stretches;
  const double from = starts[stretch], to = last ? kind.arrivalsEnd : starts[stretch + 1];
  const double below = shares[stretch], above = last ? 1 : shares[stretch + 1];
  const double share = above > below ? (chance - below) / (above - below) : 0;
  return std::min(to - 1, from + std::floor(share * (to - from)));
}

/** Writes the visits of a day of life, in the order of arrival, and answers how many there are. */
inline size_t liveDay(const City &city, uint32_t person, uint32_t day, Day &into) {
  const size_t weekday = (static_cast<size_t>(city.firstWeekday) + day) % 7;
  const size_t wanted = outings(city, person, day, weekday);
  size_t made = 0;
  for (uint32_t slot = 0; slot < wanted; slot += 1) {
    for (uint32_t attempt = 0; attempt < triesMost; attempt += 1) {
      const uint32_t count = ((day * 3 + slot) * triesMost + attempt) * drawsATry;
      const int32_t venue = venueFor(city, person, uniform(city.whereAndWhen, person, count));
      const size_t number = city.kindOf[static_cast<size_t>(venue)];
      const Kind &kind = city.kinds[number];
      if (uniform(city.whereAndWhen, person, count + 1) >= city.willing[weekday * city.kinds.size() + number]) continue;
      const double arrive = arrival(city, kind, uniform(city.whereAndWhen, person, count + 2));
      const double leave = std::min(kind.closes, arrive + kind.stay.at(uniform(city.whereAndWhen, person, count + 3)));
      const bool clashes = std::any_of(into.begin(), into.begin() + made, [&](const Visit &other) {
        return arrive < other.leave + onTheWay && leave + onTheWay > other.arrive;
      });
      if (clashes) continue;
      into[made] = {day * 3 + static_cast<uint32_t>(made), venue, arrive, leave};
      made += 1;
      break;
    }
  }
  std::stable_sort(into.begin(), into.begin() + made,
                   [](const Visit &one, const Visit &other) { return one.arrive < other.arrive; });
  return made;
}
