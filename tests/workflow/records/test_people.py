"""People and posts: one holder at a time, debts stay with the post, addresses can do no harm."""

from datetime import date

import pytest

from states.errors import BadInput, NotFound, Refused
from workflow.records import people

ON_BOTH = pytest.mark.parametrize("desk_url", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
def post(desk):
    return people.add_post(desk, "Head of Libraries", role="lead officer")


@pytest.fixture
def jane(desk):
    return people.add_person(desk, "Jane Smith", kind="officer", email="jane.smith@example.gov.uk")


@pytest.fixture
def ann(desk):
    return people.add_person(desk, "Ann Other", kind="officer")


@ON_BOTH
def test_a_post_is_handed_over_from_a_day(desk, post, jane, ann):
    people.hold(desk, post, jane, since=date(2016, 1, 1))
    done = people.hand_over(desk, post, ann, since=date(2017, 4, 1))
    assert (done.was, done.now) == ("Jane Smith", "Ann Other")
    with desk.reading() as tx:
        assert people.holders(tx, post, date(2017, 3, 31)) == ["Jane Smith"]
        assert people.holders(tx, post, date(2017, 4, 1)) == ["Ann Other"]


def test_a_post_has_one_holder_at_a_time_and_may_have_deputies(desk, post, jane, ann):
    people.hold(desk, post, jane)
    with pytest.raises(Refused, match="Jane Smith holds Head of Libraries now; hand it over"):
        people.hold(desk, post, ann)
    people.hold(desk, post, ann, deputy=True)
    with desk.reading() as tx:
        assert people.holders(tx, post, date(2017, 2, 1)) == ["Jane Smith"]


def test_holders_follow_one_another_without_a_hand_over(desk, post, jane, ann):
    people.hold(desk, post, jane, until=date(2016, 12, 31))
    people.hold(desk, post, ann, since=date(2017, 1, 1))
    with desk.reading() as tx:
        assert people.holders(tx, post, date(2016, 12, 31)) == ["Jane Smith"]


def test_nobody_hands_over_to_themselves_nor_before_they_began(desk, post, jane, ann):
    people.hold(desk, post, jane, since=date(2017, 1, 1))
    with pytest.raises(Refused, match="already"):
        people.hand_over(desk, post, jane, since=date(2017, 3, 1))
    with pytest.raises(Refused, match="choose a later day"):
        people.hand_over(desk, post, ann, since=date(2017, 1, 1))


def test_who_leaves_leaves_every_post_and_the_vacant_ones_are_named(desk, post, jane, ann):
    second = people.add_post(desk, "Clerk", role="clerk")
    people.hold(desk, post, jane)
    people.hold(desk, second, jane)
    people.hold(desk, second, ann, since=date(2017, 3, 1), deputy=True)
    assert people.leave(desk, jane, last=date(2017, 2, 28)) == ["Head of Libraries", "Clerk"]
    with desk.reading() as tx:
        assert people.holders(tx, post, date(2017, 3, 1)) == []
    with pytest.raises(Refused, match="holds no post"):
        people.leave(desk, jane, last=date(2017, 2, 28))


@pytest.mark.parametrize(
    "email",
    [
        "jane", "jane@", "@example.gov.uk", "jane@localhost", "jane smith@example.gov.uk", "jane@example..uk",
        "a@b.uk,c@d.uk", "a@b.uk;c@d.uk", "a@b@example.gov.uk", "Jane <jane@example.gov.uk>", "jäne@example.gov.uk",
        "jane@example.gov.uk\nBcc: all@example.gov.uk", "jane@example.gov.uk\r", "\njane@example.gov.uk",
        "x" * 260 + "@a.uk",
    ],
)  # fmt: skip
def test_what_is_no_single_address_is_refused(desk, email):
    with pytest.raises(BadInput, match="is no e-mail address"):
        people.add_person(desk, "Jane Smith", email=email)


def test_an_address_is_not_mailed_until_it_is_confirmed(desk, jane):
    with desk.reading() as tx:
        assert tx.get("person", jane)["email_confirmed"] is False
    assert people.confirm(desk, jane) == "jane.smith@example.gov.uk"
    with desk.reading() as tx:
        assert tx.get("person", jane)["email_confirmed"] is True


def test_there_must_be_an_address_to_confirm(desk, ann, jane):
    with pytest.raises(BadInput, match="no address of Ann Other is on file"):
        people.confirm(desk, ann)
    with pytest.raises(Refused, match="address of Jane Smith already"):
        people.confirm(desk, ann, email="JANE.smith@example.gov.uk")


@ON_BOTH
def test_posts_and_people_are_found_by_number_or_name(desk, post, jane):
    people.add_person(desk, "Jane Smith")
    with desk.reading() as tx:
        assert people.post_ref(tx, "head of  libraries") == people.post_ref(tx, f"Q{post}") == post
        assert people.person_ref(tx, f"P{jane}") == jane
        with pytest.raises(NotFound, match="P1, P2; say which"):
            people.person_ref(tx, "Jane Smith")
        with pytest.raises(NotFound, match="There is no post"):
            people.post_ref(tx, "Head of Parks")


def test_two_posts_do_not_share_a_title(desk, post):
    with pytest.raises(Refused, match="already"):
        people.add_post(desk, "head of libraries")


@pytest.mark.parametrize("role", ["king", ""])
def test_a_role_is_one_of_a_closed_list(desk, role):
    with pytest.raises(BadInput, match="one of co ordinator"):
        people.add_post(desk, "A post", role=role)


@pytest.mark.parametrize("name", ["Head of\nLibraries", "Head\r\nof Libraries", "Head\u2028of Libraries"])
def test_a_name_stands_on_one_line(desk, name):
    with pytest.raises(BadInput, match="“Head of Libraries” stands on several lines; write a post's name on one"):
        people.add_post(desk, name)
    with pytest.raises(BadInput, match="a person's name on one"):
        people.add_person(desk, name)
