"""What is given anew as everybody reads it, with a mask where a veil lies: it stays the words
beneath their veil.
"""

from collections.abc import Callable, Iterable, Sequence

from footpath.method.words.words import VeiledWords, Words


def still(before: Words | None, given: Words | None) -> Words | None:
    """What a field has once it is given words: its own with their veil, where these are what
    everybody reads of them.

    Who moves a moment sends its quotation along as they see it; that must not put the mask in
    place of the words.
    """
    same = isinstance(before, VeiledWords) and given is not None and given.text == before.text
    return before if same else given


def all_still(before: Iterable[Words], given: Iterable[Words]) -> list[Words]:
    """The same for a list: of several that read alike beneath their veils each is taken once, in
    order.
    """
    return _taken(list(before), list(given), [lambda _one, _other: True])


def all_tied_still(
    before: Sequence[tuple[Words, object]], given: Sequence[tuple[Words, object]]
) -> list[Words]:
    """The same where each is tied to something, as a way is to where it leads: what reads alike is
    told apart by that, so that of two names neither comes to stand in the other's place.
    """

    def same_tie(one: int, other: int) -> bool:
        return before[one][1] == given[other][1]

    def same_place(one: int, other: int) -> bool:
        return one == other and same_tie(one, other)

    words = [one for one, _tie in before], [one for one, _tie in given]
    return _taken(*words, [same_place, same_tie, lambda _one, _other: True])


def _taken(
    before: list[Words], given: list[Words], rounds: Iterable[Callable[[int, int], bool]]
) -> list[Words]:
    """Words as given, or as before where these are what everybody reads of them; whatever meets an
    earlier round's condition on both places is taken first.
    """
    left = [place for place, words in enumerate(before) if isinstance(words, VeiledWords)]
    taken = dict[int, Words]()
    for meets in rounds:
        for place, words in enumerate(given):
            alike = (one for one in left if before[one].text == words.text and meets(one, place))
            if place not in taken and (one := next(alike, None)) is not None:
                taken[place] = before[one]
                left.remove(one)
    return [taken.get(place, words) for place, words in enumerate(given)]
