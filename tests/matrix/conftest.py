"""A homeserver, an assistant and a gateway that the tests of this folder share, and people to talk to them."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.matrix.gateway import Gateway
from tests.matrix.installing import CannotInstall, synapse_python
from tests.matrix.person import Person
from tests.matrix.privacy import assert_keeps_nothing
from tests.matrix.synapse import Synapse
from tests.matrix.wire import Wire
from tests.service import Service

KEY = "une-clef-pour-les-tests-de-Matrix"

NewGateway = Callable[..., Gateway]
NewPerson = Callable[..., Person]
NewWire = Callable[[str], Wire]

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def _both(trained_model: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Synapse, Service]]:
    try:
        python = synapse_python()
    except CannotInstall as error:
        pytest.skip(f"the homeserver Synapse could not be installed (no network?): {error}")
    homeserver = Synapse(tmp_path_factory.mktemp("synapse"), python)
    assistant = Service(tmp_path_factory.mktemp("assistant"), ASSISTANT_API_KEYS=KEY)
    with ThreadPoolExecutor() as together:
        for start in [together.submit(homeserver.start), together.submit(assistant.start)]:
            start.result()
    yield homeserver, assistant
    assistant.kill()
    homeserver.kill()


@pytest.fixture(scope="session")
def homeserver(_both: tuple[Synapse, Service]) -> Synapse:
    """A homeserver that runs; a test that stops it starts it again."""
    return _both[0]


@pytest.fixture(scope="session")
def assistant(_both: tuple[Synapse, Service]) -> Service:
    """An assistant that runs; a test that stops it starts it again."""
    return _both[1]


@pytest.fixture(scope="module")
def everybody(homeserver: Synapse) -> Iterator[list[Person]]:
    """The people of a file of tests, also those who are still to come."""
    people: list[Person] = []
    yield people
    for person in people:
        person.close()


@pytest.fixture(scope="module")
def new_person(homeserver: Synapse, everybody: list[Person]) -> NewPerson:
    """A function that makes a person, with an account of their own."""

    def new(name: str = "camille") -> Person:
        everybody.append(Person(homeserver, name))
        return everybody[-1]

    return new


@pytest.fixture(scope="module")
def new_gateway(
    homeserver: Synapse, assistant: Service, everybody: list[Person], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[NewGateway]:
    """A function that makes a gateway with an account of its own, not yet started.

    At the end none of them has printed or kept anything of the people it talked with.
    """
    gateways: list[tuple[Gateway, str, str]] = []

    def new(through: str = homeserver.address, asking: str = assistant.address, **settings: str) -> Gateway:
        account = homeserver.account(f"assistant{next(_numbers)}")
        folder: Path = tmp_path_factory.mktemp("gateway")
        gateway = Gateway(folder, through, account, asking, **{"ASSISTANT_API_KEY": KEY, **settings})
        gateways.append((gateway, account.password, account.token))
        return gateway

    yield new
    for gateway, _, _ in gateways:
        gateway.kill()
    for gateway, password, token in gateways:
        assert_keeps_nothing(gateway, everybody, (password, token, KEY))


@pytest.fixture(scope="module")
def gateway(new_gateway: NewGateway) -> Gateway:
    """A gateway that runs; tests that break it make their own."""
    ours = new_gateway()
    ours.start()
    return ours


@pytest.fixture(scope="module")
def _fragile(new_gateway: NewGateway) -> Gateway:
    return new_gateway()


@pytest.fixture
def own(_fragile: Gateway) -> Gateway:
    """A gateway that runs, and may be broken."""
    if not _fragile.is_running():
        _fragile.start()
    return _fragile


@pytest.fixture
def new_wire(request: pytest.FixtureRequest) -> NewWire:
    """A function that puts a wire before a server."""

    def new(target: str) -> Wire:
        made = Wire(target)
        request.addfinalizer(made.close)
        return made

    return new


@pytest.fixture
def person(new_person: NewPerson) -> Person:
    """Somebody who has not written yet."""
    return new_person()
