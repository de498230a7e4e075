"""The words that open what was resolved.

Strong ones say it as minutes do (`RESOLVED`, `Resolved –`, `It was AGREED`, a heading `Decision`). Weak ones are
running text (`it was agreed that`, `the Committee agreed to`): they count only where an item has no strong ones. Marks
of emphasis that a page's bold type left behind (`**RESOLVED**`) may stand around them.
"""

import re

_BODY = r"(?:Committee|Board|Panel|Cabinet|Council|Members|Forum|Commission|Executive|Sub-Committee|Group|Assembly)"
_POST = r"(?:(?:Executive|Cabinet|Lead)\s+(?:Councillor|Member)|Portfolio\s+Holder|Leader|Mayor)"
_AFTER = r"(?=[*_]{0,3}\s*(?:[:;–-]|,|\(|that\b|to\b|T\s?H\s?A\s?T\b|(?:unanimously|nem\.? con)[^.\n]))"
_NUMBERED = (
    r"(?:^|(?<=\n))[^\S\n]*(?:[-•·*▪–][^\S\n]+|(?:\d{1,3}(?:\.\d{1,2})?|[a-z]|[ivx]{1,4})[.)]?[^\S\n]+)?[*_]{0,3}"
)

STRONG = re.compile(
    r"(?<![^\W_])(?:RESOLVED|R E S O L V E D|PENDERFYNWYD)(?![^\W_])"
    rf"|{_NUMBERED}(?:AGREED|RECOMMENDED|DECIDED|ORDERED|Resolved|Recommended|Agreed|Decided){_AFTER}"
    rf"|{_NUMBERED}Resolved[^\S\n]*(?=\n)"
    rf"|{_NUMBERED}AGREED(?=\s+(?:the|its)\s+[a-z])"
    rf"|{_NUMBERED}(?:AGREED|DECIDED|RECOMMENDED|Agreed|Decided|Recommended)[^\S\n]*"
    r"(?=\n\s*(?:\(?[1aiAI][.)]\s|[-•·]\s|(?:That|To)\s))"
    rf"|{_NUMBERED}Decisions?(?: made| taken)?\s*:[^\S\n]+(?:The\s+)?(?:[A-Z][\w’'&-]*\s+|and\s+|of\s+){{0,6}}{_BODY}"
    r"\s+(?:\w+ly\s+)?(?:agreed|resolved|decided)\s+(?=(?:to|that|the)\s)"
    r"|(?<=\s[–—-]\s)Resolved(?=\s*[:–—-]|\s+that\b)"
    rf"|{_NUMBERED}(?:DECISIONS?|Decisions?|The [Dd]ecision|RESOLUTIONS?|Resolutions?)(?: made| taken)?"
    r"\s*[:–-]?[^\S\n]*(?=\n)"
    rf"|{_NUMBERED}Decisions?(?: made| taken)?\s*:[^\S\n]+(?=(?:To|That|\(?[1ai][.)])\s)"
    rf"|{_NUMBERED}Decision\s+of\s+(?:[Tt]he\s+)?{_POST}"
    r"(?:\s+for(?:[^\S\n]+(?:[A-Z][\w’'&,-]*|of|the|&)|\s+(?:and|&)[^\S\n]+[A-Z][\w’'&,-]*)+)?\s*[:–-]?[^\S\n]*(?=\n)"
    r"|\b(?:[Ii]t was|IT WAS) (?:\w+ly )?(?:resolved|RESOLVED|AGREED|DECIDED|RECOMMENDED)\b"
    rf"|\b{_BODY}\s+(?:\w+ly\s+)?(?:resolved|AGREED|RECOMMENDED|DECIDED)"
    r"(?=\s+(?:that|to|the|these|all|its)\b|\s*[:;–-]|\s+\((?:unanimously|nem|by|on|with)\b)"
    r"|\b[Ii]t was (?:\w+ly )?(?:agreed|decided)(?=\s*:[–-]?[^\S\n]*\n)"
    r"|\b[Ii]t was (?:\w+ly )?recommended(?=\s+to\s[^.:\n]{3,120}\bthat\s*:)"
    rf"|\b{_POST}(?:\s+for(?:[^\S\n]+(?:[A-Z][\w’'&,-]*|of|the|and|&))+)?\s+(?:resolved(?=\s+(?:that|to)\b)"
    r"|(?:agreed|decided|approved)(?=(?:\s+(?:that|to))?\s*:[–-]?[^\S\n]*\n))"
    r"|\b[Ii]t was(?: then| therefore)?[,:]?[^\S\n]*(?=\n\s*(?:\(?(?:1|a|i)[.)]\s|That\s))"
    r"|\b[Tt]he following (?:\w+ ){0,2}(?:was|were) (?:then |also )?(?:agreed|resolved|approved)\s*:[-–]*"
    r"(?=\s*\n\s*(?:\(?[1ai][.)]|[-•·])\s)"
    r"|\bmade the following (?:decisions?|resolutions?)\s*:[-–]*(?=\s*\n\s*(?:\(?[1ai][.)]|[-•·])\s)"
    r"|\b(?:[Mm]oved|[Pp]roposed) by\b[^.\n]{3,120}?\b[Ss]econded by\b[^.\n:]{3,80}?\band(?:\s+it\s+was)?[:,]?[^\S\n]*"
    r"(?=\n[^\S\n]*\n\s*(?!(?i:(?:the|an) (?:amendment|motion)|lost|carried|upon|on being|a vote|voting)\b)[A-Z(])"
    r"|\b(?:[Mm]oved|[Pp]roposed) by\b[^.\n]{3,120}?\b[Ss]econded by\b[^.\n:]{3,80}:[-–]?[^\S\n]*(?=\n\s*That\s)"
    r"|\b[Ss]econded\b[^\n:;]{0,100}?\band(?:\s+\w+ly)?\s+(?:(?:resolved|agreed)(?=[\s,]+(?:that|to)\b)"
    r"|(?:carried|agreed)(?:\s+\w+ly)?(?=\s*:[-–]*[^\S\n]*\n))"
    rf"|\bRECOMMENDED\s+(?=(?i:to|that)\b)"
    rf"|(?<![Tt]o )(?<![Tt]o the )\b{_BODY}(?:\s+(?:then|therefore))?[^\S\n]*:[-–]*(?=\s*\n\s*\(?[1ai][).]\s)"
    rf"|\b{_BODY}[^\S\n]*:[-–]*(?=\s*\n\s*[-•·▪]\s*"
    r"(?:asks|notes|agrees|approves|endorses|requests|recommends|supports|welcomes|thanks|resolves)\b)"
    rf"|\b{_BODY}\s+(?:\w+ly\s+)?(?:agreed|decided|recommends?|recommended|concluded)\b[^.:\n]{{0,120}}[:–-]+\s*"
    r"(?=\n|\(?[1aiAI][).]\s)"
)
"""Where something is resolved in so many words. The match ends where the opening word does."""

