"""The minimal job in pandas with openpyxl, vectorised: read, clean, group, name, sort, write.

usage: python3 pandasMinimal.py LEDGER.xlsx OUT.xlsx; prints seconds, peak memory and sums as JSON.
"""
import json
import resource
import sys
import time

import pandas as pd

DOMESTIC = ["CNY", "RMB", "人民币"]
BLANKS = r"[\s\u200b\ufeff]+"
DECORATION = r"[\s,¥元\u200b\ufeff]|RMB|CNY"


def clean_ids(column):
    text = column.astype(str).str.normalize("NFKC").str.replace(BLANKS, "", regex=True)
    return text.str.lstrip("0")


def to_fen(column):
    """Amounts in fen; blank and dashes are 0, what is no amount is NaN."""
    numbers = pd.to_numeric(column, errors="coerce")
    texts = column[numbers.isna()].astype(str)
    plain = texts.str.normalize("NFKC").str.replace(DECORATION, "", regex=True)
    nothing = texts.isin(["", "-", "—", "--"])
    numbers[numbers.isna()] = pd.to_numeric(plain.where(~nothing, "0"), errors="coerce")
    return (numbers * 100).round()


def run(path, out):
    sheets = pd.read_excel(
        path, sheet_name=[0, 1], header=None, dtype=object, na_filter=False, engine="openpyxl"
    )
    ledger, listed = sheets[0].iloc[4:], sheets[1].iloc[1:]
    frame = pd.DataFrame(
        {
            "id": clean_ids(ledger[1]),
            "name": ledger[2],
            "account": clean_ids(ledger[3]),
            "product": ledger[4],
            "balance": to_fen(ledger[6]),
            "average": to_fen(ledger[8]),
        }
    )
    frame = frame[frame["id"].str.fullmatch(r"[0-9]+") & ledger[13].isin(DOMESTIC)]
    frame = frame.dropna(subset=["balance", "average"])
    frame = frame.drop_duplicates(["id", "account", "product", "balance", "average"])
    table = frame.groupby("id", sort=False).agg(
        name=("name", "first"),
        deposits=("account", "size"),
        balance=("balance", "sum"),
        average=("average", "sum"),
    )
    names = pd.Series(listed[1].to_numpy(), index=clean_ids(listed[0]))
    table["name"] = table.index.to_series().map(names).fillna(table["name"])
    table = table.sort_values("balance", ascending=False)
    total = table["balance"].sum()
    cumulative = table["balance"].cumsum()
    sheet = pd.DataFrame(
        {
            "名次": range(1, len(table) + 1),
            "客户号": table.index.str.zfill(10),
            "客户名称": table["name"].to_numpy(),
            "存款笔数": table["deposits"].to_numpy(),
            "本年余额": (table["balance"] / 100).to_numpy(),
            "本年日均": (table["average"] / 100).to_numpy(),
            "差额": ((table["average"] - table["balance"]) / 100).to_numpy(),
            "累计占比": (cumulative / total).to_numpy(),
            "前80%": ((cumulative - table["balance"]) < 0.8 * total).map({True: "是", False: ""}).to_numpy(),
        }
    )
    sheet.to_excel(out, sheet_name="客户汇总", index=False, engine="openpyxl")
    return {
        "customers": len(table),
        "balanceFen": int(total),
        "dailyAverageFen": int(table["average"].sum()),
    }


start = time.perf_counter()
sums = run(sys.argv[1], sys.argv[2])
seconds = time.perf_counter() - start
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": seconds, "peakMiB": peak, **sums}))
