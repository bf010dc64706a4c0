"""What Wagtail asks of delivery."""

from wagtail import hooks

from delivery.serving import refuse_what_is_not_served

hooks.register("before_serve_page", refuse_what_is_not_served, order=-100)
