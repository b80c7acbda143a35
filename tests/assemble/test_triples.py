import pytest

from kg.assemble.triples import number
from kg.errors import GraphError
from kg.knowledge.namespaces import XSD


@pytest.mark.parametrize("value", [0, -(2**63), 2**63 - 1])
def test_integers_of_64_bits_are_written(value: int) -> None:
    assert number(value) == f'"{value}"^^<{XSD}integer>'


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1, 10**30])
def test_an_integer_past_64_bits_is_refused(value: int) -> None:
    with pytest.raises(GraphError, match="may not hold this integer"):
        number(value)