WEAK = re.compile(
    r"\b[Ii]t was (?:(?:also|further|then|therefore|subsequently|\w+ly) )?(?:agreed|decided|recommended)\s+"
    r"(?=that\b|to\b)"
    rf"|\b(?:The|the|That the)\s+(?:[A-Z][\w’'&-]*\s+|and\s+){{0,5}}{_BODY}\s+(?:(?:then|also|therefore|\w+ly)\s+)?"
    r"(?:agreed|decided|recommended|endorsed|approved)\s+(?=that\b|to\b|the\b)"
)
"""Where something is agreed in running text: what was agreed ends with the sentence."""

MOTION = re.compile(
    rf"\b(?:[Tt]his|[Tt]he)\s+{_BODY}\s+(?:(?:therefore|also|further|hereby)\s+)?"
    r"(?:resolves|agrees|commits|undertakes|calls\s+(?:up)?on|asks|requests|instructs)\b(?=[^.:\n]{0,160}:[-–]?[^\S\n]*\n)"
)
"""What a motion says is to be done: it is resolved where the motion was carried, though nothing says RESOLVED."""

CARRIED = re.compile(
    r"\bmotion\b[^.\n]{0,100}\b(?<!not )(?:carried|CARRIED|agreed|AGREED|approved|APPROVED|adopted)\b", re.I
)
"""Where a motion was carried."""

