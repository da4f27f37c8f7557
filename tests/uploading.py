"""Sending a sheet as a browser does, of whatever size."""

import re

from opened import seal_in
from served import Device

KB, MB = 1024, 1024 * 1024


def sheet(size: int) -> bytes:
    return b"%PDF-1.7\n" + b"x" * (size - 9)


def upload(
    device: Device, path: str, size: int, field: str = "pdf_file", **fields: str
) -> tuple[int, str]:
    page = device.get(path)
    hidden = dict(re.findall(r'name="([\w-]+-(?:TOTAL|INITIAL)_FORMS)" value="(\d+)"', page.text))
    hidden["opened-with"] = seal_in(page.text)
    sent = device.http.post(
        path,
        data={"blank_means": "no", **hidden, **fields},
        files={field: ("sheet.pdf", sheet(size))},
        headers={"X-CSRFToken": device._cookie("csrftoken"), "Referer": device.base},
    )
    return sent.status_code, sent.text
