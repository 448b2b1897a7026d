"""Chance, drawn as the simulator draws it, a whole column at once (Threefry-2x32, 20 rounds).

A number is a pure function of seed, concern, person and count; everything the peer in SimPy leaves to chance goes through here.
"""

import numpy as np

_TURNS = ((13, 15, 26, 6), (17, 29, 16, 24))
_PARITY = 0x1BD11BDA
_MASK = 0xFFFFFFFF


class Stream:
    def __init__(self, keys):
        first, second = (int(key) & _MASK for key in keys)
        self._keys = tuple(np.uint32(key) for key in (first, second, _PARITY ^ first ^ second))

    def uniform(self, entity, count):
        """Numbers from 0 to just under 1, for columns of whole numbers or one of them alone."""
        keys = self._keys
        x0 = np.asarray(entity).astype(np.uint32) + keys[0]
        x1 = np.asarray(count).astype(np.uint32) + keys[1]
        for turn in range(5):
            for by in _TURNS[turn % 2]:
                x0 = x0 + x1
                x1 = ((x1 << np.uint32(by)) | (x1 >> np.uint32(32 - by))) ^ x0
            x0 = x0 + keys[(turn + 1) % 3]
            x1 = x1 + np.uint32((int(keys[(turn + 2) % 3]) + turn + 1) & _MASK)
        return (x0 * 2097152.0 + (x1 >> np.uint32(11))) / 9007199254740992.0


def within(share, span):
    """Whole milliseconds between two, both ends possible."""
    low, high = span
    return low + np.floor(share * (high - low + 1))


class Pickers:
    """Vose's alias method over several tables of venues, laid end to end."""

    def __init__(self, tables):
        self._first = tables.whole("pickerFirst")
        self._sizes = np.diff(self._first)
        self._items = tables.whole("pickerItems")
        self._keep = tables.of("pickerKeep")
        self._other = tables.whole("pickerOther")

    def pick(self, picker, chance):
        first = self._first[picker]
        place = chance * self._sizes[picker]
        index = np.floor(place).astype(np.int64)
        kept = place - index < self._keep[first + index]
        return self._items[first + np.where(kept, index, self._other[first + index])]
