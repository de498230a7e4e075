"""The words with which papers promise that a matter comes back: who takes it up, who gives what, and by when.

Patterns alone; `promises` says what is made of them.
"""

import re

TAKEN = (
    r"(?:considered|(?:re-?)?presented|reported|(?:re-?)?submitted|brought|taken|referred|discussed|reviewed|re-?considered"
    r"|determined|decided"
    r"|scrutinised|consulted|received|shared|provided|circulated|heard|approved|ratified|put|made|returned|deferred"
    r"|tabled|undertaken|carried out|conducted|raised|highlighted|extended|invited|revisited|evaluated|assessed"
    r"|reconvened|monitored)"
)
TAKES = r"(?:consider|determine|decide|discuss|receive|review|scrutinise|hear|approve|reconsider)"
GIVES = r"(?:report|provide|bring|submit|present|return|come|go|share|circulate|update|feed|give|attend)"
MODAL = r"(?:will|would|shall|should|must|is to|are to|was to|were to|due to|scheduled to|expected to|going to)"
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_AT_END = (
    r"\b(?:by|before|at|until)\s+(?:the\s+)?(?:end\s+of\s+(?:the\s+|this\s+)?(?:[\w-]+\s+)?(?:year|month|quarter|term)"
    r"|Christmas|Easter|(?:summer|Christmas|Easter|autumn)\s+(?:recess|break)|year[- ]end)\b"
    rf"|\b(?:at|to|for)\s+(?:the|a|its|their)\s+(?-i:{MONTH})\s+(?:20\d\d\s+)?(?:[\w’'-]+\s+){{0,5}}?meeting\b"
    r"|\bbefore\s+(?:the|its|their)\s+next\s+(?:[\w’'-]+\s+){0,5}?meeting\b"
    r"|\bin\s+the\s+next\s+(?:few\s+)?(?:\w+\s+)?(?:days|weeks|months|quarter|year)\b"
)
NUMBER = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen|eighteen|twenty"
    r"|twenty-eight|thirty|sixty|ninety)"
)
UNIT = r"(?:(?:working|calendar|clear|school)\s+)?(?:days?|weeks?|months?|years?)"
SOON = r"(?:(?:then|also|further|subsequently|next|now|again|first|\w+ly)\s+)?"
FUTURE = re.compile(rf"\b{MODAL}\s+{SOON}be\s+{SOON}{TAKEN}\b|\b{MODAL}\s+{SOON}(?:{TAKES}|{GIVES})\b", re.I)
DUE = re.compile(
    r"\b(?P<ahead>prior to|before|ahead of|pending|in advance of)?(?:for)?\s*(?:its |their |the |further )?"
    r"(?:consideration|decision|determination|approval)\s+(?:at|by|of)\b"
    r"|\b(?P<first>prior to|before|ahead of|until)\s+(?:it|they|this|the\s+\w+)?\s*"
    rf"(?:is|was|are|were|being|has been)\s+{SOON}{TAKEN}\b",
    re.I,
)
"""A matter's way to a body; `ahead` and `first` say that the body has not met yet."""

PUT_TO = re.compile(
    r"\b(?:will|would|is to|was to|are to|were to)\s+be\s+(?:asked|invited|requested|recommended)\s+to\s+[a-z]+\b", re.I
)
SUBJECT_OF = re.compile(rf"\s+{SOON}(?:{TAKES}|{GIVES})\b", re.I)
REPLY = re.compile(
    r"\b(?:written|full|further|formal)\s+(?:reply|replies|responses?|answers?)\s+(?:would|will|is to|are to)\s+be\s+"
    r"(?:sent|provided|given|supplied|circulated|made|forthcoming)\b"
    r"|\b(?:will|would)\s+(?:\w+ly\s+)?(?:provide|give|send|submit|prepare|make)\s+(?:an?|its|their|his|her|the)\s+"
    r"(?:[\w-]+\s+){0,2}(?:response|reply)\b"
    r"|\b(?:promised|undertook|offered|agreed)\s+(?:him |her |them |Members |the \w+ )?(?:an?|the)\s+(?:[\w-]+\s+){0,3}"
    r"(?:response|reply|answer|briefing|note)\b"
    r"|\binvitations?\s+(?:will|would)\s+be\s+(?:extended|sent|issued)\b",
    re.I,
)
REPORT_DUE = re.compile(
    r"\b(?:report|update|briefing|paper|response|review|findings|results?|presentation)s?\s+"
    r"(?:(?:is|are|will be|now|back)\s+)*(?:due|expected|scheduled|planned|programmed)\s+(?:back\s+)?"
    r"(?:in|for|by|during)\s+(?:early\s+|late\s+|mid-?\s?)?$",
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
    r"|issue|question|query|answer|slide|map|table|document|explanation|clarification|evidence|concern|suggestion|invitation|response|cop(?:y|ie)|note|figure|data|breakdown|statement|polic(?:y|ie)|plan|list|link|presentation"
    r"|survey|statistic|item|outturn|account|strateg(?:y|ie)|review|business\s+case)s?\b",
    re.I,
)
NOT_DONE = re.compile(r"\b(?:would|could|should) have\b", re.I)
FUTURE_DAY = re.compile(r"\b(?:will|would|next|due|scheduled|to be)\b", re.I)
LATER = re.compile(
    r"\b(?:once|when|after|(?<!the )following|subject to|as soon as|upon|on completion of"
    r"|at the conclusion of)\s+[^.;:]{3,160}"
    r"|\b(?:at|to|for|attend)\s+(?:the|a|its|their)\s+(?:next|future|later|following"
    r"|subsequent)\s+(?:[\w’'-]+\s+){0,8}?(?:meeting|date|time|stage)\b"
    rf"|\b(?:with)?in\s+{NUMBER}\s+{UNIT}(?:['’]s?)?(?:\s+time)?\b"
    rf"|\b{NUMBER}\s+(?:weeks|months|years)\s+(?:after|from|following)\s+[^.;:]{{3,120}}"
    r"|\bin due course\b|\b(?:quarterly|annually|every\s+\w+\s+months)\b|\bin (?:the )?(?:new municipal year"
    rf"|new year|autumn|spring|summer|winter)(?:\s+20\d\d)?\b|{_AT_END}",
    re.I,
)
TIMED = re.compile(
    rf"\b(?:with)?in\s+{NUMBER}\s+{UNIT}\b|\bafter\s+{NUMBER}\s+{UNIT}\b|\b{NUMBER}\s+{UNIT}\s+(?:after|from|following)\b"
    r"|\bin due course\b|\bin (?:the )?(?:new municipal year|new year|autumn|spring|summer|winter)(?:\s+20\d\d)?\b"
    r"|\b(?:at|to)\s+(?:the|a|its|their)\s+(?:next|future|following|subsequent)\s+(?:[\w’'-]+\s+){0,6}?meeting\b"
    rf"|{_AT_END}",
    re.I,
)
"""A time by which, or after which, something is to be done, that is no day."""
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
    rf"(?:{GIVES}|send|write|supply|arrange|look into|investigate|respond|reply|raise)\b",
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
NEXT = re.compile(r"\b(?:next|forthcoming|coming)\b[^.;]*$", re.I)
HELD = re.compile(r"(?<!\bbe )(?<!\bis )(?<!\bbeing )\bheld\s+on\s+(?:the\s+)?$", re.I)
OUGHT = re.compile(r"(?:should|must)\b", re.I)
NOW = re.compile(r"\b(?:at|to)\s+(?:this|today['’]s|tonight['’]s)\s+meeting\b", re.I)
SENT_BACK = re.compile(r"\breferred\b", re.I)
PASSED_ON = re.compile(
    r"\b(?:comments?|views|observations|thanks|congratulations|condolences|wishes|concerns|recommendations?)\b"
    r"(?:\s+(?!that\b|and\b)[\w’'-]+){0,8}\s*$",
    re.I,
)
"""Before `be made to the Executive`: what a body says to another is no promise of anybody's."""

