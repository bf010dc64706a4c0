"""Polish typography around what a template renders."""

from django import template
from django.template import Context, NodeList
from django.template.base import Parser, Token
from django.utils.safestring import SafeString, mark_safe

from core.navigation import active_language
from core.typography import keep_together

register = template.Library()


class TypographyNode(template.Node):
    """What stands between the tags."""

    def __init__(self, nodelist: NodeList) -> None:
        self.nodelist = nodelist

    def render(self, context: Context) -> SafeString:
        """Return it with no line of Polish that ends where it should not."""
        html = keep_together(self.nodelist.render(context), active_language())
        return mark_safe(html)  # noqa: S308 - what was rendered, with other spaces in its text


@register.tag
def typography(parser: Parser, _token: Token) -> TypographyNode:
    """Set the HTML between `{% typography %}` and `{% endtypography %}` by the rules of `core.typography`."""
    nodelist = parser.parse(("endtypography",))
    parser.delete_first_token()
    return TypographyNode(nodelist)
