"""The same stochastic acceptability in NumPy, every step vectorised: the peer of the SMAA line of `npm run bench`.

python3 numpy_smaa.py DRAWS SEED < matrix.json

Reads a matrix, a row an alternative, where more is better. Writes one JSON object: the seconds of one run that counts
ranks only, the seconds of one that also counts pairwise wins and central weights as Sentra's method does, and the
first rank acceptabilities, so that a reader sees that both did the same work. Reading and starting are not timed.
"""
import json
import sys
import time

import numpy


def simulate(values, draws, generator, all_figures):
    alternatives, criteria = values.shape
    # Exponentials over their sum: uniform over all weights of sum 1, as the flat Dirichlet distribution is.
    weights = generator.standard_exponential((draws, criteria))
    weights /= weights.sum(axis=1, keepdims=True)
    scores = weights @ values.T
    order = numpy.argsort(-scores, axis=1)
    places = numpy.empty((alternatives, alternatives))
    for place in range(alternatives):
        places[:, place] = numpy.bincount(order[:, place], minlength=alternatives)
    if all_figures:
        for one in range(alternatives):
            (scores[:, one, None] > scores).sum(axis=0)
            weights[order[:, 0] == one].sum(axis=0)
        weights.mean(axis=0)
    return places / draws


def best_of(turns, values, draws, seed, all_figures):
    """Seconds of the quickest of some runs, and what the last one found."""
    quickest = float("inf")
    for _ in range(turns):
        generator = numpy.random.default_rng(seed)
        start = time.perf_counter()
        found = simulate(values, draws, generator, all_figures)
        quickest = min(quickest, time.perf_counter() - start)
    return quickest, found


def main():
    draws, seed = int(sys.argv[1]), int(sys.argv[2])
    values = numpy.array(json.load(sys.stdin), dtype=float)
    ranks_only, found = best_of(7, values, draws, seed, False)
    all_figures, _ = best_of(7, values, draws, seed, True)
    print(
        json.dumps(
            {
                "version": numpy.__version__,
                "ranksOnly": ranks_only,
                "allFigures": all_figures,
                "firstRankAcceptability": found[:, 0].tolist(),
            }
        )
    )


main()
