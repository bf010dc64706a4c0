"""What a browser would send from Wagtail's page editor."""

from typing import Any

from django.test import Client
from wagtail.test.utils.form_data import streamfield


def blank_form(form: Any) -> dict[str, Any]:
    """Return the values that a form of the page editor shows, as they would be posted. Streams are sent empty."""
    data: dict[str, Any] = {}
    for name, field in form.fields.items():
        value = form[name].value()
        if hasattr(field, "block"):
            data |= {f"{name}-{key}": part for key, part in streamfield([]).items()}
        elif isinstance(value, (list, tuple)):
            data[name] = [getattr(each, "pk", each) for each in value]
        elif value is True:
            data[name] = "on"
        elif value is not None and value is not False:
            data[name] = str(getattr(value, "pk", value))
    for prefix, formset in form.formsets.items():
        data |= {
            f"{formset.prefix or prefix}-TOTAL_FORMS": "0",
            f"{formset.prefix or prefix}-INITIAL_FORMS": "0",
            f"{formset.prefix or prefix}-MIN_NUM_FORMS": "0",
            f"{formset.prefix or prefix}-MAX_NUM_FORMS": "",
        }
    return data


def post_form(client: Client, address: str, *, action: str | None = None, autosave: bool = False, **typed: Any) -> Any:
    """Open a page form at `address`, type into it, and send it: as a draft, or with an action such as "submit"."""
    form = client.get(address).context["form"]
    data = {**blank_form(form), **typed}
    if action:
        data[f"action-{action}"] = "1"
    return client.post(address, data, headers={"accept": "application/json"} if autosave else None)
