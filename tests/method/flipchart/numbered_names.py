"""What people are called, where several have names that look alike."""

from table import Table


def called(table: Table, *people: int) -> list[str]:
    return [table.chart.people[id].called for id in people]
