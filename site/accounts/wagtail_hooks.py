"""What this app changes in Wagtail's user administration."""

from wagtail import hooks

from accounts.user_admin import LimitedAssignRole, LimitedSetActiveState

# After Wagtail's own of the same names, so that these take their place
hooks.register("register_bulk_action", LimitedAssignRole, order=10)
hooks.register("register_bulk_action", LimitedSetActiveState, order=10)
