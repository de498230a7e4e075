"""The tables in brief. `python -m db.compiling` writes them from the models: change those, not this."""

from db.shapes import Column, Shape

# fmt: off
JOURNAL = Shape("journal", ('entry',), (
    Column('entry', 'number', False, None, 'BIGINT'), Column('at', 'text', False, None, 'TEXT'), Column('who', 'text',
    False, None, 'TEXT'), Column('record', 'text', False, None, 'TEXT'), Column('act', 'text', False, None, 'TEXT'),
    Column('move', 'text', True, None, 'TEXT'), Column('from_state', 'text', True, None, 'TEXT'), Column('to_state',
    'text', True, None, 'TEXT'), Column('on_first', 'day', True, None, 'DATE'), Column('on_last', 'day', True, None,
    'DATE'), Column('body', 'json', False, None, 'TEXT'), Column('salt', 'text', False, None, 'TEXT'),
    Column('digest', 'text', False, None, 'TEXT'), Column('prev', 'text', False, None, 'TEXT'), Column('hash', 'text',
    False, None, 'TEXT')
))

REDACTION = Shape("redaction", ('entry',), (
    Column('entry', 'number', False, None, 'BIGINT'), Column('redacted', 'number', False, None, 'BIGINT'),
    Column('digest', 'text', False, None, 'TEXT')
))

