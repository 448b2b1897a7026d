// Chance, drawn as the simulator draws it: a number is a pure function of seed, concern, person and count (Threefry-2x32, 20 rounds).
// Everything the peer in C++ leaves to chance goes through here.
#pragma once
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

struct Stream {
  uint32_t key0, key1;
};

static inline uint32_t turned(uint32_t word, int by) { return (word << by) | (word >> (32 - by)); }

/** A number from 0 to just under 1: two words of Threefry-2x32-20. */
static inline double uniform(Stream key, uint32_t entity, uint32_t count) {
  const uint32_t keys[3] = {key.key0, key.key1, 0x1bd11bdau ^ key.key0 ^ key.key1};
  constexpr int turns[8] = {13, 15, 26, 6, 17, 29, 16, 24};
  uint32_t x0 = entity + keys[0], x1 = count + keys[1];
  for (int round = 0; round < 5; round += 1) {
    for (int step = 0; step < 4; step += 1) {
      x0 += x1;
      x1 = turned(x1, turns[(round % 2) * 4 + step]) ^ x0;
    }
    x0 += keys[(round + 1) % 3];
    x1 += keys[(round + 2) % 3] + static_cast<uint32_t>(round) + 1;
  }
  return (static_cast<double>(x0) * 2097152.0 + static_cast<double>(x1 >> 11)) / 9007199254740992.0;
}

struct Span {
  double from, to;
  double at(double share) const { return from + std::floor(share * (to - from + 1)); }
};

/** Vose's alias method over a table of venues. */
struct Picker {
  std::vector<int32_t> items, other;
  std::vector<double> keep;

  int32_t pick(double chance) const {
    const double place = chance * static_cast<double>(items.size());
    const auto index = static_cast<size_t>(place);
    return items[place - std::floor(place) < keep[index] ? index : static_cast<size_t>(other[index])];
  }
};
