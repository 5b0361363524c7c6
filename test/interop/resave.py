"""Opens a workbook with openpyxl and saves it again: resave.py FROM TO."""

import sys

import openpyxl

openpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])
