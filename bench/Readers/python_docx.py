"""Reads every paragraph and every cell of a Word document with python-docx and prints how many characters they have."""
import sys

import docx

document = docx.Document(sys.argv[1])
length = sum(len(paragraph.text) for paragraph in document.paragraphs)
for table in document.tables:
    for row in table.rows:
        length += sum(len(cell.text) for cell in row.cells)
print(length)
