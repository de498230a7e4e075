"""Pages in the form in which a committee system publishes them, for Westmarsh Borough Council, which is invented."""

import html
import re

from workflow.importers.files import read_bytes
from workflow.importers.reading import Decision, Document, quotes


def pasted(*paragraphs: str) -> str:
    """Paragraphs as a word processor's text is pasted in, with an empty paragraph between them."""
    inside = '\n<p class="MsoNormal"><span style="">&nbsp;</span></p>\n'.join(
        words if words.startswith("<") else f'<p class="MsoNormal"><span style="">{words}</span></p>'
        for words in paragraphs
    )
    return f'<div class="mgWordPara"><div class="WordSection1">\n{inside}\n</div>\n</div>\n'


def row(number: str, title: str, *, agenda: str = "", decision: str = "", minutes: str = "", after: str = "") -> str:
    """One row of a meeting's table of items."""
    parts = [
        f'<tr>\n<td  class="mgItemNumberCell" ><p  class="mgAiTitleTxt" ><a name="AI1"></a>{number}</p></td>\n<td >',
        f'<p  class="mgAiTitleTxt" ><a  class="mgAiTitleLnk"   href="documents/s1/x.pdf">{title} '
        '<span  class="mgFileSize" ><img alt="pdf icon" /> PDF 99 KB</span> </a></p>',
        agenda and pasted(agenda),
        '<p class="mgSubItemTitleTxt">Additional documents:</p><ul  class="mgBulletList" >'
        '<li><a href="documents/a.pdf">Annex 1 <span  class="mgHide" >, item 5.</span>'
        '<span  class="mgFileSize" > PDF 3 KB</span></a></li></ul>',
        decision and f'<p class="mgSubItemTitleTxt">Decision:</p>\n{decision}',
        minutes and f'<p class="mgSubItemTitleTxt">Minutes:</p>\n{minutes}',
        after,
        "</td></tr>",
    ]
    return "\n".join(part for part in parts if part)


def page(title: str, subtitle: str, content: str, *, links: str = "") -> str:
    """A whole page: the site's own frame around what the committee system made."""
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{title} - Westmarsh</title>'
        '<script>var x = "<p>RESOLVED that nothing</p>";</script></head>\n<body><a class="sr-only" href="#m">Skip</a>'
        '<nav><ul><li><a href="/">Home</a></li><li><a href="mgListCommittees.aspx">Committees</a></li></ul></nav>\n'
        f'<div id="modgov"><div class="mgHeader"><h1  class="mgMainTitleTxt" >{title}</h1></div>\n'
        f'<div class="mgSubTitle" ><h2 class="mgSubTitleTxt">{subtitle}</h2></div>\n'
        f'<div class="mgLinks" ><ul  class="mgActionList" >{links}</ul></div>\n'
        f'<div class="mgContent" >{content}</div>\n'
        '<div class="mgFooter" ><p>&nbsp;</p></div></div>\n<footer>&copy; 2026 Westmarsh Borough Council</footer>'
        "</body></html>"
    )


def meeting(heading: str, *rows: str, title: str = "Agenda and minutes", above: str = "") -> str:
    """A meeting's page with its table of items."""
    table = f'<table class="mgItemTable"><caption class="mgSectionTitle">Items</caption>{"".join(rows)}</table>'
    return page(title, heading, f"{label('Venue', 'Town Hall, Westmarsh. View directions')}{above}{table}")


def label(name: str, value: str) -> str:
    """A label with its value."""
    return f'<p><span  class="mgLabel" >{name}: </span>{value}</p>\n'


def section(name: str, *paragraphs: str) -> str:
    """A headed section with pasted text."""
    return f'<h3 class="mgSubSubTitleTxt">{name}:</h3>\n{pasted(*paragraphs)}'


def document(text: str, name: str = "page.html") -> Document:
    """The page as it is read; every quote of it stands in the page once its tags are taken away."""
    found = read_bytes(text.encode(), name)
    plain = text
    for _ in range(2):
        plain = html.unescape(re.sub(r"<[^>]+>", " ", plain))
    plain = _words(re.sub(r"<[^>]+>", " ", plain))
    missing = [quote for quote in quotes(found) if _words(quote) not in plain]
    assert not missing, missing
    return found


def decided(found: Document, item: int = 0) -> Decision:
    """What one item says of its decision."""
    told = found.items[item].decision
    assert told is not None
    return told


def limbs(found: Document, item: int = 0) -> list[tuple[int | str | None, str]]:
    """The limbs of one item: number and words."""
    return [(limb.number, limb.text) for limb in found.items[item].resolutions]


def _words(text: str) -> str:
    return re.sub(r"[^a-z0-9£%]+", " ", text.lower().replace("’", "'")).strip()
