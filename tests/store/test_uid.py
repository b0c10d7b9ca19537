from concurrent.futures import ThreadPoolExecutor
from uuid import RFC_4122, UUID

from convonote.store.uid import new_uid


def test_uids_are_of_version_7() -> None:
    uid = UUID(new_uid())
    assert (uid.version, uid.variant) == (7, RFC_4122)
    assert str(uid) == str(UUID(str(uid)))


def test_uids_grow_even_within_a_millisecond() -> None:
    made = [new_uid() for _ in range(20_000)]
    assert made == sorted(made)
    assert len(set(made)) == len(made)


def test_uids_of_several_threads_differ() -> None:
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda _: new_uid(), range(4000)))
    assert len(set(made)) == 4000
