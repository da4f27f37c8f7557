"""Pictures of screens, kept small and compared coarsely: what Chromium draws a little differently
from one build to the next passes, what people would see does not.
"""

import io
import os
import tempfile
from pathlib import Path

from PIL import Image, ImageChops
from playwright.sync_api import Page

KEPT = Path(__file__).with_name("golden")
SHOWN = Path(tempfile.gettempdir()) / "footpath-golden"
"""As large as they were taken: what is not as it was, or anew all of them."""
ANEW = os.environ.get("GOLDEN") == "anew"
"""As `make golden` has it: what stands there is what is meant."""
BLOCK = 10
"""Pixels of a window, each way, that become one of its kept picture."""
BLOCK_OF_THE_WALL = 15
STEP = 8
"""Kept in steps of so much, a picture takes half the room."""
ALIKE = 24
"""How far a block may be off, of 255, in any of its colours."""
FEW = 0.006
"""How many of its blocks may be further off: one line of a phone that breaks elsewhere."""
DRAWN = 1_000
"""Milliseconds after which a page that has everything has drawn it."""
PATIENCE = 20_000
"""On a machine that is busy, all of them together may take so much longer."""
HIDDEN = (Path(__file__).with_name("in_the_page") / "by_chance.css").read_text()
SCHEMES = ("light", "dark")


def shrunk(picture: Image.Image) -> Image.Image:
    """A picture of blocks, each as its pixels are on the whole."""
    block = BLOCK_OF_THE_WALL if picture.width > 1280 else BLOCK
    small = picture.convert("RGB").resize(
        (picture.width // block, picture.height // block), Image.Resampling.BOX
    )
    return small.point([min(255, (value + STEP // 2) // STEP * STEP) for value in range(256)] * 3)


def off(kept: Image.Image, now: Image.Image) -> Image.Image:
    """Where two small pictures are not alike: white there, and black where they are."""
    red, green, blue = ImageChops.difference(kept, now).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return most.point([255 if value > ALIKE else 0 for value in range(256)])


def wrong(kept: Image.Image, picture: Image.Image) -> str:
    """What is not as it was, in words; nothing where they are alike."""
    now = shrunk(picture)
    if kept.size != now.size:
        return f"it was {kept.size} blocks large and is {now.size}"
    others = off(kept, now)
    part = others.histogram()[255] / (now.width * now.height)
    box = others.getbbox()
    if part <= FEW or box is None:
        return ""
    block = picture.width // now.width
    left, top, right, bottom = (side * block for side in box)
    return f"{part:.1%} of it differs, between ({left}, {top}) and ({right}, {bottom})"


class Pictures:
    """What screens look like beside what they looked like; or, anew, what they are to look like."""

    def __init__(self) -> None:
        """Nothing was looked at."""
        self.looked_at: set[str] = set()
        self.found: list[str] = []
        self.patience = PATIENCE

    def look(self, page: Page, name: str) -> None:
        """Look at a screen as it is, light and dark."""
        page.wait_for_timeout(DRAWN)
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            self._compare(page, f"{name}-{scheme}")

    def misses(self, page: Page, name: str, fault: str) -> bool:
        """Whether a screen with a fault would pass, as it was looked at last."""
        return not wrong(kept(name), taken(page, fault))

    def _compare(self, page: Page, name: str) -> None:
        self.looked_at.add(name)
        picture = taken(page)
        if ANEW:
            KEPT.mkdir(exist_ok=True)
            shrunk(picture).save(KEPT / f"{name}.png", optimize=True)
            self.shown(picture, name)
            return
        while (said := wrong(kept(name), picture)) and self.patience > 0:
            page.wait_for_timeout(DRAWN)
            self.patience -= DRAWN
            picture = taken(page)
        if said:
            self.found.append(f"{name}: {said}; as it is now: {self.shown(picture, name)}")

    def shown(self, picture: Image.Image, name: str) -> Path:
        """Where somebody can look at a picture as large as it was taken."""
        SHOWN.mkdir(exist_ok=True)
        picture.save(SHOWN / f"{name}.png")
        return SHOWN / f"{name}.png"

    def done(self) -> list[str]:
        """What was found; also what is kept and nobody looks at, which anew goes."""
        for file in KEPT.glob("*.png"):
            if file.stem not in self.looked_at:
                if ANEW:
                    file.unlink()
                else:
                    self.found.append(f"{file.name}: no screen is compared with it")
        return self.found


def kept(name: str) -> Image.Image:
    """What a screen looked like when it was kept."""
    with Image.open(KEPT / f"{name}.png") as picture:
        picture.load()
        return picture


def taken(page: Page, fault: str = "") -> Image.Image:
    """What the window shows, but for what is by chance; as it would look with a fault."""
    shown = page.screenshot(
        type="jpeg",  # drawn, sent and read in half the time
        quality=90,
        animations="disabled",
        style=HIDDEN + fault,
    )
    return Image.open(io.BytesIO(shown))
