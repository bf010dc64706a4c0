"""Parts of pages that are made once for many."""

from django import template
from django.template import Context, NodeList
from django.template.base import FilterExpression, Parser, Token
from django.utils.safestring import SafeString

from delivery.caching.parts import shared

register = template.Library()


class SharedNode(template.Node):
    """What stands between the tags."""

    def __init__(self, name: str, depends_on: list[FilterExpression], nodelist: NodeList) -> None:
        self.name, self.depends_on, self.nodelist = name, depends_on, nodelist

    def render(self, context: Context) -> SafeString:
        """Return it as it was made for an earlier page, or make it."""
        key = (self.name, *(expression.resolve(context) for expression in self.depends_on))
        return shared(context["request"], key, lambda: self.nodelist.render(context))


@register.tag("shared")
def do_shared(parser: Parser, token: Token) -> SharedNode:
    """Make the HTML between `{% shared "name" value … %}` and `{% endshared %}` once for all pages with these values.

    It depends on the site, the language, the database and the values, and on nothing else of a page or a request.
    """
    _tag, name, *values = token.split_contents()
    nodelist = parser.parse(("endshared",))
    parser.delete_first_token()
    return SharedNode(name.strip("\"'"), [parser.compile_filter(value) for value in values], nodelist)
