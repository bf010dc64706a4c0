"""Pages look as they did. After a change that is meant, `make baseline` takes the pictures anew."""

from PIL import Image

from tools import ROOT
from tools.audit import screenshots
from tools.audit.baseline import FOLDER, LARGEST

FOUND = ROOT / "var" / "screenshots"


def test_pages_look_as_they_did(browser, site, addresses):
    views = screenshots.views(addresses)
    changed = []
    for view, picture in screenshots.take(browser, site, views):
        kept = FOLDER / view.name
        if not kept.exists():
            changed.append(f"{view.address.path}: there is no {kept.relative_to(ROOT)}")
            continue
        earlier = Image.open(kept).convert("RGB")
        if why := screenshots.differs(earlier, picture):
            FOUND.mkdir(parents=True, exist_ok=True)
            sheet = FOUND / f"{kept.stem}.png"
            screenshots.side_by_side(earlier, picture).save(sheet)
            changed.append(f"{view.address.path}, {view.width} px, {view.look.name}: {why}; see {sheet}")
    assert not changed, "If this is meant, run `make baseline`.\n" + "\n".join(changed)


def test_no_picture_is_left_of_a_page_that_is_gone_and_all_are_small(addresses):
    kept = list(FOLDER.glob("*.webp"))
    assert {file.name for file in kept} == {view.name for view in screenshots.views(addresses)}
    assert sum(file.stat().st_size for file in kept) <= LARGEST