LEAD = re.compile(
    r"(?:[^\S\n]+(?:[Nn]o\.?[^\S\n]*)?[A-Z]{0,4}/?\d{1,4}(?:/\d{1,4}){1,2}(?=[^\S\n]*[:–-]?[^\S\n]*\n)"
    r"|\s+to\s+RECOMMEND[^\S\n]{0,9}:?[^\S\n]{0,9}(?:\(to [^()\n]{2,60}\))?:?[^\S\n]{0,9}(?=\n)"
    r"|\s*\b(?i:to)[^\S\n]+[A-Z][\w’'& -]{2,60}(?=\s*\n\s*\(?[1ai][.)]\s)"
    r"|\s*\((?:unanimously|nem\.? con\.?|by \w+|on \w+)[^)]{0,200}\)"
    r"|\s*\(\d{1,3}\s*(?:[:–-]\s*\d|votes?\b|for\b|in favour\b|to\s+\d)[^()\n]{0,80}\)"
    r"|\s*,?\s*(?:unanimously|nem\.? con\.?)[,;]?"
    r"|[*_]{1,3}(?=[\s:;–—-])"
    r"|[^\S\n]*(?:[:;–—-][^\S\n]*)+|\s*,(?=\s)|\s*\b(?:[Tt]hat|T\s?H\s?A\s?T)\b(?=\s*[:;–-])|\s*T H A T\b)*\s*"
)
"""What may stand between the opening word and what was resolved; some councils number a resolution there."""

THEN = re.compile(
    r"\s*(?:And|AND|and)?\s*[;,:]?\s*(?P<intro>(?:This|That|The|Therefore|It|Accordingly|Council|Cabinet)\b[^:\n]{0,40}?"
    r"(?:[^:]{0,240}?)\b(?:agrees?|resolves?|calls?(?:\s+up)?\s*on|asks?|requests?|instructs?|commits?|therefore"
    r"|urges?|decides?|recommends?|will)\b[^:]{0,240}?)[:–-]+[^\S\n]*(?=\n)"
)
"""The words that open a further list of one motion: `This Council agrees to call on the Cabinet Member … to:`."""

BELIEF = re.compile(
    r"\b(?:believes?|notes?|recognises?|welcomes?|regrets?|understands?|acknowledges?|is concerned|considers?)\b"
    r"[^:]{0,80}$",
    re.I,
)
"""What a motion says first, before it says what is to be done."""

BODY_LINE = re.compile(
    rf"(?:That\s+)?[Tt]he\s+(?:[A-Z][\w’'&-]*\s+|and\s+|of\s+|for\s+){{0,6}}{_BODY}(?:\s+\w+ly)?\s*[:–-]*\s*"
    r"(?=\(?(?:1|a|i|A|I)[.)]\s)"
)
"""`The Committee` alone above a list of what it resolved."""

HEADING = re.compile(r"(?:[\d.]+\s+)?(?:decisions?|resolutions?)(?: made| taken)?\s*[:–-]?\s*", re.I)
"""An opening that is a heading alone: what stands below it may tell first how it came about."""

ONLY_WHO = re.compile(
    r"[\s:;–-]*(?:\d{1,3}(?:\.\d{1,2})?[.)]?\s+)?(?:[Tt]hat\s+)?(?:[Tt]he\s+)?(?:[A-Z][\w’'&(),-]*\s+|and\s+|of\s+|for\s+)*(?:[Ii]t\s+was\s+)?$"
)
"""Words between two openings that only say who: `Decision`, then `The Economy Committee agreed:`."""
