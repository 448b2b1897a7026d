"""The city's tables as the benchmark writes them: a line with a name and a count, and so many doubles, over and over.

The peer in SimPy reads them before anything is measured.
"""

import numpy as np


class Tables:
    def __init__(self, path):
        self._columns = {}
        with open(path, "rb") as file:
            while line := file.readline():
                name, count = line.decode().split()
                self._columns[name] = np.frombuffer(file.read(8 * int(count)), dtype="<f8")

    def of(self, name):
        return self._columns[name]

    def whole(self, name):
        return self._columns[name].astype(np.int64)

    def one(self, name):
        (value,) = self._columns[name]
        return float(value)

    def number(self, name):
        return int(self.one(name))

    def span(self, name):
        low, high = self._columns[name]
        return low, high
