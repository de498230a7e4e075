"""README, changelog, lock, Makefile: what they say is so."""

import re

import pytest

# Put together here, so that this page does not name what it looks for.
HOSTS = ["pypi" + ".org", "python" + "hosted.org", "npm" + "js.org", "npm" + "js.com", "deb." + "debian.org"]
TARGETS = ["help", "demo", "test", "test-full", "check", "fix", "docs", "bench", "fuzz", "lock", "clean"]


def test_no_package_registry_is_named_anywhere(root, house_files):
    named = {}
    for path in house_files:
        text = path.read_bytes().decode("utf-8", "ignore").lower()
        named |= {path.relative_to(root).as_posix(): host for host in HOSTS if host in text}
    assert named == {}


def test_the_lock_holds_a_hash_for_every_package_and_no_address(root):
    lock = (root / "requirements.lock").read_text("utf-8")
    pinned = re.findall(r"^([a-z0-9][a-z0-9._-]*)==\S+ \\\n    --hash=sha256:", lock, re.MULTILINE)
    assert len(pinned) == lock.count("==")
    assert not re.search(r"://|^\s*-|@ |/work|/opt|/home|/root", lock.replace("    --hash=", ""), re.MULTILINE)


def test_the_lock_holds_everything_the_project_asks_for(root, settings):
    lock = (root / "requirements.lock").read_text("utf-8")
    pinned = {_even(name) for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)}
    asked = list(settings["project"]["dependencies"]) + list(settings["build-system"]["requires"])
    asked += [line for extra in settings["project"]["optional-dependencies"].values() for line in extra]
    assert {_even(re.match(r"[\w.-]+", line).group()) for line in asked} - pinned == set()


def test_the_changelog_has_a_place_for_this_version(root, settings):
    changelog = (root / "CHANGELOG.md").read_text("utf-8")
    headings = re.findall(r"^## \[([^\]]+)\]", changelog, re.MULTILINE)
    assert headings, "CHANGELOG.md has no headings"
    assert headings[0] in {"Unreleased", settings["project"]["version"]}


@pytest.mark.parametrize("words", ["make demo", "make test"])
def test_the_readme_names_the_two_commands_a_newcomer_types(root, words):
    assert words in (root / "README.md").read_text("utf-8")


def test_every_target_is_there_and_says_what_it_does(root):
    made = re.findall(r"^([a-z-]+):.*## ", (root / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert made == TARGETS


def test_links_between_our_own_pages_lead_somewhere(root, house_files):
    lost = []
    for page in (path for path in house_files if path.suffix == ".md"):
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text("utf-8")):
            if "://" not in target and not (page.parent / target).exists():
                lost.append(f"{page.relative_to(root)}: {target}")
    assert lost == []


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/tour.md"])
def test_every_file_that_a_page_points_at_is_there(root, page):
    named = re.findall(r"`((?:states|db|workflow|tui|tests|docs)/[\w./-]*)`", (root / page).read_text("utf-8"))
    assert [name for name in named if not (root / name).exists()] == []


def test_every_decision_record_has_its_number_and_tells_the_costs(root):
    records = sorted((root / "docs" / "decisions").glob("*.md"))
    numbers = [int(record.name[:4]) for record in records]
    assert numbers == list(range(1, len(records) + 1))
    for record in records:
        told = re.findall(r"^## (.+)$", record.read_text("utf-8"), re.MULTILINE)
        assert told == ["Context", "Decision", "Costs"], record.name


def _even(name: str) -> str:
    """A distribution's name as packagers compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()
