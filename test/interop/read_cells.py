"""Prints every cell of a workbook as openpyxl reads it, as JSON: read_cells.py FILE."""

import datetime
import json
import sys

import openpyxl

EPOCH = datetime.datetime(1899, 12, 30)


def plain(value):
    if isinstance(value, datetime.datetime):
        return (value - EPOCH).total_seconds() / 86400
    if isinstance(value, datetime.date):
        return (datetime.datetime(value.year, value.month, value.day) - EPOCH).days
    if isinstance(value, datetime.time):
        return (value.hour * 3600 + value.minute * 60 + value.second) / 86400
    return value


book = openpyxl.load_workbook(sys.argv[1], data_only=True)
sheets = {}
for sheet in book.worksheets:
    cells = {}
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value is not None:
                cells[cell.coordinate] = plain(cell.value)
    sheets[sheet.title] = {
        "cells": cells,
        "charts": len(sheet._charts),
        "state": sheet.sheet_state,
    }
json.dump(sheets, sys.stdout)
