"""The rows of the Hayami table in pandas, vectorised: what `sentra nilai-tambah hitung` is measured against."""

import sys

import pandas as pd

d = pd.read_csv(sys.argv[1])
A, B, C, F, G, H, I = (
    d[name]
    for name in ["output", "bahan baku", "tenaga kerja", "harga output", "upah", "harga bahan baku", "input lain"]
)
D, E = A / B, C / B
J = D * F
Q = J - H
K = Q - I
M = E * G
O = K - M
result = pd.DataFrame(
    {
        "name": d["nama"],
        "conversionFactor": D,
        "labourCoefficient": E,
        "outputValue": J,
        "valueAdded": K,
        "valueAddedRatioPct": (K / J.where(J > 0)) * 100,
        "labourIncome": M,
        "labourSharePct": (M / K.where(K > 0)) * 100,
        "profit": O,
        "profitRatePct": (O / J.where(J > 0)) * 100,
        "profitOverValueAddedPct": (O / K.where(K > 0)) * 100,
        "margin": Q,
        "marginLabourPct": (M / Q.where(Q > 0)) * 100,
        "marginOtherInputsPct": (I / Q.where(Q > 0)) * 100,
        "marginProfitPct": (O / Q.where(Q > 0)) * 100,
    }
)
if len(sys.argv) > 2:
    result.to_csv(sys.argv[2], sep="\t", index=False)
print(result["profit"].sum())
