"""The words with which papers tell that a body takes a matter up: the verbs and nouns, and what leads to body and day.

Patterns alone; `events` says what is made of them.
"""

import re

_SOON = r"(?:(?:then|also|further|subsequently|next|now|again|first|formally|both|back|\w+ly)\s+)?"
_TAKEN = (
    r"(?:considered|re-?considered|(?:re-?)?presented|reported|(?:re-?)?submitted|brought|taken|referred|discussed|reviewed|determined"
    r"|decided|scrutinised|examined|received|shared|provided|circulated|heard|approved|adopted|agreed|endorsed"
    r"|ratified|debated|put|made|returned|recommended|forwarded|tabled|sent|fed\s+back|given|signed\s+off|passed|set|taken\s+up"
    r"|deferred|postponed|moved|rescheduled|adjourned|carried\s+forward|put\s+back|transferred|programmed|scheduled"
    r"|timetabled|placed|added|included|extended|undertaken)"
)
_TAKES = (
    r"(?:consider|re-?consider|determine|decide|discuss|receive|review|scrutinise|examine|hear|approve|adopt|agree"
    r"|endorse|ratify|debate|vote|set|take|look\s+at|revisit|return\s+to|respond|reconvene|meet\s+again|be\s+(?:asked|invited|requested"
    r"|recommended)(?:\s+to\s+[a-z]+|(?=\s+(?:on|at)\b))"
    r"|meet(?=[^.;]{3,60}?\bto\s+(?:consider|determine|hear|discuss|decide|agree|scrutinise|review|examine)\b)"
    r"|be\s+(?:consulted|updated|briefed|informed|given|notified|presented\s+with)"
    r"|be\s+(?:report|present|bring|submitt|provid|consider|discuss|review|return|com|go|tak)ing(?:\s+back)?)"
)
_GIVES = (
    r"(?:report|provide|bring|submit|present|return|come|go|share|circulate|update|feed|give|attend|send|put|respond"
    r"|make|take|follow)"
)
_MODAL = (
    r"(?:will|would|shall|should|must|(?:is|are|was|were|be|been)\s+(?:now\s+)?(?:due|scheduled|expected|going|intended"
    r"|planned|likely|anticipated|set)\s+to|(?:is|are|was|were)\s+(?:now\s+)?to|due\s+to|scheduled\s+to|expected\s+to"
    r"|going\s+to|intends?\s+to|intended\s+to|plan(?:s|ned)\s+to|hope[sd]?\s+to|aim(?:s|ed)?\s+to|agreed\s+to|undertook\s+to|requested\s+to|asked\s+to"
    r"|invited\s+to|instructed\s+to|wished\s+to)"
)
_NOUN = (
    r"(?:consideration|decision|determination|approval|adoption|endorsement|ratification|scrutiny|discussion|debate"
    r"|submission|presentation|publication|sign-off)"
)
_WORDS = rf"""
    (?P<passive>\b(?:{_MODAL}|to|being|been|is|are|and)\s+{_SOON}be(?:ing)?\s+{_SOON}
      (?!recommended\s+to\s+(?!the\b|full\b|this\b|its\b)(?-i:[a-z])){_TAKEN}\b
      |\bensur(?:e|ing|ed)\s+(?:that\s+)?[^.;]{{3,90}}?\s(?:be|is|are|was|were)\s+{_SOON}{_TAKEN}\b)
  | (?P<asked>\b(?:request(?:ed|s)?|asked|agreed|resolved|suggested|proposed|intended|planned|hoped)\s+(?:that|for|if)\b
      [^.;]{{0,200}}?\b(?:be|to\s+be|could\s+be)\s+{_SOON}{_TAKEN}\b)
  | (?P<active>\b(?!should\b|must\b){_MODAL}\s+{_SOON}(?:{_TAKES}|{_GIVES})\b)
  | (?P<noun>\b(?:before|prior\s+to|ahead\s+of|pending|until|for|in\s+advance\s+of|following
      |after|subject\s+to|was|is|requires?|needs?|awaits?|awaiting
      |due\s+for)\s+(?:(?:its|their|the|this|further|formal|final|full|any)\s+){{0,3}}{_NOUN}\s+(?:(?:of|on)\s+[^.;]{{3,60}}?\s+)?
      (?:at|by|to|from|of)\b)
  | (?P<clause>\b(?:before|until|once|after|when|prior\s+to)\s+
      (?:(?:it|they|this|these|being|the\s+(?:\w+\s+){{1,4}}?)\s*)(?:(?:is|was|are|were|being|has\s+been|had\s+been)\s+)?{_SOON}(?:{_TAKEN}|goes|went|go|came|comes|come|returns?|going)\b)
  | (?P<going>\b(?:(?:is|are|was|were)\s+)?(?:going|coming|returning|goes|due|scheduled|programmed|timetabled|listed
      |deferred|postponed|moved|rescheduled|adjourned|carried\s+forward|put\s+back|proceed(?:s|ing)?)\s+{_SOON}
      (?:to|at|for|until|before|by|on)\b
      |\b(?:deferred|adjourned|postponed)\s+(?:the|its|this|their|consideration\s+of|a)\s+(?:[\w’'-]+\s+){{1,6}}?
        (?:to|until)\b
      |\b(?:expected|anticipated)\s+(?:at|before)\b
      |\b(?:recommended|referred|submitted|presented|put|forwarded)\s+to(?=[^.;]{{3,60}}?\bfor\s+{_NOUN}\b)
      |\b(?:further|final|progress|follow-up)\s+report\s+to\b
      |\bon\s+(?:the|its|their)\s+(?:agenda|forward\s+plan|work\s+programme)\s+(?:of|for)\b)
"""
ACT = re.compile(_WORDS, re.I | re.X)
BARE = re.compile(rf"(?<!could\s)(?<!may\s)(?<!might\s)(?<!can\s)\b(?:be|and|is|are)\s+{_SOON}{_TAKEN}\b", re.I)
DOES = re.compile(rf"{_SOON}(?:{_TAKES}|{_GIVES})(?:e?s)?\b(?!\s+(?:be|is|was|of)\b|['’])", re.I)
TOLD = re.compile(r"\b(?:to|and)\s+(?=[a-z])")
AT_DAY = re.compile(r"(?:\s+meeting)?,?\s*(?:(?:to\s+be\s+)?held\s+)?(?:on|of|in)?\s*(?:the\s+)?", re.I)
NOT_SO = re.compile(
    r"\b(?:could|may|might|can|if|whether|not|never|would have|should have|could have)\s+(?:\w+\s+)?$", re.I
)
HELD_CLAUSE = re.compile(
    r",?\s*\b(?:which|that|when\s+it|to\s+be|due\s+to\s+be|being)\s+(?:next\s+)?(?:(?:is|was|will|would|are)\s+)?"
    r"(?:(?:to|be|due|scheduled|being|next)\s+)*(?:held|meets?|sits?|takes?\s+place)\b",
    re.I,
)
BREAK = re.compile(
    r";|\b(?:and|but|which|who|while|whereas|where|because|as|if|that|so|with|for)\b[^.;]{0,90}?"
    r"\b(?:was|were|is|are|has|had|have|been|would|will|shall|starts?|started|begins?|began|commences?|commenced"
    r"|ends?|ended|closes?|closed|runs?|ran|expires?|takes?\s+effect|comes?\s+into)\b",
    re.I,
)
NOT_THEN = re.compile(
    r"\b(?:from|since|until|till|dated|end(?:ing|ed)?|as\s+at|effective|commenc\w+|start\w*|beginning|up\s+to|after"
    r"|between|expir\w+|year|period|quarter|months|of|for|[a-z]{3,}(?:ed|sed|ken|ade|ent)(?<!scheduled)(?<!held))"
    r"\s+(?:to\s+)?(?:on\s+)?(?:the\s+)?$",
    re.I,
)
MEETING = re.compile(
    r"\b(?:meetings?|session|sitting)(?:,?\s+(?:of|on|in|for|(?:to\s+be\s+|being\s+|be\s+)?held(?:\s+(?:on|in))?|due\s+on"
    r"|scheduled\s+for))?\s*[,(–-]?\s*(?:the\s+)?$",
    re.I,
)
ITS_MEETING = re.compile(r"\b(?:its|their)\s+(?:\w+\s+){0,3}meetings?\b|\bwhen\s+it\s+meets\b", re.I)
THEN = re.compile(r"\b(?:on|by|before|no\s+later\s+than|in|for|during)\s+(?:the\s+)?$", re.I)
LED = re.compile(
    r"\b(?:to|at|by|before|with|for|until|attends?|(?<=agenda\s)of|meetings?\s+of|agenda\s+of|programme\s+of)\s+"
    r"(?:(?:the|this|a|an|its|their|both|either|full|all|next|future|later|following|first|subsequent|appropriate"
    r"|special|extraordinary|ordinary|annual|scheduled|\w+ly|members|of|meetings?|agenda|on)\s+){0,7}$",
    re.I,
)
GAP = re.compile(
    r"(?:\s*\([^()]{1,40}\))?,?\s*(?:(?:is|was|are|were|has|had|which|then|also|next|now|again|\w+ly)\s+)*", re.I
)
OWNS = re.compile(r"['’]s?\b(?!\s+(?:\w+\s+){0,2}(?:meeting|session))")
AFTER = re.compile(
    r"\s*,?\s*(?:(?:to|by|at|before)\s+(?:the\s+)?)?(?:meetings?\s+of\s+(?:the\s+)?)?(?:(?:full|next)\s+)?", re.I
)
JOINED = re.compile(
    r"\d{4}\s*,?\s*(?:and|then|and\s+then|before|followed\s+by|prior\s+to|ahead\s+of|with)\s+(?:by\s+)?(?:the\s+)?$",
    re.I,
)
GIVEN = re.compile(rf"\b(?:{_GIVES})(?:e?s)?\b", re.I)
PERSON_OF = re.compile(
    r"\b(?:chair\w*|members?|leader|behalf|report|representatives?|minutes|recommendations?|meetings?|decisions?)\s+"
    r"(?:of|from|by)\s+(?:the\s+)?$",
    re.I,
)
A_MEETING = re.compile(
    r"\b(?:to|at|before|for|until|attend)\s+(?P<whose>the|its|their|this|our|a)"
    r"(?:\s+(?:[\w&’'-]+\s+){0,6}meetings?\b|\s*\Z)",
    re.I,
)
S_MEETING = re.compile(r"['’]?s?\s+(?:[\w&’'-]+\s+){0,3}?meetings?\b", re.I)
ELSE = re.compile(r"\b(?:before|after|prior|and|but|which|then|until)\b", re.I)
PUT_OFF = re.compile(r"\bdeferred\s+(?:to|until|till)\b", re.I)
PROGRAMMED = re.compile(
    r"\b(?:in|on|to)\s+(?:the|its|their)\s+(?:\w+\s+){0,3}(?:programme|plan|agenda)\s+(?:for|in|of)\s+"
    r"(?:the\s+)?$",
    re.I,
)
SLIGHT = re.compile(rf"{_GIVES}$|(?:receive|hear|set|take|respond|be\s+given|return\s+to)$", re.I)
"""Verbs with which a body does any business, and not only takes a matter up: what it is must say so."""

MATTER = re.compile(
    r"\b(?:report|update|briefing|paper|proposal|plan|polic(?:y|ie)|strateg(?:y|ie)|recommendation|response|decision|business"
    r"\s+case|budget|findings?|outcome|matter|item|petition|motion|results?|presentation|statement|accounts?|options?"
    r"|comments|views|evidence|progress|back)s?\b",
    re.I,
)

BIDS = re.compile(
    r"\b(?:tenders|bids|applications|nominations|quotations|entries|claims|expressions\s+of\s+interest|forms|invoices)\s+"
    r"(?:\w+\s+){1,4}(?:returned|submitted|sent|received|made)$",
    re.I,
)
"""What others hand in by a closing day."""
