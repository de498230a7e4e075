"""The labels of call-in forms, as councils print them."""

FIELDS = {
    "decision": r"(?:title|name|subject|details) of (?:the )?(?:executive "
    r"|called[- ]?in )?decision(?: (?:to be )?called[- ]?in)?|(?:executive )?decision (?:title|subject"
    r"|to be called[- ]?in|called[- ]?in|being called[- ]?in)|subject(?: matter)?|title|(?:cabinet )?(?:report|item"
    r"|agenda item)(?: title)?|decision",
    "reference": r"(?:executive |key |cabinet )?decision (?:no|number|ref(?:erence)?|id)\.?(?: no\.?| number)?"
    r"|(?:minute|agenda|report|forward plan) (?:item )?(?:no|number|ref(?:erence)?)\.?|ref(?:erence)?(?: no\.?"
    r"| number)?",
    "maker": r"decision[- ]?(?:maker|taker)(?: name)?|decision (?:taken|made) by|(?:cabinet|executive) member"
    r"|portfolio holder|decision[- ]making body",
    "taken": r"date (?:of|the) (?:the )?decision(?: (?:was )?(?:taken|made))?|decision date|date decision (?:taken"
    r"|made)|date of (?:cabinet|executive|the)?\s*meeting|date (?:taken|made)",
    "published": r"date (?:the )?decision (?:was )?published|date of publication|publication date",
    "callers": r"propos(?:er|ed by)|second(?:er|ed by)|mov(?:er|ed by)|(?:decision )?called[- ]?in by"
    r"|call[- ]?in (?:made|requested|submitted|supported) by|(?:names? of |lead |requesting |signed by "
    r"|supporting )?(?:the )?(?:councillors?|members?)(?:\(s\))?(?: (?:calling[- ]?in|requesting|making|signing"
    r"|supporting|submitting)[^:\n]{0,60})?|signator(?:y|ies)|signed(?: by)?"
    r"|names?(?: and signatures?)?(?: of (?:councillors?|members?|signatories)[^:\n]{0,40})?"
    r"|we,? the undersigned(?![^:\n]{0,160}\b(?:reason|ground)s?\b)[^:\n]{0,120}|requested by"
    r"|submitted by|lead (?:caller|signatory)|supported by"
    r"|councillor \d|member \d|[1-9][.)]?\s*(?:name|councillor)",
    "grounds": r"(?:the )?(?:reasons?|grounds?)(?:\(s\))?(?: ?(?:for|of|why|behind|/ ?grounds))?[^:\n]{0,90}"
    r"|(?:please )?(?:state|give|set out|explain|provide|indicate)[^:\n]{0,40}(?:reasons?|grounds?)[^:\n]{0,80}"
    r"|why (?:is|are)[^:\n]{0,60}called[- ]?in[^:\n]{0,40}|explanation[^:\n]{0,60}|evidence[^:\n]{0,80}"
    r"|we,? the undersigned[^:\n]{0,160}\b(?:reason|ground)s?\b[^:\n]{0,60}"
    r"|(?:which )?principles? of decision[- ]making[^:\n]{0,80}",
    "asks": r"desired outcomes?[^:\n]{0,60}|(?:outcome|action|remedy|alternative)(?:s|\(s\))?(?: course of action"
    r"| decision| proposal)?(?: (?:sought|requested|desired|wanted|proposed|suggested|required|you)[^:\n]{0,60})"
    r"|(?:proposed|suggested|requested|alternative|preferred)(?: alternative)? (?:outcome|action|course of action"
    r"|decision|resolution|proposal|recommendation)s?[^:\n]{0,60}|what (?:outcome|action|would you like|alternative"
    r"|do you)[^:\n]{0,80}|recommendations? (?:to|sought)[^:\n]{0,60}",
    "received": r"call[- ]?in received(?: on| at)?"
    r"|(?:date|time)(?: and time| & time)?(?: call[- ]?in| form| request)?(?: was)? (?:received|submitted"
    r"|lodged)(?: by[^:\n]{0,40})?|received(?: by[^:\n]{0,60})?(?: on| at| date)?|date of (?:the )?(?:call[- ]?in"
    r"|request|submission|receipt|this call[- ]?in request)|call[- ]?in date",
    "valid": r"(?:is the )?(?:call[- ]?in |request )?(?:is )?(?:valid(?:ity)?|validated|accepted|ruling"
    r"|determination)(?: as valid)?(?: ?/ ?(?:in|not )valid)?(?: (?:by|of|confirmed|checked|decision)[^:\n]{0,60})?"
    r"|monitoring officer(?:['’]s)? (?:decision|ruling|determination|comments|assessment|view|response)"
    r"|proper officer(?:['’]s)? (?:decision|ruling|determination|comments)|(?:decision|ruling"
    r"|determination) of (?:the )?(?:monitoring|proper|statutory scrutiny) officer|outcome of validation",
    "ruler": r"(?:ruled|validated|assessed|determined|checked|accepted) by|(?:monitoring|proper) officer"
    r"|(?:name of )?officer",
    "ruled_on": r"date (?:ruled|validated|determined|of (?:ruling|validation|determination)|call[- ]?in (?:validated"
    r"|accepted))|(?:ruled|validated) on",
    "other": r"witness(?:es)?[^:\n]{0,80}|(?:additional|further) information[^:\n]{0,80}|documents?[^:\n]{0,60}"
    r"|contact(?: details| number)?|tel(?:ephone)?|email|date|signature|political group|group|party|ward|committee"
    r"|(?:relevant )?scrutiny (?:committee|panel|board)[^:\n]{0,40}|for (?:office|official|officer) use(?: only)?"
    r"|call[- ]?in deadline|deadline[^:\n]{0,60}|background|notes?|portfolio|directorate|urgency",
}  # fmt: skip
"""The labels of call-in forms, by what their fields hold; `other` only ends a field."""
