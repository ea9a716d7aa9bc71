"""Signatures and talk as they are kept, on both databases: nothing is ever removed."""

from datetime import timedelta

from qualdesk.core.clock import SetClock
from qualdesk.core.definition import Side
from qualdesk.core.signing import GivenSignature
from qualdesk.store.database import Store
from qualdesk.store.signatures import (
    KeptRemark,
    add_remark,
    add_signature,
    remarks,
    signatures,
    withdraw_signature,
)
from qualdesk.store.signers import signs_anything


def test_a_signature_stays_with_what_became_of_it(store: Store, clock: SetClock) -> None:
    at = clock.now()
    with store.transaction() as tx:
        first = add_signature(tx, "rule", version=4, sha256="aa", side="sales", name="Lena Brandt")
        add_signature(tx, "other", version=4, sha256="aa", side="sales", name="Jo Cole")
    clock.advance(timedelta(hours=1))
    with store.transaction() as tx:
        assert signs_anything(tx, "lena  BRANDT")
        assert not signs_anything(tx, "Pia")
        withdraw_signature(tx, first, "Too many came back.")
        again = add_signature(tx, "rule", version=4, sha256="bb", side="marketing", name="Pia")
        assert signatures(tx, "rule") == (
            GivenSignature(
                id=first,
                version=4,
                sha256="aa",
                side=Side.SALES,
                name="Lena Brandt",
                signed_at=at,
                withdrawn_at=clock.now(),
                because="Too many came back.",
            ),
            GivenSignature(
                id=again,
                version=4,
                sha256="bb",
                side=Side.MARKETING,
                name="Pia",
                signed_at=clock.now(),
            ),
        )


def test_the_talk_is_kept_in_its_order(store: Store, clock: SetClock) -> None:
    with store.transaction() as tx:
        add_remark(tx, "rule", version=4, who="Pia", side="marketing", says="Nine months.")
        add_remark(tx, "rule", version=5, who="Ana", side="", says="Agreed. “<b>”")
        add_remark(tx, "other", version=1, who="Ana", side="", says="No.")
        said = {"said_at": clock.now()}
        assert remarks(tx, "rule") == (
            KeptRemark(version=4, who="Pia", side="marketing", says="Nine months.", **said),
            KeptRemark(version=5, who="Ana", side="", says="Agreed. “<b>”", **said),
        )