WHETHER = re.compile(r"\b(?:whether|(?:asked|enquired|queried|wondered)\s+(?:if|when|how|why))\b[^.;]*$", re.I)
LISTED = re.compile(r"\b(?:that|which)\s+(?:is|are|was|were)\s+to\s+(?:\w+\s+)?be\s+\w+$", re.I)
"""What a list holds (`items that were to be reported`), not what is promised."""
ARRANGED = re.compile(
    r"\b(?:site visits?|visits?|briefings?|training|workshops?|seminars?|tours?|sessions?|presentations?"
    r"|demonstrations?"
    r"|(?:further|separate|follow-up) meetings?)\s+(?:for\s+[^.;]{3,50}?\s+)?(?:will|would|is to|was to|be|to be)"
    r"(?:\s+(?:also|then))?(?:\s+be)?\s+(?:arranged|organised|set up)\b",
    re.I,
)
"""What is laid on for members."""

OUTWARD = re.compile(
    r"circulate|e-?mail|distribute|forward|suppl|report back|feed back|feeds back|come back|follow|look|investigate"
    r"|chase|find|take|pass",
    re.I,
)
"""Verbs that a post's `would` makes a promise of: it does not do them for its own sake."""

AFTERWARDS = re.compile(
    r"\b(?:after|outside(?: of)?|following) (?:the|this) meeting\b|\bin writing\b"
    r"|\blet (?:\w+ ){1,3}?(?:have|know|see)\b"
    r"|\bto (?:(?:the|all|other|any) )?(?:Councillors?|Cllrs?|Members?|Mr|Mrs|Ms|Dr|questioner)\b",
    re.I,
)
"""To whom an answer goes, or when: outside the meeting."""

WANTED = re.compile(r"\b(?:requested|asked\s+for|sought|queried)\b[^.;]*$", re.I)
WANTS = re.compile(
    r"\b(?:Panel|Committee|Board|Commission|Members|Councillors|Cabinet|Chair(?:man)?)\s+(?:\w+ly\s+|also\s+|then\s+)?"
    r"(?:asked\s+for|requested)\s+(?:an?|the|regular|further|quarterly|annual)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:report|update|briefing|note|paper|breakdown|review)s?\b",
    re.I,
)
"""What a body asks for; a promise where it says when."""

MOVED = re.compile(r"\b(?:moved|proposed|amendment|motion)\b[^.;]{0,120}?\bthat\b", re.I)
LOST = re.compile(
    r"\b(?:was|were|and|declared)\s+(?:declared\s+|therefore\s+)?(?:lost|defeated|not\s+carried|voted\s+down)\b"
    r"|\b(?:motion|amendment|proposal)\s+fell\b",
    re.I,
)
"""What was moved and lost promises nothing."""

DUTY = re.compile(
    r"\b(?:under|in\s+accordance\s+with)\s+(?:the\s+|its\s+)?(?:Constitution|Act|Regulations|Standing\s+Orders|terms\s+of\s+reference)\b"
    r"[^.;]*?\b(?:shall|must|should)\b"
    r"|\b(?:constitution|terms\s+of\s+reference|standing\s+orders?|regulations|Act)\s+(?:provide|require|state|say)[sd]?\b",
    re.I,
)
"""What a rule has somebody do, always."""
