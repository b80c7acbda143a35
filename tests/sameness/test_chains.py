"""What is worked out of a coreference chain, once, and only joined where it grows."""

from __future__ import annotations

from kg.records import Term
from kg.sameness.chains import Chain, entities_of, first_of, joined, kinds_in, sets_apart, triggers_of
from kg.sameness.times import dates_agree
from tests.extract.mentions import IRAN, ISRAEL, PUTIN, mention, named


def test_a_chain_that_grows_tells_what_all_its_mentions_tell() -> None:
    mentions = [
        mention("Call", named("participant", PUTIN), at=30),
        mention("Conversation", named("participant", IRAN), named("topic", ISRAEL), at=10),
        mention("Call", anew=True, at=20),
    ]
    chain = Chain(mentions[:1])
    role = Term("participant")
    for more in ([], mentions[1:2], mentions[2:]):
        chain = chain.extended(more)
        told = tuple(chain)
        assert entities_of(chain, role) == entities_of(told, role)
        assert kinds_in(chain) == kinds_in(told)
        assert triggers_of(chain) == triggers_of(told)
        assert sets_apart(chain) == sets_apart(told)
        assert first_of(chain) == first_of(told)
    assert (*chain,) == (*mentions,)


def test_what_is_known_of_a_chain_is_not_worked_out_again() -> None:
    seen: list[int] = []

    @joined(max)
    def latest(mentions: object) -> int:
        assert isinstance(mentions, tuple)
        seen.extend(mention.trigger.start for mention in mentions)
        return max(mention.trigger.start for mention in mentions)

    chain = Chain([mention("Call", at=10), mention("Call", at=20)])
    assert [latest(chain), latest(chain), latest(chain.extended([mention("Call", at=30)]))] == [20, 20, 30]
    assert seen == [10, 20, 30]


def test_two_weekdays_are_two_days_and_one_that_is_not_told_is_any() -> None:
    monday, saturday, open_ = (mention("Attack", weekday=day) for day in ("monday", "saturday", None))
    assert not dates_agree([monday], [saturday], partial=True)
    assert dates_agree([monday], [monday], partial=False)
    assert dates_agree([open_], [monday, saturday], partial=False)
    assert dates_agree([saturday], [monday, saturday], partial=False)
