"""Run the actions in the server's own process: no second process, no port, no HTTP."""

from __future__ import annotations

import importlib
import json
import pkgutil
from typing import Any

from rasa.utils.endpoints import ClientResponseError, EndpointConfig
from rasa_sdk.executor import ActionExecutor
from rasa_sdk.interfaces import ActionExecutionRejection

ACTIONS_PACKAGE = "actions"


class InlineActions(EndpointConfig):
    """Looks like the action server's endpoint to Rasa; calls the actions directly."""

    def __init__(self, package: str = ACTIONS_PACKAGE) -> None:
        # The domain is not needed by our actions: leaving it out of each call is most of its cost.
        super().__init__(url="inline", enable_selective_domain=True)
        self._executor = ActionExecutor()
        module = importlib.import_module(package)
        for found in pkgutil.iter_modules(module.__path__):
            importlib.import_module(f"{package}.{found.name}")
        self._executor.register_package(package)

    async def request(self, *_args: Any, **kwargs: Any) -> Any:
        """Run one action and give what it says and sets.

        Raises:
            ClientResponseError: the action rejected its execution (status 400, as the action server would say).
        """
        call: dict[str, Any] = kwargs["json"]
        call.setdefault("domain", {})
        try:
            return await self._executor.run(call)
        except ActionExecutionRejection as rejection:
            body = {"action_name": rejection.action_name, "error": rejection.message}
            raise ClientResponseError(400, rejection.message, json.dumps(body)) from rejection
