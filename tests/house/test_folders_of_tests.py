"""A rule's tests are found where its code is: their folders mirror the packages (decision 26)."""

from pathlib import Path

from tree import ROOT, files

OF_THE_WHOLE = {"addresses", "golden", "hosting", "house", "journeys"}


def modules() -> list[Path]:
    """Every module of tests, as it is seen from their root."""
    return [
        path.relative_to("tests")
        for path in files(".py")
        if path.match("test_*.py") and path.parts[0] == "tests"
    ]


def test_every_folder_of_tests_bears_the_name_of_a_package_or_is_of_the_whole() -> None:
    folders = {path.parent for path in modules()}
    others = {
        str(one)
        for one in folders
        if not (ROOT / "src" / "footpath" / one / "__init__.py").is_file()
    }
    assert others == OF_THE_WHOLE


def test_no_module_of_tests_bears_the_name_of_another() -> None:
    named = sorted(path.name for path in modules())
    assert named == sorted(set(named))
