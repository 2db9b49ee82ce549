# SPDX-License-Identifier: Apache-2.0
"""The seeded source of chance that every part of the generator shares."""
import random
from bisect import bisect_right
from itertools import accumulate


class Draw:
    """Small, fast helpers over one `random.Random`, so that a seed fixes the whole output."""

    def __init__(self, seed):
        self._random = random.Random(seed)
        self.unit = self._random.random

    def chance(self, probability):
        """True with the given probability."""
        return self.unit() < probability

    def below(self, count):
        """A whole number from 0 to count - 1."""
        return int(self.unit() * count)

    def between(self, low, high):
        """A whole number from low to high, both included."""
        return low + int(self.unit() * (high - low + 1))

    def pick(self, items):
        """One of the items, each as likely as the others."""
        return items[int(self.unit() * len(items))]

    def ranked(self, items, slope=1.8):
        """One of the items, the early ones more likely: tables are typed with the commonest first."""
        return items[int(len(items) * self.unit() ** slope)]

    def weighted(self, pairs):
        """The value of one (value, weight) pair; short tables only."""
        at = self.unit() * sum(weight for _, weight in pairs)
        for value, weight in pairs:
            at -= weight
            if at < 0:
                return value
        return pairs[-1][0]

    def sample(self, items, count):
        """`count` different items (fewer if there are fewer), in random order."""
        return self._random.sample(items, min(count, len(items)))

    def shuffle(self, items):
        """Shuffles a list in place."""
        self._random.shuffle(items)


class Table:
    """A larger weighted table: cumulative weights and a binary search."""

    def __init__(self, items, weights):
        self.items = list(items)
        self.sums = list(accumulate(weights))

    def pick(self, draw):
        return self.items[min(bisect_right(self.sums, draw.unit() * self.sums[-1]), len(self.items) - 1)]