REPORT = Shape("report", ('ref',), (
    Column('ref', 'number', False, None, 'INTEGER'), Column('version', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('at', 'text', False, None, 'TEXT'), Column('state',
    'text', True, None, 'TEXT'), Column('title', 'text', False, None, 'TEXT'), Column('body', 'text', True, None,
    'TEXT'), Column('body_ref', 'number', True, None, 'INTEGER'), Column('reference', 'text', True, None, 'TEXT'),
    Column('topic', 'text', True, None, 'TEXT'), Column('lead_officer', 'text', True, None, 'TEXT'),
    Column('portfolio', 'text', True, None, 'TEXT'), Column('key', 'flag', True, None, 'BOOLEAN'), Column('exempt',
    'flag', False, '0', 'BOOLEAN'), Column('consultation_required', 'flag', True, None, 'BOOLEAN'), Column('origin',
    'text', True, None, 'TEXT'), Column('referring_member', 'text', True, None, 'TEXT'), Column('next_due', 'day',
    True, None, 'DATE'), Column('first_on', 'day', True, None, 'DATE'), Column('last_on', 'day', True, None, 'DATE'),
    Column('exact', 'flag', False, '1', 'BOOLEAN'), Column('folded', 'json', False, None, 'TEXT')
))

RECOMMENDATION = Shape("recommendation", ('report', 'number'), (
    Column('report', 'number', False, None, 'INTEGER'), Column('number', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('text', 'text', False, None, 'TEXT'),
    Column('text_agreed', 'text', True, None, 'TEXT'), Column('words', 'text', False, None, 'TEXT'),
    Column('from_body', 'text', False, None, 'TEXT'), Column('to_body', 'text', False, None, 'TEXT'),
    Column('on_first', 'day', True, None, 'DATE'), Column('on_last', 'day', True, None, 'DATE'), Column('received_on',
    'day', True, None, 'DATE'), Column('notice_given_on', 'day', True, None, 'DATE'), Column('response', 'text',
    False, None, 'TEXT'), Column('responded_on', 'day', True, None, 'DATE'), Column('answers', 'json', False, None,
    'TEXT'), Column('implementation', 'text', False, None, 'TEXT'), Column('sign_off', 'text', False, None, 'TEXT'),
    Column('signed_on', 'day', True, None, 'DATE'), Column('sign_minute', 'text', True, None, 'TEXT'),
    Column('proposal', 'flag', False, '0', 'BOOLEAN')
))

CONSULTATION = Shape("consultation", ('report', 'number'), (
    Column('report', 'number', False, None, 'INTEGER'), Column('number', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('opens', 'day', True, None, 'DATE'), Column('closes',
    'day', True, None, 'DATE'), Column('outcome', 'text', True, None, 'TEXT'), Column('over', 'flag', False, '0',
    'BOOLEAN')
))

AGENDA_ITEM = Shape("agenda_item", ('report', 'number'), (
    Column('report', 'number', False, None, 'INTEGER'), Column('number', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('meeting', 'number', True, None, 'INTEGER'),
    Column('meeting_body', 'text', True, None, 'TEXT'), Column('meeting_body_kind', 'text', True, None, 'TEXT'),
    Column('meeting_status', 'text', True, None, 'TEXT'), Column('on_first', 'day', True, None, 'DATE'),
    Column('on_last', 'day', True, None, 'DATE'), Column('item_number', 'text', True, None, 'TEXT'), Column('minute',
    'text', True, None, 'TEXT'), Column('to_follow', 'flag', False, '0', 'BOOLEAN'), Column('agenda_published_on',
    'day', True, None, 'DATE'), Column('outcome', 'text', True, None, 'TEXT')
))

DECISION = Shape("decision", ('report', 'number'), (
    Column('report', 'number', False, None, 'INTEGER'), Column('number', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('on_first', 'day', True, None, 'DATE'), Column('on_last',
    'day', True, None, 'DATE'), Column('maker', 'text', False, None, 'TEXT'), Column('maker_kind', 'text', False,
    None, 'TEXT'), Column('decided', 'text', False, None, 'TEXT'), Column('key', 'flag', True, None, 'BOOLEAN'),
    Column('callable', 'flag', True, None, 'BOOLEAN'), Column('why_not_callable', 'text', True, None, 'TEXT'),
    Column('waived_by', 'text', True, None, 'TEXT'), Column('published_on', 'day', True, None, 'DATE'),
    Column('in_force_on', 'day', True, None, 'DATE'), Column('final', 'flag', False, '0', 'BOOLEAN')
))

CALL_IN = Shape("call_in", ('report', 'number'), (
    Column('report', 'number', False, None, 'INTEGER'), Column('number', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('decision', 'number', False, None, 'BIGINT'),
    Column('received_on', 'day', True, None, 'DATE'), Column('callers', 'json', False, None, 'TEXT'), Column('groups',
    'number', True, None, 'INTEGER'), Column('grounds', 'json', False, None, 'TEXT'), Column('ruled', 'text', True,
    None, 'TEXT'), Column('ruled_by', 'text', True, None, 'TEXT'), Column('ruled_on', 'day', True, None, 'DATE'),
    Column('referred_back_by', 'text', True, None, 'TEXT'), Column('asked', 'text', True, None, 'TEXT'),
    Column('to_council', 'flag', False, '0', 'BOOLEAN'), Column('to_council_first', 'day', True, None, 'DATE'),
    Column('to_council_last', 'day', True, None, 'DATE'), Column('reconsidered', 'text', True, None, 'TEXT'),
    Column('released_by', 'text', True, None, 'TEXT'), Column('outcome', 'text', True, None, 'TEXT'),
    Column('comments', 'text', True, None, 'TEXT')
))

FOLLOW_UP = Shape("follow_up", ('report', 'number'), (
    Column('report', 'number', False, None, 'INTEGER'), Column('number', 'number', False, None, 'INTEGER'),
    Column('key', 'text', False, None, 'TEXT'), Column('clock', 'text', False, None, 'TEXT'), Column('entry',
    'number', False, None, 'BIGINT'), Column('opened_on', 'day', False, None, 'DATE'), Column('start', 'day', True,
    None, 'DATE'), Column('due', 'day', True, None, 'DATE'), Column('agreed', 'day', True, None, 'DATE'),
    Column('owed_by', 'day', True, None, 'DATE'), Column('statute_by', 'day', True, None, 'DATE'), Column('in_force',
    'day', True, None, 'DATE'), Column('note', 'text', True, None, 'TEXT'), Column('body', 'text', True, None,
    'TEXT'), Column('owner', 'text', True, None, 'TEXT'), Column('recommendation', 'number', True, None, 'INTEGER'),
    Column('condition', 'text', True, None, 'TEXT'), Column('quote', 'text', True, None, 'TEXT'), Column('chase_on',
    'day', True, None, 'DATE'), Column('quiet', 'flag', False, '0', 'BOOLEAN'), Column('suspended', 'flag', False,
    '0', 'BOOLEAN'), Column('paused', 'flag', False, '0', 'BOOLEAN'), Column('paused_until', 'day', True, None,
    'DATE'), Column('snoozed_until', 'day', True, None, 'DATE'), Column('changes', 'json', False, None, 'TEXT'),
    Column('ended', 'text', True, None, 'TEXT'), Column('ended_on', 'day', True, None, 'DATE'), Column('ended_entry',
    'number', True, None, 'INTEGER'), Column('ended_why', 'text', True, None, 'TEXT')
))

GAP = Shape("gap", ('report', 'number'), (
    Column('report', 'number', False, None, 'INTEGER'), Column('number', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('name', 'text', False, None, 'TEXT'), Column('says',
    'text', False, None, 'TEXT'), Column('settled', 'text', True, None, 'TEXT')
))

IRREGULARITY = Shape("irregularity", ('report', 'number'), (
    Column('report', 'number', False, None, 'INTEGER'), Column('number', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('name', 'text', False, None, 'TEXT'), Column('says',
    'text', False, None, 'TEXT'), Column('why', 'text', True, None, 'TEXT'), Column('settled', 'text', True, None,
    'TEXT')
))

LINK = Shape("link", ('report', 'number'), (
    Column('report', 'number', False, None, 'INTEGER'), Column('number', 'number', False, None, 'INTEGER'),
    Column('minute', 'text', True, None, 'TEXT'), Column('body', 'text', True, None, 'TEXT'), Column('earlier',
    'number', True, None, 'INTEGER'), Column('quote', 'text', True, None, 'TEXT'), Column('path', 'text', True, None,
    'TEXT')
))

SOURCE = Shape("source", ('report', 'number'), (
    Column('report', 'number', False, None, 'INTEGER'), Column('number', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('path', 'text', False, None, 'TEXT'), Column('quote',
    'text', False, None, 'TEXT'), Column('about', 'text', False, None, 'TEXT'), Column('sha256', 'text', False, None,
    'TEXT')
))

REACHED = Shape("reached", ('report', 'number'), (
    Column('report', 'number', False, None, 'INTEGER'), Column('number', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('move', 'text', False, None, 'TEXT'), Column('state',
    'text', False, None, 'TEXT'), Column('on_first', 'day', True, None, 'DATE'), Column('on_last', 'day', True, None,
    'DATE'), Column('took_place', 'day', False, None, 'DATE')
))

BODY = Shape("body", ('ref',), (
    Column('ref', 'number', False, None, 'INTEGER'), Column('version', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('name', 'text', False, None, 'TEXT'), Column('kind',
    'text', True, None, 'TEXT'), Column('scrutiny', 'flag', False, '0', 'BOOLEAN'), Column('health', 'flag', False,
    '0', 'BOOLEAN'), Column('succeeded_by', 'number', True, None, 'INTEGER'), Column('note', 'text', True, None,
    'TEXT'), Column('gone', 'flag', False, '0', 'BOOLEAN')
))

BODY_NAME = Shape("body_name", ('ref',), (
    Column('ref', 'number', False, None, 'INTEGER'), Column('version', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('body', 'number', False, None, 'INTEGER'), Column('name',
    'text', False, None, 'TEXT'), Column('from_day', 'day', True, None, 'DATE'), Column('to_day', 'day', True, None,
    'DATE')
))

MEETING = Shape("meeting", ('ref',), (
    Column('ref', 'number', False, None, 'INTEGER'), Column('version', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('body', 'number', True, None, 'INTEGER'), Column('day',
    'day', True, None, 'DATE'), Column('day_last', 'day', True, None, 'DATE'), Column('time', 'text', True, None,
    'TEXT'), Column('venue', 'text', True, None, 'TEXT'), Column('status', 'text', True, None, 'TEXT'),
    Column('moved_from', 'day', True, None, 'DATE'), Column('minutes', 'text', False, 'none', 'TEXT'),
    Column('reference', 'text', True, None, 'TEXT'), Column('note', 'text', True, None, 'TEXT'), Column('gone',
    'flag', False, '0', 'BOOLEAN')
))

PERSON = Shape("person", ('ref',), (
    Column('ref', 'number', False, None, 'INTEGER'), Column('version', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('name', 'text', False, None, 'TEXT'), Column('kind',
    'text', False, 'unknown', 'TEXT'), Column('email', 'text', True, None, 'TEXT'), Column('email_confirmed', 'flag',
    False, '0', 'BOOLEAN'), Column('note', 'text', True, None, 'TEXT')
))

POST = Shape("post", ('ref',), (
    Column('ref', 'number', False, None, 'INTEGER'), Column('version', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('title', 'text', False, None, 'TEXT'), Column('role',
    'text', False, 'other', 'TEXT'), Column('body', 'number', True, None, 'INTEGER'), Column('note', 'text', True,
    None, 'TEXT')
))

TENURE = Shape("tenure", ('ref',), (
    Column('ref', 'number', False, None, 'INTEGER'), Column('version', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('post', 'number', False, None, 'INTEGER'),
    Column('person', 'number', False, None, 'INTEGER'), Column('from_day', 'day', True, None, 'DATE'),
    Column('to_day', 'day', True, None, 'DATE'), Column('deputy', 'flag', False, '0', 'BOOLEAN')
))

TOPIC = Shape("topic", ('ref',), (
    Column('ref', 'number', False, None, 'INTEGER'), Column('version', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('title', 'text', False, None, 'TEXT'), Column('body',
    'number', True, None, 'INTEGER'), Column('note', 'text', True, None, 'TEXT'), Column('report', 'number', True,
    None, 'INTEGER'), Column('status', 'text', False, 'open', 'TEXT')
))

DOCUMENT = Shape("document", ('ref',), (
    Column('ref', 'number', False, None, 'INTEGER'), Column('version', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('path', 'text', False, None, 'TEXT'), Column('sha256',
    'text', False, None, 'TEXT'), Column('kind', 'text', False, None, 'TEXT'), Column('council', 'text', True, None,
    'TEXT'), Column('body', 'text', True, None, 'TEXT'), Column('day', 'day', True, None, 'DATE'), Column('reading',
    'json', False, None, 'TEXT'), Column('gone', 'text', True, None, 'TEXT')
))

FINDING = Shape("finding", ('ref',), (
    Column('ref', 'number', False, None, 'INTEGER'), Column('version', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('document', 'number', False, None, 'INTEGER'),
    Column('kind', 'text', False, None, 'TEXT'), Column('place', 'number', False, None, 'INTEGER'), Column('report',
    'number', True, None, 'INTEGER'), Column('meeting', 'number', True, None, 'INTEGER'), Column('title', 'text',
    True, None, 'TEXT'), Column('reference', 'text', True, None, 'TEXT'), Column('body', 'text', True, None, 'TEXT'),
    Column('day', 'day', True, None, 'DATE'), Column('minute', 'text', True, None, 'TEXT'), Column('gone', 'text',
    True, None, 'TEXT')
))

SUGGESTION = Shape("suggestion", ('ref',), (
    Column('ref', 'number', False, None, 'INTEGER'), Column('version', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('document', 'number', True, None, 'INTEGER'),
    Column('report', 'number', True, None, 'INTEGER'), Column('kind', 'text', False, None, 'TEXT'), Column('words',
    'text', False, None, 'TEXT'), Column('quote', 'text', True, None, 'TEXT'), Column('other', 'json', False, None,
    'TEXT'), Column('answer', 'text', True, None, 'TEXT'), Column('answered_by', 'text', True, None, 'TEXT'),
    Column('answered_on', 'day', True, None, 'DATE')
))

WARNING = Shape("warning", ('ref',), (
    Column('ref', 'number', False, None, 'INTEGER'), Column('version', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('document', 'number', True, None, 'INTEGER'),
    Column('report', 'number', True, None, 'INTEGER'), Column('code', 'text', False, None, 'TEXT'), Column('message',
    'text', False, None, 'TEXT'), Column('quote', 'text', True, None, 'TEXT'), Column('settled', 'text', True, None,
    'TEXT'), Column('fact', 'text', True, None, 'TEXT'), Column('choices', 'text', True, None, 'TEXT'),
    Column('taken', 'number', True, None, 'INTEGER')
))

RULES = Shape("rules", ('ref',), (
    Column('ref', 'number', False, None, 'INTEGER'), Column('version', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('from_day', 'day', False, None, 'DATE'), Column('values',
    'json', False, None, 'TEXT')
))

SENDING = Shape("sending", ('ref',), (
    Column('ref', 'number', False, None, 'INTEGER'), Column('version', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('enabled', 'flag', False, '0', 'BOOLEAN'),
    Column('since', 'day', True, None, 'DATE'), Column('note', 'text', True, None, 'TEXT')
))

SNOOZE = Shape("snooze", ('ref',), (
    Column('ref', 'number', False, None, 'INTEGER'), Column('version', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('person', 'number', False, None, 'INTEGER'),
    Column('until', 'day', True, None, 'DATE'), Column('note', 'text', True, None, 'TEXT')
))

MESSAGE = Shape("message", ('ref',), (
    Column('ref', 'number', False, None, 'INTEGER'), Column('version', 'number', False, None, 'INTEGER'),
    Column('entry', 'number', False, None, 'BIGINT'), Column('person', 'number', False, None, 'INTEGER'),
    Column('kind', 'text', False, None, 'TEXT'), Column('day', 'day', False, None, 'DATE'), Column('status', 'text',
    False, None, 'TEXT'), Column('message_id', 'text', False, None, 'TEXT'), Column('items', 'json', False, None,
    'TEXT'), Column('note', 'text', True, None, 'TEXT'), Column('subject', 'text', True, None, 'TEXT'),
    Column('words', 'text', True, None, 'TEXT'), Column('signs', 'number', True, None, 'INTEGER'),
    Column('released_by', 'text', True, None, 'TEXT'), Column('address', 'text', True, None, 'TEXT'), Column('copies',
    'json', False, None, 'TEXT'), Column('channel', 'text', True, None, 'TEXT'), Column('tries', 'number', False,
    None, 'INTEGER'), Column('next_try', 'text', True, None, 'TEXT'), Column('said', 'text', True, None, 'TEXT'),
    Column('sent_at', 'text', True, None, 'TEXT'), Column('settled', 'text', True, None, 'TEXT'), Column('sweep',
    'number', True, None, 'INTEGER')
))

REMINDER = Shape("reminder", ('report', 'number', 'stage', 'due', 'person'), (
    Column('report', 'number', False, None, 'INTEGER'), Column('number', 'number', False, None, 'INTEGER'),
    Column('stage', 'text', False, None, 'TEXT'), Column('due', 'day', False, None, 'DATE'), Column('person',
    'number', False, None, 'INTEGER'), Column('message', 'number', False, None, 'INTEGER'), Column('left_out', 'text',
    True, None, 'TEXT')
))

SWEEP = Shape("sweep", ('ref',), (
    Column('ref', 'number', False, None, 'INTEGER'), Column('worker', 'text', False, None, 'TEXT'), Column('how',
    'text', False, None, 'TEXT'), Column('day', 'day', False, None, 'DATE'), Column('began', 'text', False, None,
    'TEXT'), Column('beat', 'text', False, None, 'TEXT'), Column('ended', 'text', True, None, 'TEXT'),
    Column('sending', 'number', True, None, 'INTEGER'), Column('claimed', 'number', False, None, 'INTEGER'),
    Column('sent', 'number', False, None, 'INTEGER'), Column('failed', 'number', False, None, 'INTEGER'),
    Column('waiting', 'number', False, None, 'INTEGER'), Column('trouble', 'text', True, None, 'TEXT'), Column('head',
    'number', False, None, 'BIGINT'), Column('plan', 'text', False, None, 'TEXT'), Column('in_hand', 'json', False,
    None, 'TEXT')
))

CHILDREN = (
    RECOMMENDATION, CONSULTATION, AGENDA_ITEM, DECISION, CALL_IN, FOLLOW_UP, GAP, IRREGULARITY, LINK, SOURCE, REACHED
)
RECORDS = {
    "B": BODY, "N": BODY_NAME, "M": MEETING, "P": PERSON, "Q": POST, "H": TENURE, "T": TOPIC, "D": DOCUMENT, "F":
    FINDING, "S": SUGGESTION, "W": WARNING, "C": RULES, "E": SENDING, "Z": SNOOZE, "L": MESSAGE
}
# fmt: on
