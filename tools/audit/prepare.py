"""Fill an empty database with the structure, the example content and the demo accounts, on the day of the audit."""

from tools.audit.clock import set_clock

set_clock()

import django  # noqa: E402 - the clock comes first
from django.core.management import call_command  # noqa: E402 - as above

django.setup()
call_command("migrate", verbosity=0, interactive=False)
call_command("load_structure")
call_command("load_example", quiet=True)
