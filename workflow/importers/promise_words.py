"""The words with which papers promise that a matter comes back: who takes it up, who gives what, and by when.

Patterns alone; `promises` says what is made of them.
"""

import re

TAKEN = (
    r"(?:considered|presented|reported|submitted|brought|taken|referred|discussed|reviewed|re-?considered"
    r"|determined|decided"
    r"|scrutinised|consulted|received|shared|provided|circulated|heard|approved|ratified|put|made|returned|deferred"
    r"|tabled)"
)
TAKES = r"(?:consider|determine|decide|discuss|receive|review|scrutinise|hear|approve|reconsider)"
GIVES = r"(?:report|provide|bring|submit|present|return|come|go|share|circulate|update|feed|give|attend)"
MODAL = r"(?:will|would|shall|should|must|is to|are to|was to|were to|due to|scheduled to|expected to|going to)"
SOON = r"(?:(?:then|also|further|subsequently|next|now|again|first|\w+ly)\s+)?"
FUTURE = re.compile(rf"\b{MODAL}\s+{SOON}be\s+{SOON}{TAKEN}\b|\b{MODAL}\s+{SOON}(?:{TAKES}|{GIVES})\b", re.I)
DUE = re.compile(
    r"\b(?:prior to|before|ahead of|pending|for)?\s*(?:its |their |the |further )?(?:consideration|decision"
    r"|determination|approval)"
    r"\s+(?:at|by|of)\b",
    re.I,
)
COMING = re.compile(
    r"\b(?:(?:is|was|are|were)\s+(?:due|scheduled|to be|to take)|due (?:to|on|at)|scheduled (?:to|for|on)|will"
    r"|would)\b",
    re.I,
)
BARE = re.compile(
    rf"(?<!could )(?<!may )(?<!might )(?<!can )\b(?:be|and)\s+{SOON}{TAKEN}\b"
    rf"|\b(?:is|are)\s+{SOON}(?:brought|reported|submitted|presented|returned)\b"
    rf"|\b(?:that|to|and)\s+{SOON}{GIVES}s?\b|\breport back\b"
    r"|\b(?:brings|provides|reports|presents|submits|returns|circulates|shares)\b",
    re.I,
)
FIRST = re.compile(rf"{GIVES}s?\b", re.I)
UPDATED = re.compile(
    r"\b(?:update|report|briefing|progress|information|paper|proposal|outcome|detail|result|finding|matter"
    r"|response|cop(?:y|ie)|note|figure|data|breakdown|statement|polic(?:y|ie)|plan|list|link|presentation"
    r"|survey|statistic)s?\b",
    re.I,
)
NOT_DONE = re.compile(r"\b(?:would|could|should) have\b", re.I)
FUTURE_DAY = re.compile(r"\b(?:will|would|next|due|scheduled|to be)\b", re.I)
LATER = re.compile(
    r"\b(?:once|when|after|(?<!the )following|subject to|as soon as|upon|on completion of"
    r"|at the conclusion of)\s+[^.;:]{3,160}"
    r"|\b(?:at|to|for|attend)\s+(?:the|a|its|their)\s+(?:next|future|later|following"
    r"|subsequent)\s+(?:[\w’'-]+\s+){0,8}?(?:meeting|date|time|stage)\b"
    r"|\b(?:with)?in\s+(?:\d{1,3}|an?|one|two|three|four|six|nine|twelve|eighteen)\s+(?:day|week|month"
    r"|year)s?(?:['’]s?)?(?:\s+time)?\b"
    r"|\b(?:\d{1,3}|one|two|three|four|six|nine|twelve|eighteen)\s+(?:weeks|months|years)\s+(?:after|from"
    r"|following)\s+[^.;:]{3,120}"
    r"|\bin due course\b|\b(?:quarterly|annually|every\s+\w+\s+months)\b|\bin (?:the )?(?:new municipal year"
    r"|new year|autumn|spring|summer|winter)\b",
    re.I,
)
BY = re.compile(r"\b(?:by|before|on|until|no later than)\s+(?:the\s+)?$", re.I)
SENT = re.compile(rf"\b(?:will|would|shall)\s+{SOON}be\s+{SOON}(?:sent|supplied|forwarded|e-?mailed)\b", re.I)
GIVEN_TO = re.compile(
    r"\b(?:to|with)\s+(?:(?:all|the|this|other)\s+)*(?:(?:members|councillors|chair)\s+of\s+(?:the\s+)?)?$", re.I
)
BY_DAY = re.compile(r"\b(?:by|before|no later than)\s+(?:the\s+)?(?:\w+day,?\s+)?$", re.I)
ASKED = re.compile(
    rf"\b(?:request(?:ed|s)?|asked)\s+(?:that|for|if)\b[^.;]{{0,200}}?\b(?:be|to be|could be)\s+{SOON}"
    rf"(?:{TAKEN}|sent|supplied|forwarded|e-?mailed)\b"
    rf"|\b(?:intention|intends?|intended|undertook|promised|offered|committed|agreed|happy|asked"
    rf"|requested)\s+to\s+{SOON}"
    rf"(?:{GIVES}|send|write|supply|arrange|look into|investigate)\b",
    re.I,
)
RECEIVES = re.compile(
    r"(?:that\s+)?(?:the\s+\w+\s+)?(?:to\s+)?(?:receives?|requests?|asks?\s+for|seeks?)\s+(?:(?:an?|regular|further"
    r"|quarterly|annual)"
    r"\s+)(?:[\w’'-]+\s+){0,4}?(?:report|update|briefing|note|paper|breakdown|response|progress)s?\b",
    re.I,
)
TO_MEMBERS = re.compile(
    r"\b(?:to|with|for|amongst|at)\s+(?:(?:all|the|other|an?|its|our)\s+)*(?:(?:next|future|later|following"
    r"|subsequent)\s+)?"
    r"(?:[\w’'-]+\s+)?(?:members|councillors|minutes|panel|committee|board|commission|meeting)\b",
    re.I,
)
DELEGATED = re.compile(
    r"(?:that\s+)?(?:to\s+)?(?:delegates?|authorises?|instructs?|authority\s+(?:be"
    r"|is)\s+delegated)\b[^.;]{0,60}?\bto\s+(?:the\s+)?"
    r"(?P<post>(?-i:[A-Z][\w’'&-]*(?:\s+(?:[A-Z][\w’'&-]*|for|of|and|the))*))",
    re.I,
)
ONCE = re.compile(r"\b(?:once|as soon as|upon|on completion of)\s+[^.;:]{3,160}")
BACK = re.compile(
    r"\b(?:report|bring|brought|come|return|feed)(?:ed|s|ing)?\s+back\b"
    r"|\battend\s+(?:the|a|its)\s+(?:next|future|following|subsequent)\s+(?:\w+\s+)?meeting\b",
    re.I,
)
WITH = re.compile(r"\b(?:shar|discuss|circulat|review)", re.I)
HELD = re.compile(r"(?<!\bbe )(?<!\bis )(?<!\bbeing )\bheld\s+on\s+(?:the\s+)?$", re.I)
OUGHT = re.compile(r"(?:should|must)\b", re.I)
SENT_BACK = re.compile(r"\breferred\b", re.I)
