"""Every address × everybody, in one table (S9): an address without a row fails the tests."""

from addresses import buttons, mail, notices, organisations, registering, releases, workshops

ADDRESSES: dict[str, tuple[str, str, str]] = {
    **workshops.ROWS,
    **organisations.ROWS,
    **notices.ROWS,
    **registering.ROWS,
    **mail.ROWS,
    **releases.ROWS,
    **buttons.ROWS,
}
